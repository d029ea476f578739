/**
 * Puts an open list into the top layer, where no overflow of a host can cut it. The stylesheet says when a list floats (by making it
 * absolute in a wide container); browsers without popovers keep that absolute position.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const gap = 4;

export class FloatingList implements ReactiveController {
  #list: HTMLElement | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly anchor: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  /** Call after the list was shown in the document flow. */
  show(list: HTMLElement): void {
    if (this.#list !== undefined) {
      this.#place();
      return;
    }
    if (typeof list.showPopover !== 'function' || getComputedStyle(list).position !== 'absolute') return;
    this.#list = list;
    list.setAttribute('popover', 'manual');
    list.classList.add('floating');
    list.showPopover();
    addEventListener('scroll', this.#place, { capture: true, passive: true });
    addEventListener('resize', this.#place, { passive: true });
    this.#place();
  }

  hide(): void {
    if (this.#list === undefined) return;
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
    if (this.#list.isConnected) this.#list.hidePopover();
    this.#list.removeAttribute('popover');
    this.#list.classList.remove('floating');
    this.#list = undefined;
  }

  hostDisconnected(): void {
    this.hide();
  }

  readonly #place = (): void => {
    const anchor = this.anchor()?.getBoundingClientRect();
    const list = this.#list;
    if (anchor === undefined || list === undefined) return;
    const below = innerHeight - anchor.bottom;
    const above = below < Math.min(list.offsetHeight + gap, 280) && anchor.top > below;
    list.style.width = `${anchor.width}px`;
    list.style.left = `${anchor.left}px`;
    list.style.top = above ? 'auto' : `${anchor.bottom + gap}px`;
    list.style.bottom = above ? `${innerHeight - anchor.top + gap}px` : 'auto';
  };
}
