/**
 * Asks ajv in a worker thread, one question after another, each under a time limit.
 */
import type { SecondJudge, Silence, Verdict } from '../../ports/second-judge.js';
import { startJudgeThread, type JudgeThread } from './judge-thread.js';

export interface WorkerJudgeOptions {
  /** Data schemas by plan hash. */
  schemas: Readonly<Record<string, object>>;
  /** Milliseconds for one verdict. */
  timeLimit: number;
}

/** A question that waited this many limits behind others is not asked any more: an answer that late helps nobody. */
const PATIENCE = 4;
/** Milliseconds without a new attempt after a thread did not start. */
const REST = 30_000;

/**
 * Starts the thread at the first question, and again after one that ran out of time.
 * Questions wait for one another, so that the time of a slow one is never taken from the next.
 */
export function createWorkerJudge({ schemas, timeLimit }: WorkerJudgeOptions): SecondJudge {
  let thread: Promise<JudgeThread> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let restUntil = 0;
  let closed = false;

  const ask = async (planHash: string, data: unknown, since: number): Promise<Verdict> => {
    if (closed) return silence('closed');
    const now = performance.now();
    if (now - since > timeLimit * PATIENCE) return silence('busy');
    if (now < restUntil) return silence('broken');
    try {
      const current = await (thread ??= startJudgeThread(schemas));
      const verdict = await current.ask(planHash, data, timeLimit);
      if (verdict.kind === 'none' && verdict.reason !== 'schema') {
        thread = undefined;
        await current.end();
      }
      return verdict;
    } catch {
      thread = undefined;
      restUntil = performance.now() + REST;
      return silence('broken');
    }
  };

  return {
    judge(planHash, data) {
      const since = performance.now();
      const verdict = turn.then(() => ask(planHash, data, since));
      turn = verdict;
      return verdict;
    },
    async close() {
      closed = true;
      await thread?.then(
        (current) => current.end(),
        () => undefined,
      );
    },
  };
}

function silence(reason: Silence): Verdict {
  return { kind: 'none', reason };
}
