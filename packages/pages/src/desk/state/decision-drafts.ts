/** What an officer has typed for a decision that is not made yet: in memory alone, since it may name people. It outlives views and sign-ins. */
export interface DecisionDraft {
  reason: string;
  note: string;
  /** yyyy-mm-dd */
  dueOn: string;
  channel: 'online' | 'desk' | 'post';
  /** What a supplement is asked for: reason by `pointer` or `document:<id>`. */
  items: Readonly<Record<string, string>>;
}

const EMPTY: DecisionDraft = { reason: '', note: '', dueOn: '', channel: 'online', items: {} };

export class DecisionDrafts {
  readonly #drafts = new Map<string, DecisionDraft>();

  get(provisionalCode: string, move: string): DecisionDraft {
    return this.#drafts.get(`${provisionalCode} ${move}`) ?? EMPTY;
  }

  put(provisionalCode: string, move: string, change: Partial<DecisionDraft>): void {
    this.#drafts.set(`${provisionalCode} ${move}`, { ...this.get(provisionalCode, move), ...change });
  }

  /** The decision is made. */
  drop(provisionalCode: string, move: string): void {
    this.#drafts.delete(`${provisionalCode} ${move}`);
  }

  /** Somebody else signs in. */
  clear(): void {
    this.#drafts.clear();
  }
}
