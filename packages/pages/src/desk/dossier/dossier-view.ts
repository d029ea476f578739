import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { WidthController } from '../page/width-controller.js';
import type { JsonObject } from '@motcua/form-engine/runtime';
import type { DeskDossier } from '@motcua/schemas';
import { chevronLeftIcon, renderIcon } from '@motcua/widgets/page-kit';
import type { MotcuaLetter } from '@motcua/widgets/letter';
import type { DecisionMadeEvent, DecisionStaleEvent, MotcuaDeskDecision } from '../decision/decision-view.js';
import { listDecisions, type DecisionMove } from '../decision/decisions.js';
import { DeskView } from '../page/desk-view.js';
import type { MotcuaDeskPapers } from '../papers/papers-view.js';
import type { DecisionDraft } from '../state/decision-drafts.js';
import { ShortcutController, type Shortcuts } from '../state/shortcuts.js';
import { writeRoute } from '../state/route.js';
import { describeProblem } from '../text/describe-problem.js';
import { dossierStyles } from './dossier.styles.js';
import { listAnswers, listRawAnswers, type AnswerStep } from './list-answers.js';
import { listPapers } from './list-papers.js';
import { loadFiledProcedure, type FiledProcedure } from './load-procedure.js';
import { renderAnswers } from './render-answers.js';
import { renderDone } from './render-done.js';
import { renderHistory } from './render-history.js';
import { renderSummary } from './render-summary.js';
import { renderStale } from './render-stale.js';
import { moveTab, renderTabs, type Tab } from './render-tabs.js';

/** Container width from which answers and papers stand side by side. */
const WIDE = 760;

/**
 * One dossier: answers beside papers, its history, and the decisions that are open to this officer.
 *
 * @summary The desk's dossier.
 * @tag motcua-desk-dossier
 */
export class MotcuaDeskDossier extends DeskView {
  static override styles: CSSResultGroup = [DeskView.styles, dossierStyles];

  @property() code = '';

  @state() private dossier: DeskDossier | undefined;
  @state() private filed: FiledProcedure | undefined;
  @state() private applicant = '';
  @state() private problem: unknown;
  @state() private tab: Tab = 'answers';
  @state() private move: DecisionMove | undefined;
  /** The decision that was made just now. */
  @state() private made: DecisionMove | undefined;
  /** Version that was on the screen when somebody else was quicker. */
  @state() private staleFrom: number | undefined;
  @state() private withEmpty = false;

  @query('motcua-desk-papers') private papers!: MotcuaDeskPapers | null;
  readonly #width = new WidthController(this);
  #shownCode = '';
  #shownLocale = '';

