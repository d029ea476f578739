/**
 * One worker thread of the second judge: started, asked one question at a time, ended.
 */
import { Worker } from 'node:worker_threads';
import type { Verdict } from '../../ports/second-judge.js';
import type { JudgeAnswer, JudgeRequest } from './judge-worker.js';

export interface JudgeThread {
  /** @param timeLimit milliseconds */
  ask(planHash: string, data: unknown, timeLimit: number): Promise<Verdict>;
  end(): Promise<void>;
}

/** Milliseconds in which a thread has to compile its schemas. */
const START_LIMIT = 30_000;
const BROKEN: Verdict = { kind: 'none', reason: 'broken' };

/** @throws Error when the thread does not start */
export async function startJudgeThread(schemas: Readonly<Record<string, object>>): Promise<JudgeThread> {
  const worker = new Worker(new URL('./judge-worker.js', import.meta.url), {
    workerData: schemas,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  await awaitReady(worker);
  worker.unref();
  const open = new Map<number, (verdict: Verdict) => void>();
  const failAll = (): void => {
    for (const settle of open.values()) settle(BROKEN);
    open.clear();
  };
  worker.on('message', ({ id, verdict }: JudgeAnswer) => {
    open.get(id)?.(verdict);
    open.delete(id);
  });
  worker.on('error', failAll);
  let ended = false;
  worker.on('exit', () => {
    ended = true;
    failAll();
  });
  let last = 0;
  return {
    ask: (planHash, data, timeLimit) =>
      new Promise((settle) => {
        if (ended) return settle(BROKEN);
        last += 1;
        const request: JudgeRequest = { id: last, planHash, data };
        const timer = setTimeout(() => settle({ kind: 'none', reason: 'time' }), timeLimit);
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
    const stop = (error: Error): void => {
      clearTimeout(timer);
      void worker.terminate();
      fail(error);
    };
    const timer = setTimeout(() => stop(new Error('the second judge did not start')), START_LIMIT);
    worker.once('error', stop);
    worker.once('message', () => {
      clearTimeout(timer);
      worker.off('error', stop);
      ready();
    });
  });
}
