import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PublishedProcedure } from '@motcua/schemas';
import { openTestGateway, TEST_ORIGIN, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const SLUG = 'civil-status/birth-registration';
let gateway: TestGateway;
before(async () => (gateway = await openTestGateway({ now: '2026-07-15T18:30:00Z' })));
after(() => gateway.close());

function get(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`${BASE}${path}`, { headers });
}

async function readJson<Body>(path: string): Promise<Body> {
  return (await (await gateway.fetch(get(path))).json()) as Body;
}

test('a gateway that can store says so', async () => {
  assert.deepEqual(Object.keys(await readJson<object>('/v1/health')), ['status', 'version', 'secondOpinions']);
});

test('a procedure leads to its plan, texts and catalogues, and each is there', async () => {
  const listed = await readJson<{ procedures: { slug: string; url: string }[] }>('/v1/procedures');
  const url = listed.procedures.find(({ slug }) => slug === SLUG)?.url ?? '';
  const published = await readJson<PublishedProcedure>(url);
  const plan = await readJson<{ hash: string; slug: string }>(published.plan.url);
  assert.equal(plan.hash, published.plan.hash);
  assert.equal(plan.slug, SLUG);
  assert.deepEqual(Object.keys(published.locales).sort(), ['en', 'vi']);
  for (const { url: address } of [...Object.values(published.locales), ...Object.values(published.catalogs)]) {
    const answer = await gateway.fetch(get(address));
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
  }
});

test('the units of before are named beside those of today, for a page to load when somebody looks for one', async () => {
  const { catalogs } = await readJson<PublishedProcedure>(`/v1/procedures/${SLUG}`);
  assert.deepEqual(catalogs['former-units'], {
    version: '2025-06-30',
    url: '/v1/catalogs/former-units.2025-06-30',
    companionOf: 'administrative-units',
  });
  const former = await readJson<{ communes: unknown[] }>(catalogs['former-units'].url);
  assert.equal(former.communes.length, 10_047);
});

test('today is the day in Ho Chi Minh City, not in UTC', async () => {
  assert.equal((await readJson<PublishedProcedure>(`/v1/procedures/${SLUG}`)).today, '2026-07-16');
});

test('what has not changed is not sent again', async () => {
  const tag = (await gateway.fetch(get(`/v1/procedures/${SLUG}`))).headers.get('etag') ?? '';
  const again = await gateway.fetch(get(`/v1/procedures/${SLUG}`, { 'If-None-Match': tag }));
  assert.equal(again.status, 304);
  assert.equal(await again.text(), '');
});

test('a large catalogue is sent compressed to who takes it so', async () => {
  const answer = await gateway.gateway.fetch(
    get('/v1/catalogs/administrative-units.2026-04-30', { 'Accept-Encoding': 'gzip' }),
  );
  assert.equal(answer.headers.get('content-encoding'), 'gzip');
  const unpacked = new Response(answer.body?.pipeThrough(new DecompressionStream('gzip')));
  assert.equal(((await unpacked.json()) as { communes: unknown[] }).communes.length, 3321);
});

test('the agency of a commune, a ward and a special zone is named in both languages', async () => {
  assert.deepEqual(await readJson('/v1/agencies/00004'), {
    code: '00004',
    name: { vi: 'Ủy ban nhân dân phường Ba Đình', en: "People's Committee of Ba Dinh Ward" },
    provinceCode: '01',
    provinceName: { vi: 'Thành phố Hà Nội', en: 'Hanoi City' },
  });
});

test('what does not exist is named by its kind', async () => {
  const codes: string[] = [];
  for (const path of [
    '/v1/procedures/civil-status/nothing',
    `/v1/plans/${'0'.repeat(64)}.1`,
    `/v1/locales/${'0'.repeat(64)}`,
    '/v1/catalogs/countries.none',
    '/v1/agencies/99999',
  ]) {
    codes.push(((await (await gateway.fetch(get(path))).json()) as { code: string }).code);
  }
  assert.deepEqual(codes, [
    'procedure.not-found',
    'plan.not-found',
    'locale.not-found',
    'catalog.not-found',
    'agency.not-found',
  ]);
});

test('an unknown address and a wrong method are problems too', async () => {
  const unknown = await gateway.fetch(get('/v2/health'), { brokenOnPurpose: true });
  assert.equal(((await unknown.json()) as { code: string }).code, 'request.not-found');
  const wrong = await gateway.fetch(new Request(`${BASE}/v1/keys`, { method: 'DELETE' }), { brokenOnPurpose: true });
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get('allow'), 'GET');
});

test('only portals on the list may read answers from a page', async () => {
  const answers = ['http://localhost:4170', 'http://localhost:4171', 'https://localhost:4170', 'null'].map(
    async (origin) =>
      (await gateway.fetch(get('/v1/health', { Origin: origin }))).headers.get('access-control-allow-origin'),
  );
  assert.deepEqual(await Promise.all(answers), [TEST_ORIGIN, null, null, null]);
});

test('a preflight names the methods and headers of the contract', async () => {
  const answer = await gateway.fetch(
    new Request(`${BASE}/v1/uploads`, {
      method: 'OPTIONS',
      headers: {
        Origin: TEST_ORIGIN,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'motcua-upload-key',
      },
    }),
  );
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get('access-control-allow-origin'), TEST_ORIGIN);
  assert.match(answer.headers.get('access-control-allow-headers') ?? '', /Motcua-Upload-Key/);
  assert.match(answer.headers.get('access-control-allow-methods') ?? '', /PATCH/);
});

test('a page of another origin may change nothing', async () => {
  for (const origin of ['https://evil.example', 'null']) {
    const answer = await gateway.fetch(
      new Request(`${BASE}/v1/procedures/${SLUG}/dossiers`, {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'text/plain' },
        body: '{}',
      }),
      { brokenOnPurpose: true },
    );
    assert.equal(answer.status, 403);
    assert.equal(((await answer.json()) as { code: string }).code, 'request.origin-refused');
  }
  assert.equal(await gateway.database.dossiers.count(), 0);
});

test('every answer carries the security headers', async () => {
  const { headers } = await gateway.fetch(get('/v1/health'));
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
});