  constructor() {
    super();
    new ShortcutController(this, () => this.#shortcuts());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('code') && this.code !== this.#shownCode) void this.#open();
    else if (changed.has('desk') && this.dossier && this.desk.words.locale !== this.#shownLocale)
      void this.#readForm(this.dossier);
    // Beside the answers stand the papers; on a narrow page the answers are a tab themselves.
    if (this.#isWide && this.tab === 'answers') this.tab = 'papers';
  }

  protected override render(): TemplateResult {
    const { desk, dossier } = this;
    const back = html`<a class="back" href=${writeRoute({ view: 'queue', group: desk.queue.group })}
      >${renderIcon(chevronLeftIcon)}${this.t(`group.${desk.queue.group}`)}</a
    >`;
    if (!dossier)
      return html`${back}
        <h1 class="title" tabindex="-1">${this.t('dossier.title', { code: this.code })}</h1>
        <div role="status" class="panel empty">
          ${this.problem === undefined ? this.t('queue.loading') : describeProblem(this.problem, desk.words)}
        </div>`;
    return html`${back}${renderSummary({ desk, dossier, applicant: this.applicant })}
      <div role="status">
        ${this.problem === undefined ? nothing : html`<motcua-notice tone="danger">${describeProblem(this.problem, desk.words)}</motcua-notice>`}
        ${this.staleFrom === undefined ? nothing : renderStale(dossier, this.staleFrom, desk)}
        ${
          this.made === undefined
            ? nothing
            : renderDone({
                desk,
                dossier,
                move: this.made,
                print: () => this.#printNewest(),
                next: () => void this.#openNext(),
              })
        }
      </div>
      ${this.#renderDecisions(dossier)}
      <div class="columns" data-wide=${this.#isWide}>
        ${this.#isWide ? html`<div class="answers">${this.#renderAnswers(dossier)}</div>` : nothing}
        <div class="side">
          ${renderTabs({
            words: desk.words,
            tabs: this.#tabs,
            chosen: this.tab,
            papers: listPapers(dossier, this.filed, desk.words).length,
            choose: (tab) => this.#chooseTab(tab),
          })}
          <div class="panel" role="tabpanel" id="tabpanel" aria-labelledby="tab-${this.tab}" tabindex="0">
            ${this.#renderTab(dossier)}
          </div>
        </div>
      </div>
      <motcua-letter class="printed" hidden></motcua-letter>`;
  }

  #renderDecisions({ moves }: DeskDossier): TemplateResult {
    const decisions = listDecisions(moves, this.move !== undefined);
    if (decisions.length === 0) return html`<p class="muted decisions">${this.t('decision.none')}</p>`;
    return html`<div class="row decisions" role="group" aria-label=${this.t('decision.group')}>
      ${decisions.map(
        ({ move, look, key }) =>
          html`<button
            type="button"
            class="button ${look} ${move}"
            aria-pressed=${this.move === move}
            @click=${() => this.#decide(move)}
          >
            ${this.t(`move.${move}`)} <kbd aria-hidden="true">${key}</kbd>
          </button>`,
      )}
    </div>`;
  }

  #renderTab(dossier: DeskDossier): TemplateResult {
    if (this.tab === 'history')
      return renderHistory({ dossier, filed: this.filed, desk: this.desk, print: (which) => void this.#print(which) });
    if (this.tab === 'answers') return this.#renderAnswers(dossier);
    if (this.tab === 'decision' && this.move !== undefined)
      return html`<motcua-desk-decision
        .desk=${this.desk}
        .dossier=${dossier}
        .filed=${this.filed}
        .move=${this.move}
        .draft=${this.#draft}
        .change=${(change: Partial<DecisionDraft>) => this.#change(change)}
        @desk-decision-made=${this.#onMade}
        @desk-decision-stale=${this.#onStale}
        @desk-decision-left=${() => this.#leave()}
        @desk-goto-item=${(event: CustomEvent<string>) => void this.#goToItem(event.detail)}
      ></motcua-desk-decision>`;
    return html`<motcua-desk-papers
      .desk=${this.desk}
      .code=${dossier.dossier.code}
      .papers=${listPapers(dossier, this.filed, this.desk.words)}
    ></motcua-desk-papers>`;
  }

  #renderAnswers(dossier: DeskDossier): TemplateResult {
    return renderAnswers({
      desk: this.desk,
      dossier,
      steps: this.#listAnswers(dossier),
      isUnknownForm: this.filed === undefined,
      items: this.move === 'requestSupplement' ? this.#draft.items : undefined,
      withEmpty: this.withEmpty,
      toggleEmpty: () => (this.withEmpty = !this.withEmpty),
      change: (items) => this.#change({ items }),
      showPaper: (pointer) => void this.#showPaper(pointer),
    });
  }

  #listAnswers({ dossier }: DeskDossier): readonly AnswerStep[] {
    const { filed, desk, move } = this;
    const data = dossier.data as JsonObject;
    if (filed) return listAnswers(data, filed, desk.words, this.withEmpty && move === 'requestSupplement');
    return [{ id: 'raw', title: '', sections: [{ id: 'raw', title: '', rows: listRawAnswers(data) }] }];
  }

  get #isWide(): boolean {
    return this.#width.value >= WIDE;
  }

  get #tabs(): readonly Tab[] {
    const tabs: Tab[] = this.#isWide ? ['papers', 'history'] : ['answers', 'papers', 'history'];
    return this.move === undefined ? tabs : [...tabs, 'decision'];
  }

  get #draft(): DecisionDraft {
    return this.desk.drafts.get(this.#provisional, this.move ?? '');
  }

  get #provisional(): string {
    return this.dossier?.dossier.provisionalCode ?? '';
  }

  #shortcuts(): Shortcuts {
    const list: Record<string, () => void> = {
      n: () => void this.#openNext(),
      h: () => this.#chooseTab('history'),
      v: () => this.#chooseTab('papers'),
      i: () => this.#printNewest(),
      Escape: () =>
        this.move === undefined ? this.desk.go({ view: 'queue', group: this.desk.queue.group }) : this.#leave(),
    };
    for (const { move, key } of listDecisions(this.dossier?.moves ?? [], false)) list[key] = () => this.#decide(move);
    return list;
  }

  async #open(): Promise<void> {
    const { code } = this;
    this.#shownCode = code;
    this.dossier = undefined;
    this.filed = undefined;
    this.problem = undefined;
    this.move = undefined;
    this.made = undefined;
    this.staleFrom = undefined;
    this.withEmpty = false;
    this.tab = this.#isWide ? 'papers' : 'answers';
    try {
      const dossier = await this.desk.api.dossier(code);
      if (code !== this.#shownCode) return;
      this.applicant = await this.desk.queue.findApplicant(dossier.dossier.provisionalCode);
      await this.#readForm(dossier);
      if (code !== this.#shownCode) return;
      this.dossier = dossier;
      this.desk.queue.current = dossier.dossier.provisionalCode;
      await this.focusOn('h1');
    } catch (problem) {
      if (code === this.#shownCode) this.problem = problem;
    }
  }

  async #readForm({ dossier }: DeskDossier): Promise<void> {
    this.#shownLocale = this.desk.words.locale;
    this.filed = await loadFiledProcedure(dossier, this.desk.client, this.desk.words.locale);
  }

  #decide(move: DecisionMove): void {
    this.move = move;
    this.made = undefined;
    // On a narrow page what is asked for is ticked in the answers first.
    if (move === 'requestSupplement' && !this.#isWide && Object.keys(this.#draft.items).length === 0)
      this.tab = 'answers';
    else this.tab = 'decision';
    void this.#focusDecision();
  }

  async #focusDecision(): Promise<void> {
    await this.updateComplete;
    const decision = this.renderRoot.querySelector<MotcuaDeskDecision>('motcua-desk-decision');
    await decision?.updateComplete;
    const heading = decision?.shadowRoot?.querySelector<HTMLElement>('h2');
    (heading ?? this.renderRoot.querySelector<HTMLElement>('.answers-title'))?.focus();
  }

  #leave(): void {
    this.move = undefined;
    this.tab = this.#isWide ? 'papers' : 'answers';
    void this.focusOn('.decisions button');
  }

  #change(change: Partial<DecisionDraft>): void {
    if (this.move === undefined) return;
    this.desk.drafts.put(this.#provisional, this.move, change);
    this.requestUpdate();
  }

  readonly #onMade = (event: DecisionMadeEvent): void => {
    this.desk.drafts.drop(this.#provisional, event.move);
    this.desk.queue.decided.add(this.#provisional);
    this.dossier = event.dossier;
    this.made = event.move;
    this.move = undefined;
    this.staleFrom = undefined;
    this.tab = 'history';
    void this.focusOn('.done-next');
  };

  readonly #onStale = (event: DecisionStaleEvent): void => {
    this.staleFrom = this.dossier?.version;
    this.dossier = event.dossier;
    void this.focusOn('.stale');
  };

  #chooseTab(tab: Tab): void {
    if (this.#tabs.includes(tab)) this.tab = tab;
    void moveTab(this.renderRoot, this.updateComplete, tab);
  }

  async #showPaper(pointer: string): Promise<void> {
    const paper = this.dossier?.papers.find((one) => one.pointer === pointer);
    if (!paper) return;
    this.tab = 'papers';
    await this.updateComplete;
    this.papers?.show(paper.attachment.uploadId);
  }

  async #goToItem(key: string): Promise<void> {
    if (!this.#isWide) this.tab = 'answers';
    await this.focusOn(`textarea[data-item="${CSS.escape(key)}"]`);
  }

  #printNewest(): void {
    const newest = this.dossier?.dossier.letters?.at(-1);
    if (newest) void this.#print(newest.sequence);
  }

  /** A letter as it was issued, or the control sheet as it stands now, on paper. */
  async #print(which: number | 'control-sheet'): Promise<void> {
    const sheet = this.renderRoot.querySelector('motcua-letter.printed') as MotcuaLetter | null;
    if (!sheet || !this.dossier) return;
    const { code } = this.dossier.dossier;
    try {
      sheet.letter = await (which === 'control-sheet'
        ? this.desk.api.controlSheet(code)
        : this.desk.api.letter(code, which));
      await sheet.print();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** The next of the queue that nobody has decided here; more are read when these are done. */
  async #openNext(): Promise<void> {
    const { queue } = this.desk;
    try {
      const next = await queue.readNext(this.#provisional);
      this.desk.go(next ? { view: 'dossier', code: next.code } : { view: 'queue', group: queue.group });
    } catch (problem) {
      this.problem = problem;
    }
  }
}
