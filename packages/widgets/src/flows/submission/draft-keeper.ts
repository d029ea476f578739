/** Saves a draft by itself, soon after each change and at once when the page is about to go, and says how that went. */
import type { DraftContent, DraftStore, Readable } from '@motcua/client';
import { createWritable } from '@motcua/client';
import { errorCode } from '../error-code.js';

export type SavedState =
  | { kind: 'idle' }
  | { kind: 'saving'; lastAt?: Date }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed'; code: string; lastAt?: Date };

/** Milliseconds after the last change; at most this much typing can be lost in a crash. */
const delay = 400;

export class DraftKeeper {
  readonly #state = createWritable<SavedState>({ kind: 'idle' });
  readonly state: Readable<SavedState> = this.#state;
  readonly #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly drafts: DraftStore,
    private readonly id: string,
    private readonly content: () => DraftContent,
  ) {
    const options = { signal: this.#stop.signal };
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'hidden' && this.#flushIfDue(),
      options,
    );
    addEventListener('pagehide', () => this.#flushIfDue(), options);
  }

  /** Something changed: save soon. */
  touch(): void {
    this.#timer ??= setTimeout(() => void this.flush(), delay);
  }

  /** Saves now; resolves when it is on the device or has failed. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#save();
    return this.#running;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stop.abort();
  }

  #flushIfDue(): void {
    if (this.#timer !== undefined) void this.flush();
  }

  async #save(): Promise<void> {
    const before = this.#state.get();
    const lastAt = before.kind === 'saved' ? before.at : before.kind === 'idle' ? undefined : before.lastAt;
    const kept = lastAt ? { lastAt } : {};
    if (before.kind !== 'failed') this.#state.set({ kind: 'saving', ...kept });
    try {
      const summary = await this.drafts.save(this.id, this.content());
      if (this.#stop.signal.aborted) return;
      this.#state.set({ kind: 'saved', at: new Date(summary.updatedAt) });
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#state.set({ kind: 'failed', code: errorCode(error), ...kept });
    }
  }
}
