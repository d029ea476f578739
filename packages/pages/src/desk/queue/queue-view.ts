import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskReceptions } from '@motcua/schemas';
import { DeskView } from '../page/desk-view.js';
import { describeProblem } from '../text/describe-problem.js';
import type { Group } from '../state/route.js';
import { ShortcutController } from '../state/shortcuts.js';
import type { QueueRow } from '../state/queue-memory.js';
import { confirmReception, receiveMany } from './bulk-reception.js';
import { PollController } from './poll-controller.js';
import { renderFilters } from './render-filters.js';
import { renderReceptions } from './render-receptions.js';
import { renderTable } from './render-table.js';
import { RowSelection } from './row-selection.js';
import { queueStyles } from './queue.styles.js';

/**
 * The dossiers of the agency by due date: filtered, searched, selected, received together.
 *
 * @summary The desk's queue.
 * @tag motcua-desk-queue
 */
export class MotcuaDeskQueue extends DeskView {
  static override styles: CSSResultGroup = [DeskView.styles, queueStyles];

  @property() group: Group = 'todo';
  /** From the search box in the header. */
  @property() search = '';

  @state() private loading = false;
  @state() private problem: unknown;
  /** The list has become another since it was shown. */
  @state() private isOutdated = false;
  @state() private receptions: DeskReceptions['results'] | undefined;
  @state() private busy = false;

  @query('motcua-dialog') private dialog!: HTMLElement & { ask(): Promise<boolean> };

  readonly #selection = new RowSelection();
  #loaded = '';

