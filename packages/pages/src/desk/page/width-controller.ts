/** How wide a view is, so that it lays itself out by its own width. */
import type { LitElement, ReactiveController } from 'lit';

export class WidthController implements ReactiveController {
  /** CSS pixels. */
  value = 0;
  readonly #observer = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    if (width === this.value || width === 0) return;
    this.value = width;
    this.host.requestUpdate();
  });

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.value = this.host.clientWidth || innerWidth;
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
