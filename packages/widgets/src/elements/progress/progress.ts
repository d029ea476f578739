import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaGotoStepEvent } from '../../base/events.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon } from '../../icons/icon.js';
import { checkIcon } from '../../icons/paths.js';
import { resetStyles } from '../../styles/reset.js';
import { progressStyles } from './progress.styles.js';

export interface ProgressStep {
  readonly id: string;
  readonly title: string;
  readonly status: 'done' | 'current' | 'later';
}

/** A ruler of more segments would be a comb; then only the words stand. */
const segmentLimit = 9;

/**
 * Where one is among the steps: a ruler of segments in a container under 960 px, a rail of names from there.
 *
 * @summary The steps of a declaration.
 * @tag motcua-progress
 * @fires {MotcuaGotoStepEvent} motcua-goto-step - A finished step on the rail was chosen; `.stepId`.
 * @csspart progress - Ruler or rail.
 * @csspart segment - One segment of the ruler.
 */
export class MotcuaProgress extends MotcuaElement {
  static override styles: CSSResultGroup = [resetStyles, progressStyles];

  @property({ attribute: false }) steps: readonly ProgressStep[] = [];
  /** As "Đã lưu 14 giờ 05"; shown beside the words under 560 px. */
  @property() saved = '';
  /** Finished steps on the rail can be chosen. */
  @property({ type: Boolean }) linked = false;

  protected override render(): TemplateResult {
    return html`${this.#renderRuler()}${this.#renderRail()}`;
  }

  #renderRuler(): TemplateResult {
    const current = this.steps.findIndex(({ status }) => status === 'current') + 1;
    return html`<div part="progress" class="ruler">
      ${
        this.steps.length > segmentLimit
          ? nothing
          : html`<div class="segments" aria-hidden="true">
              ${this.steps.map(({ status }) => html`<span part="segment" class=${`segment ${status}`}></span>`)}
            </div>`
      }
      <div class="words">
        <p>${this.t('progress.step', { current, count: this.steps.length })}</p>
        ${this.saved === '' ? nothing : html`<p class="saved">${renderIcon(checkIcon)}<span>${this.saved}</span></p>`}
      </div>
    </div>`;
  }

  #renderRail(): TemplateResult {
    return html`<nav part="progress" class="rail" aria-labelledby="steps">
      <p id="steps" class="count">${this.t('progress.steps', { count: this.steps.length })}</p>
      <ol>
        ${this.steps.map((step, index) => this.#renderStep(step, index + 1))}
      </ol>
    </nav>`;
  }

  #renderStep(step: ProgressStep, number: number): TemplateResult {
    const inner = html`<span class="mark" aria-hidden="true"
        >${step.status === 'done' ? renderIcon(checkIcon) : number}</span
      ><span
        >${step.title}${step.status === 'later' ? nothing : html`<span class="visually-hidden">, ${this.t(`progress.${step.status}`)}</span>`}</span
      >`;
    return html`<li class=${step.status} aria-current=${step.status === 'current' ? 'step' : nothing}>
      ${
        this.linked && step.status === 'done'
          ? html`<button type="button" class="row" @click=${() => this.dispatchEvent(new MotcuaGotoStepEvent(step.id))}>
              ${inner}
            </button>`
          : html`<span class="row">${inner}</span>`
      }
    </li>`;
  }
}