  constructor() {
    super();
    new PollController(this, () => void this.#poll());
    new ShortcutController(this, () => ({
      j: () => this.#step(1),
      ArrowDown: () => this.#step(1),
      k: () => this.#step(-1),
      ArrowUp: () => this.#step(-1),
      x: () => this.#toggle(this.desk.queue.current, false),
      a: () => void this.#receive(),
      r: () => void this.#load(),
      n: () => this.#openFirst(),
    }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const asked = JSON.stringify([this.group, this.search]);
    if ((changed.has('group') || changed.has('search') || changed.has('desk')) && asked !== this.#loaded) {
      const { queue } = this.desk;
      const isBack = this.#loaded === '' && queue.group === this.group && queue.search === this.search;
      if (queue.group !== this.group) queue.mark = undefined;
      this.#loaded = asked;
      queue.group = this.group;
      queue.search = this.search;
      // Coming back from a dossier keeps rows and place; what changed meanwhile comes with the next look.
      void (isBack && queue.rows.length > 0 ? this.#comeBack() : this.#load());
    }
  }

  protected override render(): TemplateResult {
    const { desk } = this;
    const { queue } = desk;
    return html`<div class="title-row">
        <div>
          <h1 class="title" tabindex="-1">${this.#title()}</h1>
          <p class="muted">${this.t('queue.lead')}</p>
        </div>
        ${this.#renderActions()}
      </div>
      ${renderFilters({ desk, isSearch: this.search.trim() !== '', choose: (mark) => this.#filter(mark) })}
      <div role="status">
        ${this.problem === undefined ? nothing : html`<motcua-notice tone="danger">${describeProblem(this.problem, desk.words)}</motcua-notice>`}
        ${this.receptions === undefined ? nothing : renderReceptions(this.receptions, desk, () => (this.receptions = undefined))}
        ${
          this.isOutdated
            ? html`<p class="outdated">
                ${this.t('queue.outdated')}
                <button type="button" class="button secondary small" @click=${() => void this.#load()}>
                  ${this.t('queue.reload')} <kbd aria-hidden="true">r</kbd>
                </button>
              </p>`
            : nothing
        }
      </div>
      ${this.#renderList()}
      <motcua-dialog .destructive=${false}></motcua-dialog>
      <p class="muted foot">
        ${queue.rows.length > 0 ? this.t('queue.shown', { count: queue.rows.length }) : nothing}
      </p>`;
  }

  #title(): string {
    return this.search.trim() === '' ? this.t(`group.${this.group}`) : this.t('queue.found');
  }

  #renderActions(): TemplateResult | typeof nothing {
    if (!this.#mayReceive || this.#selection.size === 0) return nothing;
    return html`<div class="row">
      <button type="button" class="button quiet small" @click=${() => this.#clear()}>
        ${this.t('queue.unselect')}
      </button>
      <button
        type="button"
        class="button primary"
        aria-disabled=${this.busy ? 'true' : nothing}
        @click=${() => void this.#receive()}
      >
        ${this.busy ? this.t('bulk.busy') : this.t('bulk.receive', { count: this.#selection.size })}
        <kbd aria-hidden="true">a</kbd>
      </button>
    </div>`;
  }

  #renderList(): TemplateResult {
    const { queue } = this.desk;
    if (queue.rows.length === 0)
      return html`<p class="panel empty">
        ${this.t(this.loading ? 'queue.loading' : this.search.trim() === '' ? 'queue.none' : 'queue.notFound')}
      </p>`;
    return html`${renderTable({
      desk: this.desk,
      rows: queue.rows,
      selected: this.#selection.codes,
      canSelect: this.#mayReceive,
      toggle: (code, isRange) => this.#toggle(code, isRange),
      toggleAll: () => this.#toggleAll(),
      enter: (code) => (queue.current = code),
    })}
    ${
      queue.next === undefined
        ? nothing
        : html`<div class="more">
            <button type="button" class="button secondary" @click=${() => void this.#more()}>
              ${this.t('queue.more')}
            </button>
          </div>`
    }`;
  }

  get #mayReceive(): boolean {
    return this.desk.session.operations.includes('dossier.receive-many');
  }

  async #load(): Promise<void> {
    const { queue } = this.desk;
    const asked = this.#loaded;
    this.loading = true;
    try {
      const found = await queue.peek();
      // An answer to an older question says nothing any more.
      if (asked !== this.#loaded) return;
      queue.show(found);
      this.problem = undefined;
      this.isOutdated = false;
      this.#selection.keepOnly(queue.rows.map(({ provisionalCode }) => provisionalCode));
      if (this.search.trim() !== '') this.desk.say(this.t('queue.shown', { count: queue.rows.length }));
    } catch (problem) {
      this.problem = problem;
    }
    this.loading = false;
  }

  async #comeBack(): Promise<void> {
    await this.updateComplete;
    this.#focusRow(this.desk.queue.current);
    await this.#poll();
  }

  async #poll(): Promise<void> {
    if (this.busy || this.loading) return;
    const asked = this.#loaded;
    try {
      const found = await this.desk.queue.peek();
      if (asked !== this.#loaded) return;
      if (this.desk.queue.rows.length === 0) this.desk.queue.show(found);
      else this.isOutdated = this.desk.queue.refresh(found);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.requestUpdate();
  }

  async #more(): Promise<void> {
    const { queue } = this.desk;
    const last = queue.rows.at(-1)?.provisionalCode ?? '';
    try {
      await queue.loadMore();
    } catch (problem) {
      this.problem = problem;
    }
    this.requestUpdate();
    await this.updateComplete;
    const at = queue.rows.findIndex(({ provisionalCode }) => provisionalCode === last);
    this.#focusRow(queue.rows[at + 1]?.provisionalCode ?? last);
  }

  #filter(mark: 'late' | 'soon-late' | undefined): void {
    this.desk.queue.mark = mark;
    void this.#load();
  }

  async #receive(): Promise<void> {
    if (!this.#mayReceive || this.busy) return;
    const { queue } = this.desk;
    const chosen = this.#selection.size > 0 ? this.#selection.codes : new Set([queue.current]);
    const rows = queue.rows.filter(({ provisionalCode }) => chosen.has(provisionalCode));
    const waiting = rows.filter(({ state }) => state.name === 'submitted');
    if (!(await confirmReception(this.dialog, waiting.length, rows.length - waiting.length, this.desk.words))) return;
    this.busy = true;
    try {
      this.receptions = await receiveMany(waiting, this.desk.api);
      for (const { asked, outcome } of this.receptions) if (outcome === 'received') this.#leave(asked, waiting);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
    this.#selection.clear();
    await this.#poll();
    this.#focusRow(queue.current);
  }

  #leave(asked: string, rows: readonly QueueRow[]): void {
    const row = rows.find(({ code }) => code === asked);
    if (row) this.desk.queue.decided.add(row.provisionalCode);
  }

  #openFirst(): void {
    const row = this.desk.queue.findNext('');
    if (row) this.desk.go({ view: 'dossier', code: row.code });
  }

  #step(by: 1 | -1): void {
    const { queue } = this.desk;
    const at = queue.rows.findIndex(({ provisionalCode }) => provisionalCode === queue.current);
    const next = queue.rows[at === -1 ? 0 : at + by];
    if (next) this.#focusRow(next.provisionalCode);
  }

  #focusRow(provisionalCode: string): void {
    const row = this.renderRoot.querySelector<HTMLElement>(`tr[data-code="${CSS.escape(provisionalCode)}"]`);
    row?.querySelector<HTMLElement>('a')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  #toggle(provisionalCode: string, isRange: boolean): void {
    if (!this.#mayReceive || provisionalCode === '') return;
    const order = this.desk.queue.rows.map((row) => row.provisionalCode);
    this.#selection.toggle(provisionalCode, isRange ? order : undefined);
    this.requestUpdate();
  }

  #toggleAll(): void {
    this.#selection.toggleAll(this.desk.queue.rows.map(({ provisionalCode }) => provisionalCode));
    this.requestUpdate();
  }

  #clear(): void {
    this.#selection.clear();
    this.requestUpdate();
    this.#focusRow(this.desk.queue.current);
  }
}
