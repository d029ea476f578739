/** A page under the strictest policy that lets a script run, and its files; remembers what was asked for. */
import { createServer } from 'node:http';

const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; require-trusted-types-for 'script'";

/** @param {Record<string, string>} scripts path → text of a module */
export async function servePage(scripts) {
  const asked = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    const text =
      url === '/'
        ? '<!doctype html><title>conformance</title><script type="module" src="/page.js"></script>'
        : scripts[url];
    response.writeHead(text === undefined ? 404 : 200, {
      'content-security-policy': POLICY,
      'content-type': url === '/' ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8',
    });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    serve: (path, text) => {
      scripts[path] = text;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
