import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { resetStyles } from '../../styles/reset.js';
import { pageStyles } from './page.styles.js';

/** What stands beside the sheet in a wide container: the rail of steps, an aside, or nothing. */
export type PageLayout = 'steps' | 'aside' | 'single';

/**
 * The ground, the columns and the sheet of a flow. It measures itself, never the viewport: every element inside follows its width.
 * Reading order is header, band, progress, content, aside, rest, help at every width.
 *
 * @summary The layout of a flow.
 * @tag motcua-page
 * @slot header - `motcua-header`.
 * @slot band - `motcua-band`.
 * @slot progress - `motcua-progress`, on the rail from 960 px.
 * @slot - The content of the sheet.
 * @slot aside - What stands beside the sheet from 960 px, and between content and `rest` below.
 * @slot rest - The content of the sheet that follows the aside.
 * @slot help - `motcua-help`.
 * @csspart page - The ground.
 * @csspart sheet - The sheet.
 */
export class MotcuaPage extends MotcuaElement {
  static override styles: CSSResultGroup = [resetStyles, pageStyles];

  @property({ reflect: true }) layout: PageLayout = 'steps';
  /** Draws an edge around the widget. */
  @property({ type: Boolean, reflect: true }) framed = false;

  @state() private hasAside = false;
  @state() private hasRest = false;

  protected override render(): TemplateResult {
    return html`<div part="page" class="page">
      <div class="grounds">
        <slot name="header"></slot>
        <slot name="band"></slot>
        <div class="columns">
          <div class="rail"><slot name="progress"></slot></div>
          <div part="sheet" class="sheet" aria-hidden="true"></div>
          <div class="content"><slot></slot></div>
          <div class="aside" ?hidden=${!this.hasAside}><slot name="aside" @slotchange=${this.#onAside}></slot></div>
          <div class="rest" ?hidden=${!this.hasRest}><slot name="rest" @slotchange=${this.#onRest}></slot></div>
        </div>
        <slot name="help"></slot>
      </div>
    </div>`;
  }

  readonly #onAside = (event: Event): void => {
    this.hasAside = isFilled(event);
  };

  readonly #onRest = (event: Event): void => {
    this.hasRest = isFilled(event);
  };
}

function isFilled({ target }: Event): boolean {
  return target instanceof HTMLSlotElement && target.assignedElements().length > 0;
}
