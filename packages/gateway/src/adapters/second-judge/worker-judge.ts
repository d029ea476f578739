/**
 * Asks ajv in a worker thread, under a time limit.
 */
import { Worker } from 'node:worker_threads';
import type { SecondJudge, Verdict } from '../../ports/second-judge.js';
import type { JudgeAnswer, JudgeRequest } from './judge-worker.js';

export interface WorkerJudgeOptions {
  /** Data schemas by plan hash. */
  schemas: Readonly<Record<string, object>>;
  /** Milliseconds for one verdict. */
  timeLimit: number;
}

const START_LIMIT = 30_000;

/** Starts the thread at the first question, and again after one that ran out of time. */
export function createWorkerJudge({ schemas, timeLimit }: WorkerJudgeOptions): SecondJudge {
  let thread: Promise<JudgeThread> | undefined;
  let closed = false;
  return {
    async judge(planHash, data) {
      if (closed) return { kind: 'none' };
      thread ??= startThread(schemas);
      const asked = thread;
      const verdict = await asked.then(
        (judge) => judge.ask(planHash, data, timeLimit),
        (): Verdict => ({ kind: 'none' }),
      );
      if (verdict.kind === 'none' && thread === asked) {
        thread = undefined;
        await asked.then(
          (judge) => judge.end(),
          () => undefined,
        );
      }
      return verdict;
    },
    async close() {
      closed = true;
      await thread?.then(
        (judge) => judge.end(),
        () => undefined,
      );
    },
  };
}

interface JudgeThread {
  ask(planHash: string, data: unknown, timeLimit: number): Promise<Verdict>;
  end(): Promise<void>;
}

async function startThread(schemas: WorkerJudgeOptions['schemas']): Promise<JudgeThread> {
  const worker = new Worker(new URL('./judge-worker.js', import.meta.url), {
    workerData: schemas,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const open = new Map<number, (verdict: Verdict) => void>();
  const failAll = (): void => {
    for (const settle of open.values()) settle({ kind: 'none' });
    open.clear();
  };
  await awaitReady(worker);
  worker.unref();
  worker.on('message', ({ id, verdict }: JudgeAnswer) => {
    open.get(id)?.(verdict);
    open.delete(id);
  });
  worker.on('error', failAll);
  worker.on('exit', failAll);
  let last = 0;
  return {
    ask: (planHash, data, timeLimit) =>
      new Promise((settle) => {
        last += 1;
        const request: JudgeRequest = { id: last, planHash, data };
        const timer = setTimeout(() => settle({ kind: 'none' }), timeLimit);
        open.set(last, (verdict) => {
          clearTimeout(timer);
          settle(verdict);
        });
        worker.postMessage(request);
      }),
    async end() {
      await worker.terminate();
    },
  };
}

function awaitReady(worker: Worker): Promise<void> {
  return new Promise((ready, fail) => {
    const timer = setTimeout(() => fail(new Error('the second judge did not start')), START_LIMIT);
    worker.once('message', () => {
      clearTimeout(timer);
      ready();
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      fail(error);
    });
  });
}
