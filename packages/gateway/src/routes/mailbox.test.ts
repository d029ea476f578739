import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDeskClient } from '../testing/desk-client.js';
import { sendSample } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import type { Message } from '../ports/message-sender.js';

const BASE = 'http://127.0.0.1:4180';
let gateway: TestGateway;
before(async () => {
  gateway = await openTestGateway({ now: '2026-11-20', operation: { mailbox: true } });
});
after(() => gateway.close());

/** The mailbox is no part of the contract. */
function read(path: string, of: TestGateway = gateway): Promise<Response> {
  return of.gateway.fetch(new Request(`${BASE}${path}`));
}

interface Listed extends Message {
  deliveries: number;
  length: { shortMessages: number; shortMessagesPlain: number };
}

async function readMessages(): Promise<Listed[]> {
  return ((await (await read('/mailbox/messages')).json()) as { messages: Listed[] }).messages;
}

test('the mailbox shows what would have been sent, the latest first', async () => {
  assert.match(await (await read('/mailbox/')).text(), /Chưa có tin nhắn nào/);
  const sent = await sendSample(gateway);
  const desk = await openDeskClient(gateway);
  gateway.clock.advance(60);
  await desk.move(sent.code, { move: 'receive' });
  for (let round = 0; round < 2; round += 1) await gateway.gateway.operation.deliverMessages();
  gateway.clock.advance(1);
  const messages = await readMessages();
  assert.deepEqual(new Set(messages.map(({ template }) => template)), new Set(['sent', 'received']));
  for (const { length, deliveries } of messages) {
    assert.equal(deliveries, 1);
    assert.ok(length.shortMessagesPlain <= 2 && length.shortMessages >= length.shortMessagesPlain);
  }
  const page = await (await read('/mailbox/')).text();
  assert.ok(page.includes(sent.code) && page.includes('đã được tiếp nhận'));
  assert.equal(page.includes(sent.lookupSecret), false);
});

test('a repeat under the same id is counted and kept once', async () => {
  const [message] = await readMessages();
  const before = (await readMessages()).length;
  await gateway.database.mailbox.keep(message as Message, gateway.clock.now());
  const messages = await readMessages();
  assert.equal(messages.length, before);
  assert.equal(messages.find(({ id }) => id === message?.id)?.deliveries, 2);
});

test('texts stand on the page as texts, and the page runs nothing', async () => {
  const [message] = await readMessages();
  const hostile = '<script>alert(1)</script>"\'&';
  const id = '00000000-0000-8000-8000-000000000001';
  await gateway.database.mailbox.keep(
    { ...(message as Message), id, subject: hostile, text: hostile },
    gateway.clock.now(),
  );
  const answer = await read('/mailbox/');
  const page = await answer.text();
  assert.equal(page.includes('<script'), false);
  assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;'));
  assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'sha256-[^']+';/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
});

test('where the mailbox is off there is no page, and messages are noted as not sent', async () => {
  const other = await openTestGateway({ now: '2026-11-20' });
  try {
    await sendSample(other);
    await other.gateway.operation.deliverMessages();
    assert.equal((await read('/mailbox/', other)).status, 404);
    assert.equal((await read('/mailbox/messages', other)).status, 404);
    assert.deepEqual(await other.database.outbox.countOutcomes(), { 'no-sender': 1 });
  } finally {
    await other.close();
  }
});
