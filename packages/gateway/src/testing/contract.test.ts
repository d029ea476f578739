import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadContract, type ApiContract, type ExchangeRequest, type ExchangeResponse } from './contract.js';

let contract: ApiContract;
before(async () => (contract = await loadContract()));

const KEY = 'k'.repeat(43);
const ID = '0'.repeat(32);

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): ExchangeRequest {
  return {
    method,
    url: `http://127.0.0.1:4180${path}`,
    headers: new Headers(headers),
    ...(body === undefined ? {} : { body }),
  };
}

function answer(status: number, headers: Record<string, string> = {}, body?: unknown): ExchangeResponse {
  return { status, headers: new Headers(headers), ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}

function judge(request: ExchangeRequest, response: ExchangeResponse): string[] {
  return contract.check(request, response).map(({ side, place }) => `${side} ${place}`);
}

const HEALTH = answer(
  200,
  { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  { status: 'ok', version: '1' },
);
const PROBLEM = { type: 'urn:motcua:problem:upload.not-found', title: 'x', status: 404, code: 'upload.not-found' };

test('an exchange that keeps the contract passes', () => {
  assert.deepEqual(judge(ask('GET', '/v1/health'), HEALTH), []);
});

test('an address, a method or a query outside the contract is named', () => {
  assert.deepEqual(judge(ask('GET', '/v1/helth'), HEALTH), ['request path', 'response status']);
  assert.deepEqual(judge(ask('PUT', '/v1/health'), HEALTH), ['request path', 'response status']);
  assert.deepEqual(judge(ask('GET', '/v1/health?code=TN'), HEALTH), ['request query code']);
});

test('parameters in path and header are checked, missing and malformed', () => {
  const headers = { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': KEY };
  const gone = answer(404, { 'Content-Type': 'application/problem+json' }, PROBLEM);
  assert.deepEqual(judge(ask('DELETE', `/v1/uploads/${ID}`, headers), gone), []);
  assert.deepEqual(judge(ask('DELETE', '/v1/uploads/xyz', headers), gone), ['request path uploadId']);
  assert.deepEqual(judge(ask('DELETE', `/v1/uploads/${ID}`, { 'Tus-Resumable': '0.2' }), gone), [
    'request header Tus-Resumable',
    'request header Motcua-Upload-Key',
  ]);
});

test('bodies are checked on both sides', () => {
  const headers = { 'Motcua-Upload-Key': KEY, 'Content-Type': 'application/json' };
  const broken = ask('POST', `/v1/uploads/${ID}/completion`, headers, '{"sha256":"x","name":"a"}');
  assert.deepEqual(
    judge(
      broken,
      answer(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }, { uploadId: ID }),
    ).slice(0, 2),
    ['request body /sha256', 'response body '],
  );
  assert.deepEqual(
    judge(
      ask('GET', '/v1/health'),
      answer(200, { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' }, 'captive portal'),
    ),
    ['response header content-type'],
  );
});

test('a status, a header and a status in a problem that the contract does not know are named', () => {
  assert.deepEqual(judge(ask('GET', '/v1/health'), answer(299)), ['response status']);
  assert.deepEqual(
    judge(
      ask('GET', '/v1/health'),
      answer(200, { 'Content-Type': 'application/json' }, { status: 'ok', version: '1' }),
    ),
    ['response header Cache-Control'],
  );
  const headers = { 'Content-Type': 'application/problem+json' };
  assert.deepEqual(judge(ask('GET', '/v1/agencies/00004'), answer(404, headers, { ...PROBLEM, status: 410 })), [
    'response body /status',
  ]);
});

test('name and version of a catalogue part at the first dot', () => {
  const found = answer(
    200,
    { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=31536000, immutable' },
    { name: 'countries', version: 'iso-3166-1' },
  );
  assert.deepEqual(judge(ask('GET', '/v1/catalogs/countries.iso-3166-1'), found), []);
});

test('what was seen is counted by operation and status', () => {
  assert.ok(contract.seen.has('readHealth 200'));
  assert.ok(contract.operationIds.includes('submitDossier'));
});
