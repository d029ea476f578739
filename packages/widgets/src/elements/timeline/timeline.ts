import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon, type IconPath } from '../../icons/icon.js';
import { checkIcon, dotIcon } from '../../icons/paths.js';
import { resetStyles } from '../../styles/reset.js';
import { toneStyles, type Tone } from '../../styles/tones.js';
import { timelineStyles } from './timeline.styles.js';

export interface TimelineRow {
  readonly label: string;
  readonly status: 'done' | 'now' | 'later';
  /** Time, date and office. */
  readonly meta?: string;
  /** What it means and what comes next. */
  readonly text?: string;
  /** Tone and icon of the row that holds now. */
  readonly tone?: Tone;
  readonly icon?: IconPath;
}

/**
 * What happened to a dossier and what lies ahead, or (as `next`) what happens after sending.
 *
 * @summary An ordered list in time.
 * @tag motcua-timeline
 * @csspart timeline - The list.
 */
export class MotcuaTimeline extends MotcuaElement {
  static override styles: CSSResultGroup = [resetStyles, toneStyles, timelineStyles];

  @property({ attribute: false }) rows: readonly TimelineRow[] = [];
  /** `history` marks each row by its status; `next` gives small rings only. */
  @property({ reflect: true }) variant: 'history' | 'next' = 'history';

  protected override render(): TemplateResult {
    return html`<ol part="timeline">
      ${this.rows.map((row) => this.#renderRow(row))}
    </ol>`;
  }

  #renderRow(row: TimelineRow): TemplateResult {
    const spoken =
      this.variant === 'history'
        ? html`<span class="visually-hidden">${this.t(`timeline.${row.status}`)}: </span>`
        : nothing;
    return html`<li
      class=${`${row.status} tone-${row.tone ?? 'info'}`}
      aria-current=${row.status === 'now' ? 'step' : nothing}
    >
      <span class="node">${this.#renderNode(row)}</span>
      <div class="body">
        <p class="label">${spoken}${row.label}</p>
        ${row.meta === undefined ? nothing : html`<p class="meta">${row.meta}</p>`}
        ${row.text === undefined ? nothing : html`<p class="text">${row.text}</p>`}
      </div>
    </li>`;
  }

  #renderNode(row: TimelineRow): TemplateResult | typeof nothing {
    if (this.variant === 'next' || row.status === 'later') return nothing;
    return renderIcon(row.status === 'done' ? checkIcon : (row.icon ?? dotIcon), 16);
  }
}
