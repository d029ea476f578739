/**
 * Does a piece of work again and again, never twice at once, and lets it end before it stops.
 */
export interface PeriodicJob {
  start(): void;
  /** No more rounds; comes back when the one that runs is over. */
  stop(): Promise<void>;
}

export interface JobOptions {
  /** One round; answers whether there is more to do at once. */
  work(): Promise<boolean>;
  /** Milliseconds between the end of a round and the next. */
  interval: number;
  /** A round failed; the next comes at its time. */
  onFailure(error: unknown): void;
}

export function createPeriodicJob({ work, interval, onFailure }: JobOptions): PeriodicJob {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  let running = false;
  const schedule = (delay: number): void => {
    timer = setTimeout(() => (round = run()), delay);
    timer.unref();
  };
  const run = async (): Promise<void> => {
    let more = false;
    try {
      more = await work();
    } catch (error) {
      onFailure(error);
    }
    if (running) schedule(more ? 0 : interval);
  };
  return {
    start() {
      if (running) return;
      running = true;
      schedule(0);
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await round;
    },
  };
}
