import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { DeskAudit, DeskSession, Problem } from '@motcua/schemas';
import { openDeskClient, pickCredentials, writeDeskRequest, type DeskClient } from '../../testing/desk-client.js';
import { DESK_ORIGIN, openTestGateway, TEST_ORIGIN, type TestGateway } from '../../testing/test-gateway.js';

let gateway: TestGateway;
let desk: DeskClient;
before(async () => {
  gateway = await openTestGateway();
  gateway.clock.set('2026-11-20T09:00:00+07:00');
  desk = await openDeskClient(gateway);
});
beforeEach(() => gateway.clock.set('2026-11-20T09:00:00+07:00'));
after(() => gateway.close());

function signIn(login: string, password: string, address = '198.51.100.1'): Promise<Response> {
  const request = writeDeskRequest('session', { method: 'POST', body: { login, password } });
  return gateway.fetch(request, { remoteAddress: address });
}

async function readCode(answer: Response): Promise<string> {
  return `${answer.status} ${((await answer.json()) as Problem).code}`;
}

test('signing in answers who it is and what the roles may do, in a cookie that no script and no other site has', async () => {
  const { login, password } = desk.account;
  const answer = await signIn(` ${login.toUpperCase()} `, password);
  const session = (await answer.json()) as DeskSession;
  assert.equal(session.name, 'Hoàng Thị Mến');
  assert.equal(session.agency?.code, '00004');
  assert.ok(session.operations.includes('move.receive'));
  assert.match(
    answer.headers.get('set-cookie') ?? '',
    /^__Host-motcua-desk=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
  assert.equal(JSON.stringify(session).includes(password), false);
});

test('on plain http the cookie is neither Secure nor __Host-, by configuration only', async () => {
  const plain = await openTestGateway({ desk: { cookie: 'plain' } });
  try {
    const client = await openDeskClient(plain);
    assert.match(client.cookie, /^motcua-desk=/);
    assert.equal((await client.send('session')).status, 200);
    assert.equal((await client.send('session', { headers: { Cookie: `__Host-${client.cookie}` } })).status, 401);
  } finally {
    await plain.close();
  }
});

test('an unknown login and a wrong password answer the same', async () => {
  const answers = [
    await signIn('nobody', 'x'.repeat(12), '198.51.100.2'),
    await signIn(desk.account.login, 'wrong', '198.51.100.3'),
  ];
  const texts = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
  assert.equal(texts[0], texts[1]);
  assert.match(texts[0] ?? '', /401.*officer\.credentials-refused/);
});

test('after five failures from one address the account is not tried from there, right or wrong, until the window ends', async () => {
  const { account } = await openDeskClient(gateway);
  const from = (address: string, password = 'wrong'): Promise<Response> => signIn(account.login, password, address);
  for (let count = 0; count < 5; count += 1) assert.equal((await from('198.51.100.4')).status, 401);
  const throttled = await from('198.51.100.4', account.password);
  assert.ok(Number(throttled.headers.get('retry-after')) > 800);
  assert.equal(await readCode(throttled), '429 officer.throttled');
  assert.equal((await from('198.51.100.5', account.password)).status, 200, 'the holder elsewhere is not locked out');
  gateway.clock.advance(901);
  assert.equal((await from('198.51.100.4', account.password)).status, 200);
});

test('guesses sent all at once do not pass the limit together', async () => {
  const { account } = await openDeskClient(gateway);
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(account.login, 'wrong', '198.51.100.6')));
  assert.equal(answers.filter(({ status }) => status === 401).length, 5);
});

test('a session ends when it is idle for too long, goes on while it is used, and ends for good after its whole time', async () => {
  const idle = await openDeskClient(gateway);
  gateway.clock.advance(1800);
  assert.equal(await readCode(await idle.send('session')), '401 officer.signed-out');
  const used = await openDeskClient(gateway);
  for (let step = 0; step < 29; step += 1) {
    gateway.clock.advance(1500);
    const expected = (step + 1) * 1500 < 12 * 3600 ? 200 : 401;
    assert.equal((await used.send('session')).status, expected, `after ${(step + 1) * 1500} seconds`);
  }
});

test('signing out ends the session on the gateway too, and takes the cookie away', async () => {
  const client = await openDeskClient(gateway);
  const answer = await client.send('session', { method: 'DELETE' });
  assert.equal(answer.status, 204);
  assert.match(answer.headers.get('set-cookie') ?? '', /=; .*Max-Age=0$/);
  assert.equal((await client.send('session')).status, 401);
});

test('a disabled account is signed out at once', async () => {
  const client = await openDeskClient(gateway);
  assert.equal(await gateway.database.accounts.disable(client.account.login, gateway.clock.now()), true);
  assert.equal((await client.send('session')).status, 401);
  assert.equal((await signIn(client.account.login, client.account.password, '198.51.100.7')).status, 401);
});

