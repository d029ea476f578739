import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DeskDossier, Letter, OfficerMove } from '@motcua/schemas';
import { DeskView } from '../page/desk-view.js';
import type { FiledProcedure } from '../dossier/load-procedure.js';
import type { DecisionDraft } from '../state/decision-drafts.js';
import { describeProblem } from '../text/describe-problem.js';
import type { MoveQuestion } from '../wire/desk-api.js';
import { DeskProblem } from '../wire/desk-problem.js';
import { decisionStyles } from './decision.styles.js';
import { findDecision, type DecisionField, type DecisionMove } from './decisions.js';
import { renderFields } from './render-fields.js';
import { ResultFiles } from './result-files.js';
import { writeMove, type MoveFault } from './write-move.js';

/** The decision was made; `dossier` as it is now. */
export class DecisionMadeEvent extends Event {
  constructor(
    readonly move: DecisionMove,
    readonly dossier: DeskDossier,
  ) {
    super('desk-decision-made');
  }
}

/** Somebody else was quicker; `dossier` as it is now. What was typed stays. */
export class DecisionStaleEvent extends Event {
  constructor(readonly dossier: DeskDossier) {
    super('desk-decision-stale');
  }
}

/** Problems that say that the dossier is not as it was on the screen. */
const STALE = new Set(['dossier.version-conflict', 'dossier.transition-refused']);
/** What the gateway refuses about one field is said at the field. */
const FIELD_OF: Readonly<Record<string, DecisionField>> = {
  'dossier.due-date-refused': 'dueOn',
  'supplement.unknown-item': 'items',
  'result.refused': 'results',
};
const PREVIEW_AFTER = 400;

/**
 * One decision about a dossier: its fields, the letter that it will send, the confirmation.
 *
 * @summary The desk's decision panel.
 * @tag motcua-desk-decision
 */
export class MotcuaDeskDecision extends DeskView {
  static override styles: CSSResultGroup = [DeskView.styles, decisionStyles];

  @property({ attribute: false }) dossier!: DeskDossier;
  @property({ attribute: false }) filed: FiledProcedure | undefined;
  @property() move: DecisionMove = 'receive';
  @property({ attribute: false }) draft!: DecisionDraft;
  @property({ attribute: false }) change: (change: Partial<DecisionDraft>) => void = () => undefined;

  @state() private busy = false;
  /** Faults are shown from the first try on. */
  @state() private isTried = false;
  @state() private problem: unknown;
  @state() private letter: Letter | undefined;
  @state() private previewProblem: unknown;

  #files: ResultFiles | undefined;
  #previewed = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** As the key does that opened it: makes the decision, or says what is missing. */
  async confirm(): Promise<void> {
    if (this.busy) return;
    this.isTried = true;
    const { move, faults } = this.#written;
    if (!move || this.#results.isOpen) return this.#goTo(faults[0]);
    this.busy = true;
    this.problem = undefined;
    try {
      const dossier = await this.desk.api.move(this.#question(move));
      this.dispatchEvent(new DecisionMadeEvent(this.move, dossier));
    } catch (problem) {
      await this.#judge(problem);
    }
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('move')) {
      this.isTried = false;
      this.problem = undefined;
      this.letter = undefined;
      this.#previewed = '';
    }
    this.#planPreview();
  }

  protected override render(): TemplateResult {
    const isOffered = this.dossier.moves.includes(this.move);
    return html`<h2 class="title-2 first" tabindex="-1">${this.t(`move.${this.move}`)}</h2>
      <p class="hint">${this.t(`move.${this.move}.what`)}</p>
      ${isOffered ? this.#renderForm() : html`<motcua-notice tone="warning">${this.t('decision.notOffered')}</motcua-notice>`}
      ${this.#renderPreview()}`;
  }

  #renderForm(): TemplateResult {
    const own = this.problem instanceof DeskProblem ? FIELD_OF[this.problem.code] : undefined;
    return html`<div class="fields">
        ${renderFields({
          desk: this.desk,
          dossier: this.dossier,
          filed: this.filed,
          move: this.move,
          draft: this.draft,
          files: this.#results,
          faults: this.isTried ? this.#written.faults : [],
          refused: own,
          change: (change) => this.change(change),
        })}
      </div>
      ${
        this.problem === undefined || own !== undefined
          ? nothing
          : html`<motcua-notice tone="danger" role="alert"
              >${describeProblem(this.problem, this.desk.words)}</motcua-notice
            >`
      }
      <p class="final">${this.t('decision.final')}</p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled=${this.busy ? 'true' : nothing}
          @click=${() => void this.confirm()}
        >
          ${this.t(this.busy ? 'decision.busy' : `move.${this.move}.confirm`)}
        </button>
        <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new Event('desk-decision-left'))}>
          ${this.t('decision.leave')} <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>`;
  }

