/**
 * Tells of steps in dossiers that somebody watches. It asks the database for their versions, all in one question, so that a step is noticed
 * whichever process took it; while nobody watches it asks nothing.
 */
import type { DossierStore } from '../../ports/dossier-store.js';

export interface ChangeListener {
  /** The dossier may have changed; also called once soon after following began. */
  tell(): void;
  /** No further change will be told: the gateway stops, or the database does not answer. */
  end(): void;
}

export interface ChangeFeedOptions {
  dossiers: Pick<DossierStore, 'readVersions'>;
  /** Milliseconds between two questions. */
  interval: number;
  onFailure(error: unknown): void;
}

interface Follower {
  dossierId: string;
  listener: ChangeListener;
  version?: number;
}

export class ChangeFeed {
  readonly #followers = new Set<Follower>();
  #timer: NodeJS.Timeout | undefined;
  #asking = false;

  constructor(readonly options: ChangeFeedOptions) {}

  /** Follows a dossier until the function that comes back is called. */
  follow(dossierId: string, listener: ChangeListener): () => void {
    const follower = { dossierId, listener };
    this.#followers.add(follower);
    this.#schedule();
    return () => void this.#followers.delete(follower);
  }

  /** Ends every listener. */
  endAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const followers = [...this.#followers];
    this.#followers.clear();
    for (const { listener } of followers) listener.end();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#asking || this.#followers.size === 0) return;
    this.#timer = setTimeout(() => void this.#ask(), this.options.interval);
    this.#timer.unref();
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    this.#asking = true;
    try {
      const asked = new Set([...this.#followers].map(({ dossierId }) => dossierId));
      this.#compare(await this.options.dossiers.readVersions([...asked]));
    } catch (error) {
      this.options.onFailure(error);
      this.endAll();
    } finally {
      this.#asking = false;
    }
    this.#schedule();
  }

  /** Who came while the question was out is told after the next one. */
  #compare(versions: ReadonlyMap<string, number>): void {
    for (const follower of this.#followers) {
      const version = versions.get(follower.dossierId);
      if (version === undefined || version === follower.version) continue;
      follower.version = version;
      follower.listener.tell();
    }
  }
}