test('without the header, or from a page that is not the desk, nothing changes', async () => {
  const cookie = { Cookie: desk.cookie };
  const without = new Request(`${DESK_ORIGIN}/v1/desk/queue`, {
    method: 'POST',
    headers: { ...cookie, 'Content-Type': 'application/json', Origin: DESK_ORIGIN },
    body: '{}',
  });
  assert.equal(await readCode(await gateway.fetch(without, { brokenOnPurpose: true })), '400 request.header-missing');
  for (const origin of [TEST_ORIGIN, 'https://evil.example', 'null']) {
    const foreign = await desk.send('queue', { method: 'POST', body: {}, headers: { Origin: origin } });
    assert.equal(await readCode(foreign), '403 request.origin-refused', origin);
  }
  const signIn = writeDeskRequest('session', {
    method: 'POST',
    body: pickCredentials(desk.account),
    headers: { Origin: TEST_ORIGIN },
  });
  assert.equal((await gateway.fetch(signIn)).status, 403);
});

test('no portal is let at the desk by CORS, in preflight or answer', async () => {
  const preflight = new Request(`${DESK_ORIGIN}/v1/desk/queue`, {
    method: 'OPTIONS',
    headers: {
      Origin: TEST_ORIGIN,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'motcua-desk',
    },
  });
  for (const answer of [
    await gateway.fetch(preflight),
    await desk.send('session', { headers: { Origin: TEST_ORIGIN } }),
  ])
    for (const name of [
      'access-control-allow-origin',
      'access-control-allow-headers',
      'access-control-allow-credentials',
    ])
      assert.equal(answer.headers.get(name), null, name);
});

test('an address that is written otherwise is the desk all the same', async () => {
  const headers = { Cookie: desk.cookie, Origin: TEST_ORIGIN, 'Motcua-Desk': '1', 'Content-Type': 'application/json' };
  for (const path of ['/v1/%64esk/queue', '/v1/des%6b/queue', '/v1/./desk/queue', '/v1//desk/queue']) {
    const request = new Request(`${DESK_ORIGIN}${path}`, { method: 'POST', headers, body: '{}' });
    const answer = await gateway.gateway.fetch(request);
    assert.ok(answer.status === 403 || answer.status === 404, `${path} ${answer.status}`);
    if (answer.status === 403) assert.equal(answer.headers.get('access-control-allow-origin'), null, path);
  }
});

test('an account that could not work, or with a weak password, is refused with what to do', async () => {
  const good = {
    login: 'can-bo',
    name: 'Lê Văn Tám',
    roles: ['desk'],
    agencyCode: '00004',
    password: 'x'.repeat(12),
  } as const;
  const cases: [object, RegExp][] = [
    [{ login: 'a b' }, /login/],
    [{ roles: [] }, /roles/],
    [{ roles: ['boss'] }, /roles/],
    [{ agencyCode: undefined }, /needs an agency/],
    [{ agencyCode: '4' }, /commune code/],
    [{ agencyCode: '99999' }, /commune code/],
    [{ name: ' ' }, /name/],
    [{ password: 'short' }, /12 to 256/],
  ];
  for (const [fault, message] of cases)
    await assert.rejects(gateway.gateway.putAccount({ ...good, ...fault }), message, JSON.stringify(fault));
});

test('the log warns at the start when the calendar ends within 60 days', async () => {
  for (const [now, expected] of [
    ['2027-11-01', 0],
    ['2027-11-03', 1],
  ] as const) {
    const opened = await openTestGateway({ now });
    await opened.close();
    assert.equal(opened.logs.filter(({ event }) => event === 'calendar-ending').length, expected, now);
  }
});

test('passwords and tokens stand nowhere but in hashes, and in no log', async () => {
  const { password } = desk.account;
  const token = desk.cookie.split('=')[1] ?? '';
  const stored = await gateway.database.accounts.find(desk.account.login);
  assert.match(stored?.passwordHash ?? '', /^scrypt\$32768\$8\$3\$/);
  assert.equal(await gateway.database.sessions.find(token), undefined);
  const logs = JSON.stringify(gateway.logs);
  for (const secret of [password, token, desk.account.login, desk.account.name])
    assert.equal(logs.includes(secret), false);
});

test('the audit log tells who signed in and out, and who failed to', async () => {
  const admin = await openDeskClient(gateway, { roles: ['admin'], name: 'Quản trị' });
  const client = await openDeskClient(gateway, { agencyCode: '09556' });
  await signIn(client.account.login, 'wrong', '198.51.100.8');
  await client.send('session', { method: 'DELETE' });
  const { entries } = (await (await admin.send('audit', { method: 'POST', body: { limit: 10 } })).json()) as DeskAudit;
  assert.equal(
    entries.some(({ login }) => login === client.account.login),
    false,
    'of another agency',
  );
  const everywhere = await gateway.database.audit.list({ agencyCode: '09556', limit: 3 });
  assert.deepEqual(
    everywhere.map(({ operation, outcome, login }) => [operation, outcome, login]),
    [
      ['session.close', 'done', client.account.login],
      ['session.open', 'officer.credentials-refused', client.account.login],
      ['session.open', 'done', client.account.login],
    ],
  );
});
