import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDeskClient } from '../testing/desk-client.js';
import { sendSample, type SentDossier } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const ADDRESS = 'http://127.0.0.1:4180/metrics';
const TOKEN = 'a-token-of-forty-symbols-that-nobody-can-guess';
let gateway: TestGateway;
let sent: SentDossier;
before(async () => {
  gateway = await openTestGateway({
    now: '2026-11-20',
    operation: { metrics: { addresses: ['10.1.0.0/16', '2001:db8::5'], token: TOKEN } },
  });
  sent = await sendSample(gateway);
  const again = await gateway.fetch(sent.createRequest());
  assert.equal(again.headers.get('idempotency-replayed'), 'true');
  const desk = await openDeskClient(gateway);
  await desk.move(sent.code, { move: 'receive' });
});
after(() => gateway.close());

interface Asked {
  headers?: Record<string, string>;
  remoteAddress?: string;
}

async function ask({ headers = {}, remoteAddress = '192.0.2.1' }: Asked = {}): Promise<number> {
  const answer = await gateway.fetch(new Request(ADDRESS, { headers }), { remoteAddress });
  await answer.text();
  return answer.status;
}

async function read(): Promise<string> {
  const answer = await gateway.fetch(new Request(ADDRESS, { headers: { Authorization: `Bearer ${TOKEN}` } }));
  assert.match(answer.headers.get('content-type') ?? '', /^application\/openmetrics-text; version=1\.0\.0/);
  return answer.text();
}

function find(text: string, sample: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${sample} `));
  assert.ok(line, sample);
  return Number(line.slice(sample.length));
}

test('metrics are for listed addresses that come straight, and for the token', async () => {
  assert.equal(await ask(), 403);
  assert.equal(await ask({ remoteAddress: '10.1.2.3' }), 200);
  assert.equal(await ask({ remoteAddress: '::ffff:10.1.2.3' }), 200);
  assert.equal(await ask({ remoteAddress: '2001:db8::5' }), 200);
  assert.equal(await ask({ remoteAddress: '2001:db8::6' }), 403);
  for (const header of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP'])
    assert.equal(await ask({ remoteAddress: '10.1.2.3', headers: { [header]: '10.1.2.3' } }), 403, header);
  assert.equal(await ask({ headers: { Authorization: `Bearer ${TOKEN}` } }), 200);
  for (const wrong of [`Bearer ${TOKEN}x`, `Basic ${TOKEN}`, 'Bearer ', TOKEN])
    assert.equal(await ask({ headers: { Authorization: wrong } }), 403, wrong);
});

test('where nobody is named there is nothing', async () => {
  const other = await openTestGateway({ now: '2026-11-20' });
  try {
    const answer = await other.fetch(new Request(ADDRESS), { remoteAddress: '127.0.0.1' });
    assert.equal(answer.status, 404);
  } finally {
    await other.close();
  }
});

test('what happened is counted', async () => {
  const text = await read();
  assert.equal(find(text, 'motcua_submissions_total{outcome="accepted"}'), 1);
  assert.equal(find(text, 'motcua_submissions_total{outcome="replayed"}'), 1);
  assert.equal(find(text, 'motcua_dossiers{state="received"}'), 1);
  assert.equal(find(text, 'motcua_outbox_messages{state="open"}'), 2);
  assert.equal(find(text, 'motcua_second_opinions_total{outcome="agreed"}'), 1);
  assert.equal(find(text, 'motcua_alarms{kind="message-dead"}'), 0);
  assert.ok(find(text, 'motcua_uploads_bytes') > 0);
  assert.ok(find(text, 'motcua_database_connections{state="open"}') >= 1);
  const route = '/v1/procedures/:sector/:name/dossiers';
  assert.equal(find(text, `motcua_requests_total{route="${route}",method="POST",status="201"}`), 2);
  assert.equal(find(text, `motcua_request_duration_seconds_count{route="${route}"}`), 2);
});

test('each line has the form of OpenMetrics, and each family is announced once', async () => {
  const lines = (await read()).split('\n');
  assert.deepEqual(lines.slice(-2), ['# EOF', '']);
  const families = new Set<string>();
  let family = '';
  for (const line of lines.slice(0, -2)) {
    const announced = /^# TYPE ([a-z_]+) (counter|gauge|histogram)$/.exec(line);
    if (announced) {
      family = announced[1] ?? '';
      assert.equal(families.has(family), false, family);
      families.add(family);
    } else if (line.startsWith('# UNIT')) {
      const unit = line.split(' ')[3] ?? '';
      assert.ok(family.endsWith(`_${unit}`), family);
    } else if (!line.startsWith(`# HELP ${family} `)) {
      assert.match(line, /^[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? [0-9.e+-]+$/);
      assert.ok(line.startsWith(family), line);
    }
  }
  assert.ok(families.size > 12);
});

test('no label holds a code, an address or anything that a caller chose', async () => {
  const hostile = `/v1/dossiers/${sent.code}`;
  await gateway.fetch(new Request(`http://127.0.0.1:4180${hostile}`));
  await gateway.fetch(new Request('http://127.0.0.1:4180/nguyen-thi-hoa'), { brokenOnPurpose: true });
  await gateway.gateway.fetch(new Request('http://127.0.0.1:4180/v1/health', { method: 'NGUYENTHIHOA' }));
  const text = await read();
  const labels = [...text.matchAll(/"([^"\n]*)"/g)].map(([, label]) => label).join(' ');
  for (const secret of [sent.code, 'nguyen', 'NGUYEN', '192.0.2.1', '00004'])
    assert.equal(labels.includes(secret), false, secret);
  assert.match(text, /method="other"/);
  assert.match(text, /route="unknown"/);
});
