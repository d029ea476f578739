/** Calls back when an element changes its width. Made on first use, so that a module can be loaded where there is no browser. */
export class WidthWatcher {
  #observer: ResizeObserver | undefined;
  #observed: Element | undefined;

  constructor(private readonly onChange: () => void) {}

  observe(element: Element): void {
    if (this.#observed === element) return;
    this.disconnect();
    this.#observer = new ResizeObserver(() => this.onChange());
    this.#observer.observe(element);
    this.#observed = element;
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#observed = undefined;
  }
}
