/**
 * One place that asks: waits until it is quiet, has at most one question under way, drops what is superseded, and remembers answers.
 */
import type { CheckStatus } from './resolvers.js';

/** How a question stands. */
export interface Standing<A> {
  status: CheckStatus;
  answer: A | undefined;
}

/** What an inquiry is made of. */
export interface InquiryPort<A> {
  delay: number;
  timeout: number;
  /** Answers by key, shared by all places that ask the same resolver. */
  cache: Map<string, A>;
  ask(signal: AbortSignal): Promise<A>;
  tell(standing: Standing<A>): void;
}

/** Asks for one place. */
export class Inquiry<A> {
  private key: string | undefined;
  private standing: Standing<A> = { status: 'idle', answer: undefined };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private abort: AbortController | undefined;
  /** Ends when the question under way does, whether it is still wanted or not. */
  private underWay: Promise<void> | undefined;
  private listeners: (() => void)[] = [];

  constructor(private readonly port: InquiryPort<A>) {}

  /** Names the question by what it rests on; undefined: there is nothing to ask. The same key asks nothing again. */
  update(key: string | undefined): void {
    if (key === this.key) return;
    this.key = key;
    this.cancel();
    if (key === undefined) return this.stand('idle');
    const known = this.port.cache.get(key);
    if (known !== undefined) return this.stand('done', known);
    this.stand('waiting');
    this.timer = setTimeout(() => void this.begin(key), this.port.delay);
  }

  /** Asks once more what could not be answered. */
  retry(): void {
    if (this.standing.status !== 'unavailable' || this.key === undefined) return;
    this.stand('waiting');
    void this.begin(this.key);
  }

  /** Resolves when nothing is awaited any more; a question that still waits for quiet is asked at once. */
  async settle(): Promise<void> {
    if (this.standing.status === 'waiting' && this.timer !== undefined && this.key !== undefined) {
      clearTimeout(this.timer);
      void this.begin(this.key);
    }
    if (this.isSettled()) return;
    await new Promise<void>((resolve) => this.listeners.push(resolve));
  }

  dispose(): void {
    this.key = undefined;
    this.cancel();
    this.standing = { status: 'idle', answer: undefined };
    this.wake();
  }

  private async begin(key: string): Promise<void> {
    this.timer = undefined;
    await this.underWay;
    if (this.key !== key) return;
    const abort = new AbortController();
    this.abort = abort;
    this.stand('running');
    const asked = this.ask(abort);
    this.underWay = asked.then(() => undefined);
    const answer = await asked;
    if (this.key !== key || this.abort !== abort) return;
    this.abort = undefined;
    if (answer === undefined) return this.stand('unavailable');
    this.remember(key, answer);
    this.stand('done', answer);
  }

  /** The answer, or undefined when there is none within the time. Never fails. */
  private async ask(abort: AbortController): Promise<A | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        abort.abort();
        resolve(undefined);
      }, this.port.timeout);
    });
    try {
      return await Promise.race([this.port.ask(abort.signal), tooLate]);
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  private cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.abort?.abort();
    this.abort = undefined;
  }

  private remember(key: string, answer: A): void {
    const { cache } = this.port;
    const [oldest] = cache.keys();
    if (cache.size >= CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
    cache.set(key, answer);
  }

  private stand(status: CheckStatus, answer?: A): void {
    this.standing = { status, answer };
    this.port.tell(this.standing);
    if (this.isSettled()) this.wake();
  }

  private isSettled(): boolean {
    return this.standing.status !== 'waiting' && this.standing.status !== 'running';
  }

  private wake(): void {
    const waiting = this.listeners;
    this.listeners = [];
    for (const resolve of waiting) resolve();
  }
}

/** Answers kept for a form; the oldest goes first. */
const CACHE_SIZE = 200;
