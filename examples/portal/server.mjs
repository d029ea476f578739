/**
 * A province's information site: static pages under the strictest content security policy, with the widgets' files beside them.
 * It stands for a CMS: it fills in the gateway's address and the hash of the one script.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const site = join(here, 'site');
const embed = join(here, '../../packages/widgets/embed');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Makes the portal's server; `gatewayUrl` is the only address its pages may speak to. */
export function createPortal({ gatewayUrl, onCspReport }) {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://portal').pathname;
    if (request.method === 'POST' && path === '/csp-reports') return takeReport(request, response, onCspReport);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, 'Phương thức không được hỗ trợ.');
    const file = fileFor(path);
    if (!file) return answer(response, 404, 'Không tìm thấy trang.');
    response.setHeader('Content-Security-Policy', policy(gatewayUrl, Boolean(onCspReport)));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'no-cache');
    if (file.endsWith('.html')) response.end(filled(file, gatewayUrl));
    else createReadStream(file).pipe(response);
  });
}

function policy(gatewayUrl, reports) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${gatewayUrl}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(reports ? ['report-uri /csp-reports'] : []),
  ].join('; ');
}

function fileFor(path) {
  const [folder, name] = path.startsWith('/motcua/')
    ? [embed, path.slice('/motcua/'.length)]
    : [site, path === '/' ? 'index.html' : path.slice(1)];
  const file = join(folder, normalize(decodePath(name)));
  return file.startsWith(folder) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function filled(file, gatewayUrl) {
  const integrity = JSON.parse(readFileSync(join(embed, 'integrity.json'), 'utf8'))['motcua.js'];
  return readFileSync(file, 'utf8').replaceAll('{{gateway}}', gatewayUrl).replaceAll('{{integrity}}', integrity);
}

function takeReport(request, response, onCspReport) {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    onCspReport?.(body);
    response.writeHead(204).end();
  });
}

function answer(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORTAL_PORT ?? 4170);
  const gatewayUrl = process.env.GATEWAY_URL ?? 'http://127.0.0.1:4180';
  const server = createPortal({ gatewayUrl });
  server.on('error', (error) => {
    const busy = error.code === 'EADDRINUSE';
    console.error(
      busy
        ? `Port ${port} is in use: stop the program that holds it, or choose another with PORTAL_PORT.`
        : error.message,
    );
    process.exit(1);
  });
  server.listen(port, 'localhost', () => console.log(`The portal listens on http://localhost:${port}`));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}
