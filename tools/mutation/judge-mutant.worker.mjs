/** Holds the judged cases and the own cases, and tells for one evaluator after another what they find wrong with it. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { importText } from './bundle-evaluator.mjs';
import { findOwnFault } from './own-cases.mjs';

const { compareModule, casesFile, heartbeat } = workerData;
const { findFault } = await import(compareModule);
const { judged, own } = JSON.parse(readFileSync(casesFile, 'utf8'));
const beats = new Int32Array(heartbeat);

parentPort.on('message', async (task) => parentPort.postMessage(await examine(task)));
parentPort.postMessage('ready');

async function examine({ code, judgedCases, ownCases }) {
  try {
    const { createValidator } = await importText(code);
    const byJudges = firstFault(judgedCases, (at) => findFault(createValidator, judged[at]));
    const byOwn = byJudges ? undefined : firstFault(ownCases, (at) => findOwnFault(createValidator, own[at]));
    return { byJudges, byOwn };
  } catch (error) {
    return { byJudges: `does not load: ${String(error)}` };
  }
}

function firstFault(cases, find) {
  for (const at of cases) {
    Atomics.add(beats, 0, 1);
    const fault = find(at);
    if (fault !== undefined) return fault.slice(0, 2_000);
  }
  return undefined;
}
