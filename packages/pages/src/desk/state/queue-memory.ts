/** The queue as it was last seen: the views share it, so that going back finds the place and one key opens the next dossier. */
import type { DeskQueue } from '@motcua/schemas';
import type { DeskApi, QueueQuestion } from '../wire/desk-api.js';
import { GROUPS, type Group } from './route.js';

export type QueueRow = DeskQueue['dossiers'][number];
export type QueueCounts = DeskQueue['counts'];
export type Mark = 'late' | 'soon-late';

const PAGE = 50;
/** In these the applicant has the next word. */
const WITH_APPLICANT: ReadonlySet<string> = new Set(['supplementRequested', 'paymentRequested']);

export class QueueMemory {
  group: Group = 'todo';
  mark: Mark | undefined;
  search = '';
  rows: readonly QueueRow[] = [];
  next: string | undefined;
  counts: QueueCounts | undefined;
  /** Provisional code of the row that the keyboard stands on. */
  current = '';
  /** Provisional codes of dossiers that were decided at this desk since it was opened. */
  readonly decided = new Set<string>();

  constructor(private readonly api: DeskApi) {}

  /** As many rows as are shown now, at least a page: what the list says by now, without showing it. */
  async peek(): Promise<DeskQueue> {
    return this.api.queue({ ...this.#question(), limit: Math.min(200, Math.max(PAGE, this.rows.length)) });
  }

  show({ dossiers, next, counts }: DeskQueue): void {
    this.rows = dossiers;
    this.next = next;
    this.counts = counts;
  }

  async loadMore(): Promise<void> {
    if (this.next === undefined) return;
    const { dossiers, next, counts } = await this.api.queue({ ...this.#question(), limit: PAGE, after: this.next });
    const known = new Set(this.rows.map(({ provisionalCode }) => provisionalCode));
    this.rows = [...this.rows, ...dossiers.filter(({ provisionalCode }) => !known.has(provisionalCode))];
    this.next = next;
    this.counts = counts;
  }

  /** Puts what is new into the rows that are shown, and says whether the list itself has become another. Nothing moves. */
  refresh({ dossiers, counts }: DeskQueue): boolean {
    const fresh = new Map(dossiers.map((row) => [row.provisionalCode, row]));
    const order = this.rows.map(({ provisionalCode }) => provisionalCode).join();
    this.rows = this.rows.map((row) => fresh.get(row.provisionalCode) ?? row);
    this.counts = counts;
    return order !== dossiers.map(({ provisionalCode }) => provisionalCode).join();
  }

  /** The row after this dossier that waits for a decision; from the top again after the last. */
  findNext(provisionalCode: string): QueueRow | undefined {
    const at = this.rows.findIndex((row) => row.provisionalCode === provisionalCode);
    const after = [...this.rows.slice(at + 1), ...this.rows.slice(0, at + 1)];
    const isWaiting = (row: QueueRow): boolean => this.group === 'paused' || !WITH_APPLICANT.has(row.state.name);
    return after.find(
      (row) => row.provisionalCode !== provisionalCode && !this.decided.has(row.provisionalCode) && isWaiting(row),
    );
  }

  /** As `findNext`, and reads on when all that is shown is done. @throws DeskProblem */
  async readNext(provisionalCode: string): Promise<QueueRow | undefined> {
    if (this.rows.length === 0) this.show(await this.peek());
    let found = this.findNext(provisionalCode);
    while (!found && this.next !== undefined) {
      await this.loadMore();
      found = this.findNext(provisionalCode);
    }
    return found;
  }

  /** Name of the applicant: from the rows, else asked for. @throws DeskProblem */
  async findApplicant(provisionalCode: string): Promise<string> {
    const known = this.rows.find((row) => row.provisionalCode === provisionalCode);
    const [row] = known ? [known] : (await this.api.queue({ code: provisionalCode, limit: 1 })).dossiers;
    return row?.applicant ?? '';
  }

  #question(): QueueQuestion {
    const search = this.search.trim();
    // What is searched for may stand in any state.
    if (search !== '') return /\d/.test(search) ? { code: search } : { name: search };
    const states = GROUPS[this.group];
    return { ...(states === undefined ? {} : { states }), ...(this.mark === undefined ? {} : { mark: this.mark }) };
  }
}
