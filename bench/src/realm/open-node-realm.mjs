/** Starts a process for one task and listens until it is done, fails, dies, or says nothing for too long. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./in-node.mjs', import.meta.url));

/**
 * @param {object} asked the task
 * @param {number} limit milliseconds that one part of the answer may take
 * @returns {Promise<object>} the parts that were told, as one object; `fault` says why it ended early
 */
export function askNodeRealm(asked, limit) {
  return new Promise((resolve) => {
    const child = fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: ['--expose-gc'] });
    const told = {};
    let timer = setTimeout(giveUp, limit);
    child.on('message', (part) => {
      clearTimeout(timer);
      Object.assign(told, part);
      if (!part.done && !part.fault) timer = setTimeout(giveUp, limit);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (!told.done && !told.fault) told.fault = `the process died (${signal ?? code})`;
      resolve(told);
    });
    child.send(asked);

    function giveUp() {
      told.fault = `over ${limit / 1000} s`;
      child.kill('SIGKILL');
    }
  });
}
