/**
 * How many streams of changes may be open. Holders are counted by dossier and others by address, so that nobody who knows only a code can
 * take a holder's place; others together get half of the process.
 */
import { GatewayProblem } from '../../http/problem.js';

export interface WatchLimits {
  /** Streams that one look-up secret may hold. */
  perHolder: number;
  /** Streams without a secret from one address. */
  perAddress: number;
  /** Streams of this process. */
  perProcess: number;
  /** Milliseconds between two looks at the database. */
  pollInterval: number;
  /** Milliseconds between two signs of life on a quiet stream. */
  heartbeat: number;
}

/** Sample configuration. */
export const DEFAULT_WATCH_LIMITS: WatchLimits = {
  perHolder: 8,
  perAddress: 40,
  perProcess: 2_000,
  pollInterval: 1_000,
  heartbeat: 15_000,
};

export type Watcher = { kind: 'holder'; dossierId: string } | { kind: 'public'; address: string };

const RETRY_AFTER = '60';

export class WatchSeats {
  readonly #taken = new Map<string, number>();
  #holders = 0;
  #others = 0;
  #closed = false;

  constructor(readonly limits: WatchLimits) {}

  /**
   * Takes a seat; the function that comes back leaves it, once.
   * @throws GatewayProblem `dossier.watch-limit`, and `gateway.unavailable` while the gateway stops
   */
  take(watcher: Watcher): () => void {
    if (this.#closed) throw new GatewayProblem('gateway.unavailable', { headers: { 'Retry-After': '1' } });
    const name = watcher.kind === 'holder' ? `dossier ${watcher.dossierId}` : `address ${watcher.address}`;
    const taken = this.#taken.get(name) ?? 0;
    if (this.#isFull(watcher.kind, taken))
      throw new GatewayProblem('dossier.watch-limit', { headers: { 'Retry-After': RETRY_AFTER } });
    this.#count(watcher.kind, name, 1);
    let left = false;
    return () => {
      if (!left) this.#count(watcher.kind, name, -1);
      left = true;
    };
  }

  /** Seats that are taken. */
  count(): number {
    return this.#holders + this.#others;
  }

  /** Gives no seat any more. */
  close(): void {
    this.#closed = true;
  }

  #isFull(kind: Watcher['kind'], taken: number): boolean {
    const { perHolder, perAddress, perProcess } = this.limits;
    if (this.#holders + this.#others >= perProcess) return true;
    return kind === 'holder' ? taken >= perHolder : taken >= perAddress || this.#others >= perProcess / 2;
  }

  #count(kind: Watcher['kind'], name: string, step: 1 | -1): void {
    if (kind === 'holder') this.#holders += step;
    else this.#others += step;
    const taken = (this.#taken.get(name) ?? 0) + step;
    if (taken === 0) this.#taken.delete(name);
    else this.#taken.set(name, taken);
  }
}
