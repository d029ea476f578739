import { css, html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { MotcuaAnnounceEvent } from '../../base/events.js';
import { resetStyles } from '../../styles/reset.js';

/** Sentences that come at once are said together after this pause. */
const gatherTime = 150;

/**
 * The one polite voice of a flow. Beside it or above it in the same tree, every `motcua-announce` is said here.
 *
 * @summary A polite live region.
 * @tag motcua-live-region
 */
export class MotcuaLiveRegion extends LitElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    css`
      :host {
        position: absolute !important;
        width: 1px !important;
        height: 1px !important;
        overflow: hidden !important;
        clip-path: inset(50%);
      }
    `,
  ];

  @state() private message = '';
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #root: Node | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    this.#root.addEventListener(MotcuaAnnounceEvent.type, this.#onAnnounce);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root?.removeEventListener(MotcuaAnnounceEvent.type, this.#onAnnounce);
    clearTimeout(this.#timer);
  }

  /** Says a sentence politely. The same sentence again is said again. */
  announce(message: string): void {
    this.#waiting.push(message);
    clearTimeout(this.#timer);
    this.message = '';
    this.#timer = setTimeout(() => {
      this.message = this.#waiting.join(' ');
      this.#waiting = [];
    }, gatherTime);
  }

  protected override render(): TemplateResult {
    return html`<div role="status">${this.message}</div>`;
  }

  readonly #onAnnounce = (event: Event): void => {
    if (!(event instanceof MotcuaAnnounceEvent) || event.defaultPrevented) return;
    event.preventDefault();
    this.announce(event.message);
  };
}
