/**
 * The officer's desk as a page: built by `packages/pages`, speaking to `/v1/desk/` on its own origin alone. Papers are drawn on a canvas,
 * so nothing but its own scripts and styles is ever loaded, and no page may frame it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashText } from '../domain/hash.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route, RouteHandler } from '../http/route.js';

const BUILT_PAGES = fileURLToPath(new URL('../../../pages/dist/site', import.meta.url));

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html motcua-desk',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** What draws a PDF loads one decoder of its own and speaks to nobody. */
const WORKER_POLICY = "default-src 'none'; script-src 'self'";

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
/** A file of the build beside the page. */
const FILE = /^[a-z][a-z0-9_-]*\.(js|css)$/;

/**
 * GET /desk/ and the files beside it. Without built pages they answer `request.not-found`.
 * @param pages folder with `desk/`; default: the build of this repository
 */
export function deskPageRoutes(pages: string = BUILT_PAGES): Route[] {
  const read = (name: string): string | undefined => {
    const path = join(pages, 'desk', name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const route = (path: string, GET: RouteHandler): Route => ({ path, methods: { GET } });
  return [
    route('/desk', () => new Response(null, { status: 308, headers: { Location: '/desk/' } })),
    route('/desk/', ({ request }) =>
      answer(request, read('index.html'), {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': PAGE_POLICY,
        'Cross-Origin-Opener-Policy': 'same-origin',
      }),
    ),
    route('/desk/:file', ({ request, parameters }) => {
      const name = parameters['file'] ?? '';
      const [, ending = ''] = FILE.exec(name) ?? [];
      return answer(request, ending === '' ? undefined : read(name), {
        'Content-Type': TYPES[ending] ?? '',
        ...(name === 'pdf-worker.js' ? { 'Content-Security-Policy': WORKER_POLICY } : {}),
      });
    }),
  ];
}

function answer(request: Request, text: string | undefined, headers: Readonly<Record<string, string>>): Response {
  if (text === undefined) throw new GatewayProblem('request.not-found');
  const all = { ...headers, 'Cache-Control': 'no-cache', ETag: `"${hashText(text).slice(0, 32)}"` };
  const isHeld = request.headers.get('if-none-match') === all.ETag;
  return isHeld ? new Response(null, { status: 304, headers: all }) : new Response(text, { headers: all });
}
