/** Runs in the page: judges the cases here and in a dedicated worker. */
import { judgeRulesHere } from './rules-here.mjs';

const policy = globalThis.trustedTypes.createPolicy('worker', { createScriptURL: (url) => url });
const worker = new globalThis.Worker(policy.createScriptURL('/worker.js'), { type: 'module' });
const fromWorker = new Promise((resolve, reject) => {
  worker.addEventListener('message', ({ data }) => resolve(data));
  worker.addEventListener('error', ({ message }) => reject(new Error(message)));
});

globalThis.outcome = Promise.all([judgeRulesHere(), fromWorker]).then(([page, inWorker]) => ({
  page,
  worker: inWorker,
}));
