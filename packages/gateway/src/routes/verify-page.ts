/**
 * The page on which anybody verifies a signed paper: built by `packages/pages`, filled here with this gateway's public keys. It runs in a
 * browser without speaking to anyone, so its policy allows no connection; the service worker that keeps it for later has a policy of its own.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashText } from '../domain/hash.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route, RouteHandler } from '../http/route.js';
import type { SigningKeys } from '../ports/signing-keys.js';

const BUILT_PAGES = fileURLToPath(new URL('../../../pages/dist/site', import.meta.url));
const DOWNLOAD = 'verify.html';
const FACTS = '{{facts}}';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html motcua-verify',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const FILES: Readonly<Record<string, { type: string; policy?: string }>> = {
  'verify.js': { type: SCRIPT },
  'verify.css': { type: 'text/css; charset=utf-8' },
  'verify-worker.js': { type: SCRIPT, policy: WORKER_POLICY },
};

/**
 * GET /verify/ and the files beside it; `/verify/verify.html` is the same page as one file to keep, `/verify/verify.html.sha256` its hash.
 * Without built pages they answer `request.not-found`.
 * @param pages folder with `verify/`; default: the build of this repository
 */
export function verifyPageRoutes(keys: SigningKeys, pages: string = BUILT_PAGES): Route[] {
  const read = (name: string): string | undefined => {
    const path = join(pages, 'verify', name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const single = (): string | undefined => read(DOWNLOAD)?.replace(FACTS, () => writeData({ keys: keys.publish() }));
  const served = (): string | undefined => {
    const file = single();
    if (file === undefined) return undefined;
    const download = { href: DOWNLOAD, sha256: hashText(file) };
    return read('index.html')?.replace(FACTS, () => writeData({ keys: keys.publish(), download }));
  };
  const route = (path: string, GET: RouteHandler): Route => ({ path, methods: { GET } });
  return [
    route('/verify', () => new Response(null, { status: 308, headers: { Location: '/verify/' } })),
    route('/verify/', ({ request }) => answer(request, served(), HTML, { 'Content-Security-Policy': PAGE_POLICY })),
    route(`/verify/${DOWNLOAD}`, ({ request }) =>
      answer(request, single(), HTML, { 'Content-Disposition': `attachment; filename="${DOWNLOAD}"` }),
    ),
    route(`/verify/${DOWNLOAD}.sha256`, ({ request }) => {
      const file = single();
      const line = file === undefined ? undefined : `${hashText(file)}  ${DOWNLOAD}\n`;
      return answer(request, line, 'text/plain; charset=utf-8');
    }),
    ...Object.entries(FILES).map(([name, { type, policy }]) =>
      route(`/verify/${name}`, ({ request }) =>
        answer(request, read(name), type, policy === undefined ? {} : { 'Content-Security-Policy': policy }),
      ),
    ),
  ];
}

function answer(
  request: Request,
  text: string | undefined,
  type: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  if (text === undefined) throw new GatewayProblem('request.not-found');
  const headers = {
    ...more,
    'Content-Type': type,
    'Cache-Control': 'no-cache',
    ETag: `"${hashText(text).slice(0, 32)}"`,
  };
  const held = request.headers.get('if-none-match') === headers.ETag;
  return held ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}

/** JSON that no parser of HTML takes for the end of its element. */
function writeData(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
