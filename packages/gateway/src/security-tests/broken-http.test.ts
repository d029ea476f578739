/**
 * Requests that two servers in a row could read differently (RFC 9112, section 11.2), and those that are too large, are refused before any route sees them.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LogRecord } from '../http/log.js';
import type { RunningServer } from '../node-server.js';
import { exchangeRaw } from '../testing/raw-connection.js';
import { startSampleServer } from '../testing/sample-server.js';

const logs: LogRecord[] = [];
let server: RunningServer;
before(async () => (server = await startSampleServer({ log: (record) => void logs.push(record) })));
after(() => server.close());

const HOST = 'Host: gateway\r\n';
const SMUGGLED = 'GET /v1/smuggled HTTP/1.1\r\nHost: gateway\r\n\r\n';

const AMBIGUOUS: Readonly<Record<string, string>> = {
  'two lengths that differ': `POST /v1/uploads HTTP/1.1\r\n${HOST}Content-Length: 5\r\nContent-Length: 0\r\n\r\n${SMUGGLED}`,
  'two lengths in one header': `POST /v1/uploads HTTP/1.1\r\n${HOST}Content-Length: 5, 0\r\n\r\n${SMUGGLED}`,
  'a length and chunks': `POST /v1/uploads HTTP/1.1\r\n${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  'chunks, and then another coding': `POST /v1/uploads HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  'a coding that is spelt otherwise': `POST /v1/uploads HTTP/1.1\r\n${HOST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
  'a length with a sign': `POST /v1/uploads HTTP/1.1\r\n${HOST}Content-Length: +5\r\n\r\nhello${SMUGGLED}`,
  'a length in hexadecimal': `POST /v1/uploads HTTP/1.1\r\n${HOST}Content-Length: 0x5\r\n\r\nhello${SMUGGLED}`,
  'a space before the colon': `POST /v1/uploads HTTP/1.1\r\n${HOST}Content-Length : 5\r\n\r\nhello${SMUGGLED}`,
  'a header that goes on in the next line': `GET /v1/health HTTP/1.1\r\n${HOST}X-A: b\r\n Content-Length: 5\r\n\r\n`,
  'lines that end without a carriage return': `GET /v1/health HTTP/1.1\nHost: gateway\nContent-Length: 0\n\n`,
  'a zero byte in a header': `GET /v1/health HTTP/1.1\r\n${HOST}X-A: b\0c\r\n\r\n`,
  'a chunk whose size is no number': `POST /v1/uploads HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n`,
  'no host': 'GET /v1/health HTTP/1.1\r\n\r\n',
};

for (const [what, text] of Object.entries(AMBIGUOUS)) {
  test(`a request with ${what} is refused, the connection ends, and nothing behind it is read as another request`, async () => {
    const answer = await exchangeRaw(server.url, text);
    assert.match(answer, /^HTTP\/1\.1 4\d\d /);
    assert.equal(answer.match(/HTTP\/1\.1 \d/g)?.length, 1, 'one answer');
    assert.equal(
      logs.some(({ event, route }) => event === 'request' && route === 'unknown'),
      false,
      'no route saw what was smuggled',
    );
  });
}

test('a header over 16 KiB, and more than 100 headers, are 431 with a problem', async () => {
  const long = await exchangeRaw(server.url, `GET /v1/health HTTP/1.1\r\n${HOST}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
  assert.match(long, /^HTTP\/1\.1 431 [\s\S]*application\/problem\+json/);
  for (const count of [101, 2_500]) {
    const headers = Array.from({ length: count }, (_, index) => `a${index % 10}: b\r\n`).join('');
    const many = await exchangeRaw(server.url, `GET /v1/health HTTP/1.1\r\n${HOST}Connection: close\r\n${headers}\r\n`);
    assert.match(many, /^HTTP\/1\.1 431 /, String(count));
  }
});

test('a body over the limit is 413, whatever length it claims', async () => {
  const head =
    'POST /v1/procedures/civil-status/birth-registration/dossiers HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n' +
    'Idempotency-Key: 0b0f9a4e-7a3c-4b1e-9d55-0c4f6b2f8a11\r\nConnection: close\r\n';
  const body = `"${'x'.repeat(600 * 1024)}"`;
  const claimed = await exchangeRaw(server.url, `${head}Content-Length: ${body.length}\r\n\r\n${body}`);
  assert.match(claimed, /^HTTP\/1\.1 413 [\s\S]*"request\.too-large"/);
  const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  assert.match(await exchangeRaw(server.url, chunked), /^HTTP\/1\.1 413 [\s\S]*"request\.too-large"/);
});