  #renderPreview(): TemplateResult | typeof nothing {
    if (findDecision(this.move)?.hasLetter !== true) return nothing;
    return html`<section class="preview" aria-label=${this.t('decision.preview')}>
      <h3 class="label">${this.t('decision.preview')}</h3>
      ${
        this.previewProblem !== undefined
          ? html`<p class="hint">${describeProblem(this.previewProblem, this.desk.words)}</p>`
          : this.letter
            ? html`<div class="sheet"><motcua-letter .letter=${this.letter}></motcua-letter></div>`
            : html`<p class="hint">${this.t('decision.previewEmpty')}</p>`
      }
    </section>`;
  }

  get #results(): ResultFiles {
    return (this.#files ??= new ResultFiles(this.desk.client, () => this.requestUpdate()));
  }

  get #written(): ReturnType<typeof writeMove> {
    return writeMove(this.move, this.draft, this.#results.attachments);
  }

  #question(move: OfficerMove): MoveQuestion {
    const { dossier, version } = this.dossier;
    const key = this.move === 'complete' ? { uploadKey: this.#results.uploadKey } : {};
    return { code: dossier.code, version, move, ...key };
  }

  /** The letter follows what is typed, a moment later. */
  #planPreview(): void {
    const { move } = this.#written;
    const asked = JSON.stringify([this.move, this.dossier.version, move ?? null]);
    if (findDecision(this.move)?.hasLetter !== true || asked === this.#previewed) return;
    this.#previewed = asked;
    clearTimeout(this.#timer);
    if (!move || !this.dossier.moves.includes(this.move)) {
      this.letter = undefined;
      return;
    }
    this.#timer = setTimeout(() => void this.#preview(asked), PREVIEW_AFTER);
  }

  async #preview(asked: string): Promise<void> {
    const { move } = this.#written;
    if (!move) return;
    try {
      const letter = await this.desk.api.previewLetter(this.#question(move));
      if (asked !== this.#previewed) return;
      this.letter = letter;
      this.previewProblem = undefined;
    } catch (problem) {
      if (asked === this.#previewed) this.previewProblem = problem;
    }
  }

  async #judge(problem: unknown): Promise<void> {
    this.problem = problem;
    if (problem instanceof DeskProblem && STALE.has(problem.code)) {
      const dossier = await this.desk.api.dossier(this.dossier.dossier.provisionalCode).catch(() => undefined);
      if (dossier) {
        this.problem = undefined;
        this.dispatchEvent(new DecisionStaleEvent(dossier));
        return;
      }
    }
    const field = problem instanceof DeskProblem ? FIELD_OF[problem.code] : undefined;
    if (field !== undefined) this.#goTo({ field });
  }

  #goTo(fault: MoveFault | undefined): void {
    if (fault?.item !== undefined)
      this.dispatchEvent(new CustomEvent<string>('desk-goto-item', { detail: fault.item }));
    else void this.focusOn(`#${fault?.field ?? 'results'}`);
  }
}
