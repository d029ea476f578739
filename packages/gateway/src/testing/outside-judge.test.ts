import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { bundleOpenApi } from './bundle-openapi.js';
import type { ExchangeRequest, ExchangeResponse } from './contract.js';
import { loadOutsideJudge, type OutsideJudge } from './outside-judge.js';

let judge: OutsideJudge;
before(async () => (judge = await loadOutsideJudge()));

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

const JSON_TYPE = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
const HEALTH = answer(200, JSON_TYPE, { status: 'ok', version: '1' });

test('the contract is an OpenAPI 3.1 document to a validator that is not ours', async () => {
  const document = await bundleOpenApi();
  const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
  assert.equal(valid, true, JSON.stringify(errors));
  const broken = structuredClone(document) as unknown as { info: { title?: string } };
  delete broken.info.title;
  assert.equal((await new Validator().validate(broken as never)).valid, false, 'it can say no');
});

test('a right exchange passes, and is counted', () => {
  const judged = judge.count();
  assert.deepEqual(judge.check(ask('GET', '/v1/health'), HEALTH), []);
  assert.equal(judge.count(), judged + 1);
});

test('what is wrong with a body, a header, a parameter or a problem is found', () => {
  const places = (request: ExchangeRequest, response: ExchangeResponse): string[] =>
    judge.check(request, response).map(({ side, place }) => `${side} ${place}`);
  assert.deepEqual(places(ask('GET', '/v1/health'), answer(200, JSON_TYPE, { status: 'ok' })), ['response outside ']);
  const kept = answer(200, { ...JSON_TYPE, 'Cache-Control': 'public' }, { status: 'ok', version: '1' });
  assert.deepEqual(places(ask('GET', '/v1/health'), kept), ['response outside /headers/cache-control']);
  const gone = answer(404, { 'Content-Type': 'application/problem+json' }, { title: 'x' });
  assert.ok(places(ask('GET', '/v1/agencies/00004'), gone).length > 0);
  const created = answer(201, { Location: '/v1/uploads/' + '0'.repeat(32), 'Tus-Resumable': '1.0.0' });
  assert.ok(
    places(ask('POST', '/v1/uploads', { 'Upload-Length': '-1' }), created).some((place) => place.startsWith('request')),
  );
  const broken = ask(
    'POST',
    `/v1/uploads/${'0'.repeat(32)}/completion`,
    { 'Content-Type': 'application/json', 'Motcua-Upload-Key': 'k'.repeat(43) },
    '{"sha256":"x"}',
  );
  assert.ok(
    places(broken, answer(404, { 'Content-Type': 'application/problem+json' })).some((place) =>
      place.startsWith('request'),
    ),
  );
});
