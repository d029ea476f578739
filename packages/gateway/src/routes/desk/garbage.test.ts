import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { openDeskClient, type DeskClient } from '../../testing/desk-client.js';
import { sendSample } from '../../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../../testing/test-gateway.js';

let gateway: TestGateway;
let desk: DeskClient;
let code: string;
before(async () => {
  gateway = await openTestGateway({ now: '2026-11-20' });
  desk = await openDeskClient(gateway);
  code = (await sendSample(gateway)).code;
});
after(() => gateway.close());

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('\u0000', '\ud800', '%', "'; drop table dossier; --", 'TN-0000-0000-0000'),
);
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.json().map((json) => JSON.parse(json) as unknown),
);
const member = fc.constantFrom(
  'move',
  'reason',
  'items',
  'dueOn',
  'results',
  'note',
  'channel',
  'states',
  'mark',
  'code',
  'name',
  'after',
  'limit',
  'before',
  'dossiers',
);
/** Of the right shape, so that the texts reach the store. */
const move = fc.oneof(
  fc.record({ move: fc.constantFrom('refuse', 'stop'), reason: text }),
  fc.record({ move: fc.constantFrom('process', 'resume', 'return'), note: text }),
  fc.record({ move: fc.constant('apologise'), reason: text, dueOn: text }),
  fc.record({
    move: fc.constant('requestSupplement'),
    items: fc.array(fc.record({ document: text, reason: text }), { minLength: 1, maxLength: 2 }),
  }),
);
const day = fc.constantFrom('0001-01-01', '2026-02-30', '2026-11-20', '9999-12-31', '-000001-01-01');
const BODIES: Record<string, fc.Arbitrary<unknown>> = {
  queue: fc.oneof(
    fc.record({ name: text }),
    fc.record({ code: text, after: text }),
    fc.record({ states: fc.array(text) }),
  ),
  receptions: fc.record({ dossiers: fc.array(fc.record({ code: text, version: fc.integer() }), { maxLength: 3 }) }),
  audit: fc.record({ code: text, before: fc.integer() }),
  session: fc.record({ login: text, password: text }),
  register: fc.record({ from: fc.oneof(text, day), to: fc.oneof(text, day), after: fc.integer() }),
  moves: move,
  letters: move,
};
const request = fc
  .constantFrom(...Object.keys(BODIES))
  .chain((name) =>
    fc.tuple(fc.constant(name), fc.oneof(BODIES[name] as fc.Arbitrary<unknown>, fc.dictionary(member, value))),
  );

test('garbage from somebody who is signed in gets an answer of the contract, never a 500', async () => {
  await fc.assert(
    fc.asyncProperty(request, fc.constantFrom('"1"', '"2"', '*', '"999999999999"'), async ([name, body], version) => {
      const path = name === 'moves' || name === 'letters' ? `dossiers/${code}/${name}` : name;
      const headers = { 'If-Match': version };
      const answer = await desk.send(path, { method: 'POST', body, headers, brokenOnPurpose: true });
      assert.ok(answer.status < 500, `${path} ${answer.status} ${JSON.stringify(body)}`);
    }),
    { numRuns: 300 },
  );
  assert.deepEqual(
    gateway.logs.filter(({ event }) => event === 'failure'),
    [],
  );
});
