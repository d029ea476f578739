/** Runs in the page: judges the groups here and in a dedicated worker. */
import { judgeHere } from './judge-here.mjs';

const worker = new globalThis.Worker(trustedUrl('/worker.js'), { type: 'module' });
const fromWorker = new Promise((resolve, reject) => {
  worker.addEventListener('message', ({ data }) => resolve(data));
  worker.addEventListener('error', ({ message }) => reject(new Error(message)));
});

globalThis.outcome = Promise.all([judgeHere(), fromWorker]).then(([page, inWorker]) => ({ page, worker: inWorker }));

/** Trusted types are required: the page's own script says that it means the address of its worker. */
function trustedUrl(path) {
  return globalThis.trustedTypes.createPolicy('worker', { createScriptURL: (url) => url }).createScriptURL(path);
}
