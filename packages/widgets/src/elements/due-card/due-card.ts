import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon, type IconPath } from '../../icons/icon.js';
import { checkIcon, clockIcon, errorIcon, pauseCircleIcon } from '../../icons/paths.js';
import { resetStyles } from '../../styles/reset.js';
import { color, font, shape, space } from '../../styles/tokens.js';
import { toneStyles, type Tone } from '../../styles/tones.js';
import { figures, type } from '../../styles/typography.js';

/** How the clock of a dossier stands. */
export type DueClock = 'running' | 'last-day' | 'paused' | 'late' | 'done';

export interface DueRow {
  readonly key: string;
  readonly value: string;
  readonly note?: string;
  /** The date itself, large and in figures. */
  readonly date?: boolean;
}

const looks: Readonly<Record<DueClock, { tone: Tone; icon: IconPath }>> = {
  running: { tone: 'info', icon: clockIcon },
  'last-day': { tone: 'warning', icon: clockIcon },
  paused: { tone: 'warning', icon: pauseCircleIcon },
  late: { tone: 'danger', icon: errorIcon },
  done: { tone: 'success', icon: checkIcon },
};

/**
 * When the result is due, under a head that tells how the clock stands.
 *
 * @summary The due date of a dossier.
 * @tag motcua-due-card
 * @slot - More text, as an apology with its reason.
 * @csspart due - The card.
 */
export class MotcuaDueCard extends MotcuaElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    toneStyles,
    css`
      .card {
        border: 1px solid ${color.line};
        border-radius: ${shape.radiusL};
        background: ${color.surface};
      }
      .head {
        display: flex;
        gap: ${space.s2};
        padding: 10px 16px;
        border-radius: calc(${shape.radiusL} - 1px) calc(${shape.radiusL} - 1px) 0 0;
        color: var(--tone);
        ${type.error}
      }
      .head .icon {
        margin-block-start: 2px;
      }
      .body {
        padding: 4px 16px;
      }
      .row {
        padding-block: ${space.s3};
      }
      .row + .row {
        border-block-start: 1px solid ${color.line};
      }
      dt {
        color: ${color.textMuted};
        ${type.small}
      }
      .value {
        font-weight: ${font.medium};
        line-height: 1.5;
      }
      .date {
        ${figures}
        ${type.due}
      }
      .note {
        color: ${color.textMuted};
        ${type.small}
      }
    `,
  ];

  @property({ reflect: true }) clock: DueClock = 'running';
  /** Another head than the clock's own words. */
  @property() heading = '';
  @property({ attribute: false }) rows: readonly DueRow[] = [];

  protected override render(): TemplateResult {
    const look = looks[this.clock];
    return html`<div part="due" class="card">
      <h2 class=${`head toned tone-${look.tone}`}>
        ${renderIcon(look.icon)}<span>${this.heading || this.t(`due.${this.clock}`)}</span>
      </h2>
      <dl class="body">
        ${this.rows.map(
          (row) =>
            html`<div class="row">
              <dt>${row.key}</dt>
              <dd class=${row.date === true ? 'value date' : 'value'}>${row.value}</dd>
              ${row.note === undefined ? nothing : html`<dd class="note">${row.note}</dd>`}
            </div>`,
        )}
      </dl>
      <slot></slot>
    </div>`;
  }
}
