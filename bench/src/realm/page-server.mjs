/** Serves the pages of the measurements on this machine only: strict or open policy, one bundle an engine, tasks out and answers in. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What a careful portal allows, and what an ordinary one does. */
export const POLICIES = {
  strict:
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  open: "default-src 'self'; script-src 'self' 'unsafe-eval'",
};

/** The two headers give the page a fine clock. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * @param {string} folder where the bundles lie
 * @returns {Promise<{address: string, open: Function, close: Function}>} `open(task, listen)` gives the address of a page that does the task
 */
export async function servePages(folder) {
  const tasks = new Map();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;

  async function answer(request, response) {
    const [, room, name = ''] = new URL(request.url, address).pathname.split('/');
    const id = room === 'page' ? new URL(request.url, address).searchParams.get('id') : name;
    const entry = tasks.get(id);
    if (room === 'page' && entry) send(response, 'text/html', page(entry.asked.engine), entry.asked.policy);
    else if (room === 'tasks' && entry) send(response, 'application/json', JSON.stringify(entry.asked));
    else if (room === 'scripts') send(response, 'text/javascript', await readFile(join(folder, basename(name))));
    else if (room === 'told' && entry) {
      entry.listen(JSON.parse(await readBody(request)));
      send(response, 'application/json', '{}');
    } else response.writeHead(404, HEADERS).end();
  }

  return {
    address,
    open(asked, listen) {
      const id = String(tasks.size + 1);
      tasks.set(id, { asked, listen });
      return `${address}/page?id=${id}`;
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

function page(engine) {
  return `<!doctype html><meta charset="utf-8"><title>Measurement</title><link rel="icon" href="data:,"><script type="module" src="/scripts/page-${engine}.js"></script>`;
}

function send(response, type, body, policy) {
  const headers = policy === undefined ? HEADERS : { ...HEADERS, 'Content-Security-Policy': POLICIES[policy] };
  response.writeHead(200, { ...headers, 'Content-Type': `${type}; charset=utf-8` }).end(body);
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
