/** Lets at most two workers examine many evaluators; one that stands still on a case counts as found. */
import { Worker } from 'node:worker_threads';

const STANDS_STILL_AFTER = 15_000;

/**
 * @param {{ compareModule: string, casesFile: string }} setting
 * @param {{ code: () => Promise<string>, judgedCases: number[], ownCases: number[] }[]} mutants each with the cases that reach it
 * @param {{ workers?: number, onResult?: (done: number) => void }} [options]
 * @returns {Promise<{ byJudges?: string, byOwn?: string }[]>} what was found first, in order of the mutants
 */
export async function examineMutants(setting, mutants, { workers = 2, onResult = () => {} } = {}) {
  const results = [];
  let next = 0;
  let done = 0;
  const takeTurns = async () => {
    let examiner;
    while (next < mutants.length) {
      const index = next++;
      const { code, judgedCases, ownCases } = mutants[index];
      examiner ??= await openExaminer(setting);
      results[index] = await buildAndExamine(examiner, code, { judgedCases, ownCases });
      if (results[index].gone) examiner = undefined;
      onResult(++done);
    }
    await examiner?.close();
  };
  await Promise.all(Array.from({ length: Math.min(workers, mutants.length) }, takeTurns));
  return results;
}

async function buildAndExamine(examiner, code, task) {
  let text;
  try {
    text = await code();
  } catch (error) {
    return { byJudges: `does not build: ${String(error)}` };
  }
  return examiner.examine({ code: text, ...task });
}

async function openExaminer(setting) {
  const heartbeat = new SharedArrayBuffer(4);
  const beats = new Int32Array(heartbeat);
  const worker = new Worker(new URL('./judge-mutant.worker.mjs', import.meta.url), {
    workerData: { ...setting, heartbeat },
    resourceLimits: { maxOldGenerationSizeMb: 1_500 },
  });
  await answerOf(worker);

  async function examine(task) {
    worker.postMessage(task);
    const watch = watchStandstill(beats);
    try {
      const result = await Promise.race([answerOf(worker), watch.stands]);
      if (result.gone) await worker.terminate();
      return result;
    } catch (error) {
      return { byJudges: `breaks down: ${String(error)}`, gone: true };
    } finally {
      watch.end();
    }
  }

  return { examine, close: () => worker.terminate() };
}

function watchStandstill(beats) {
  let last = -1;
  let timer;
  const stands = new Promise((resolve) => {
    timer = setInterval(() => {
      if (beats[0] === last) resolve({ byJudges: 'never ends', gone: true });
      last = beats[0];
    }, STANDS_STILL_AFTER);
  });
  return { stands, end: () => clearInterval(timer) };
}

function answerOf(worker) {
  return new Promise((resolve, reject) => {
    const settle = (settler) => (value) => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      settler(value);
    };
    const onMessage = settle(resolve);
    const onError = settle(reject);
    worker.on('message', onMessage);
    worker.on('error', onError);
  });
}
