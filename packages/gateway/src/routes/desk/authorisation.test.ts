import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '@motcua/schemas';
import { listActors, OPERATIONS, type Operation } from '../../domain/desk/authorisation.js';
import { TRANSITIONS } from '../../domain/states.js';
import type { Role } from '../../ports/account-store.js';
import { openDeskClient, writeDeskRequest, type DeskClient, type DeskRequest } from '../../testing/desk-client.js';
import { sendSample } from '../../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../../testing/test-gateway.js';

const ROLES: readonly Role[] = ['desk', 'officer', 'leader', 'admin'];
const NEVER_UPLOADED = {
  uploadId: '0'.repeat(32),
  name: 'a.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: '0'.repeat(64),
};
/** A version that no dossier has: what is allowed is refused for that, and nothing changes. */
const STALE = { 'If-Match': '"999"' };

let gateway: TestGateway;
const clients = new Map<string, DeskClient>();
let submitted: string;
let processing: string;
before(async () => {
  gateway = await openTestGateway({ now: '2026-11-20' });
  for (const role of ROLES) {
    clients.set(`${role} own`, await openDeskClient(gateway, { roles: [role] }));
    clients.set(`${role} other`, await openDeskClient(gateway, { roles: [role], agencyCode: '09556' }));
  }
  submitted = (await sendSample(gateway)).code;
  processing = (await sendSample(gateway)).code;
  const lock = await gateway.database.dossiers.findLock(processing);
  const event = { sequence: 2, state: 'processing', at: gateway.clock.now(), actor: 'desk' } as const;
  await gateway.database.dossiers.append(lock?.id ?? '', event);
});
after(() => gateway.close());

function writeMove(body: Record<string, unknown>, code = submitted): [string, DeskRequest] {
  return [`dossiers/${code}/moves`, { method: 'POST', body, headers: STALE }];
}

const reason = 'Lý do.';
const REQUESTS: Record<Operation, (role: Role) => [string, DeskRequest]> = {
  'session.read': () => ['session', {}],
  'queue.read': () => ['queue', { method: 'POST', body: {} }],
  'dossier.read': () => [`dossiers/${submitted}`, {}],
  'paper.read': () => [`dossiers/${submitted}/papers/${'0'.repeat(32)}`, {}],
  'audit.read': () => ['audit', { method: 'POST', body: {} }],
  'dossier.receive-many': () => [
    'receptions',
    { method: 'POST', body: { dossiers: [{ code: submitted, version: 999 }] } },
  ],
  'letter.read': () => [`dossiers/${submitted}/letters/1`, {}],
  'letter.preview': (role) => [
    `dossiers/${role === 'officer' ? processing : submitted}/letters`,
    {
      method: 'POST',
      body: { move: 'requestSupplement', items: [{ pointer: '/note', reason }] },
      headers: STALE,
    },
  ],
  'register.read': () => ['register', { method: 'POST', body: { from: '2026-11-20', to: '2026-11-20' } }],
  'alarms.read': () => ['alarms', { method: 'POST' }],
  'message.replay': () => ['outbox/999999/replay', { method: 'POST' }],
  'move.receive': () => writeMove({ move: 'receive' }),
  'move.refuse': () => writeMove({ move: 'refuse', reason }),
  'move.requestSupplement': (role) =>
    writeMove(
      { move: 'requestSupplement', items: [{ pointer: '/note', reason }] },
      role === 'officer' ? processing : submitted,
    ),
  'move.process': () => writeMove({ move: 'process' }),
  'move.stop': () => writeMove({ move: 'stop', reason }),
  'move.resume': () => writeMove({ move: 'resume' }),
  'move.apologise': () => writeMove({ move: 'apologise', reason, dueOn: '2026-12-01' }),
  'move.complete': () => writeMove({ move: 'complete', results: [NEVER_UPLOADED] }),
  'move.return': () => writeMove({ move: 'return' }),
};

/** Operations on one dossier: another agency's looks like none. */
const ON_DOSSIER = /^(dossier\.read|paper\.read|letter\.|move\.)/;

for (const operation of Object.keys(OPERATIONS) as Operation[]) {
  for (const role of ROLES) {
    const allowed = OPERATIONS[operation].includes(role);
    test(`${operation} by ${role}: ${allowed ? 'allowed at home, nothing to be found elsewhere' : 'refused'}`, async () => {
      const [path, request] = REQUESTS[operation](role);
      for (const place of ['own', 'other']) {
        const answer = await (clients.get(`${role} ${place}`) as DeskClient).send(path, request);
        const code = answer.status < 400 ? 'done' : ((await answer.json()) as Problem).code;
        if (!allowed) assert.equal(code, 'officer.not-allowed', place);
        else if (place === 'other' && ON_DOSSIER.test(operation)) assert.equal(code, 'dossier.not-found');
        else
          assert.match(
            code,
            /^(done|dossier\.(version-conflict|transition-refused)|paper\.not-found|letter\.not-found|message\.not-found)$/,
            place,
          );
      }
    });
  }
}

test('whoever is not signed in may do nothing', async () => {
  for (const operation of Object.keys(OPERATIONS) as Operation[]) {
    const answer = await gateway.fetch(writeDeskRequest(...REQUESTS[operation]('leader')));
    assert.equal(answer.status, 401, operation);
  }
});

test('a bulk reception finds nothing of another agency', async () => {
  const [path, request] = REQUESTS['dossier.receive-many']('desk');
  const answer = await (clients.get('desk other') as DeskClient).send(path, request);
  assert.match(await answer.text(), /dossier\.not-found/);
});

test('a role makes only the steps of its actor: the desk asks for a supplement before work begins, the officer after', async () => {
  const ask = async (role: Role, code: string): Promise<number> => {
    const body = { move: 'requestSupplement', items: [{ pointer: '/note', reason }] };
    return (await (clients.get(`${role} own`) as DeskClient).send(...writeMove(body, code))).status;
  };
  assert.deepEqual([await ask('desk', processing), await ask('officer', submitted)], [403, 403]);
});

test('the matrix and the state machine agree: every move of an officer has a role whose actor makes it', () => {
  for (const [operation, roles] of Object.entries(OPERATIONS)) {
    const move = /^move\.(.+)$/.exec(operation)?.[1];
    if (move === undefined) continue;
    const actors = TRANSITIONS.filter((transition) => transition.move === move).map(({ actor }) => actor);
    for (const role of roles)
      assert.ok(
        listActors([role]).some((actor) => actors.includes(actor)),
        `${operation} ${role}`,
      );
  }
});

test('whoever looks after accounts handles no dossier', () => {
  const operations = (Object.keys(OPERATIONS) as Operation[]).filter((name) => OPERATIONS[name].includes('admin'));
  assert.deepEqual(operations.sort(), ['alarms.read', 'audit.read', 'message.replay', 'session.read']);
});

test('all of this left the dossiers as they were', async () => {
  const leader = clients.get('leader own') as DeskClient;
  assert.deepEqual([(await leader.read(submitted)).version, (await leader.read(processing)).version], [1, 2]);
});
