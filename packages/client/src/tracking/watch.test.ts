import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Dossier } from '@motcua/schemas';
import { openTestGateway, sendSample, type SentDossier, type TestGateway } from '@motcua/gateway/testing';
import { createLookupSecret } from '../codes/lookup-secret.js';
import { isProblemError } from '../errors/client-error.js';
import { connectTo, type Line } from '../testing/line-to-gateway.test.support.js';

const watches = { perHolder: 2, perAddress: 50, perProcess: 100, pollInterval: 5, heartbeat: 1_000 };
const OPTIONS = { now: '2026-11-20', limits: { watches } };
let gateway: TestGateway;
before(async () => (gateway = await openTestGateway(OPTIONS)));
after(() => gateway.close());

const connect = (): Line => connectTo((request) => gateway.fetch(request));

async function step({ code }: SentDossier, sequence: number, state: string): Promise<void> {
  const id = (await gateway.database.dossiers.findLock(code))?.id ?? '';
  const event = { sequence, state, at: gateway.clock.now(), actor: 'desk' } as const;
  assert.equal(await gateway.database.dossiers.append(id, event), true);
}

function countStreams({ log }: Line): number {
  return log.filter(({ url }) => url.endsWith('/changes')).length;
}

/** Watches as the holder, and fails when the loop ends before the test leaves it. */
function watchAsHolder({ client }: Line, { code, lookupSecret }: SentDossier) {
  const leave = new AbortController();
  const states = client.dossiers.watch(code, { secret: lookupSecret, signal: leave.signal });
  return {
    async next(): Promise<string> {
      const { done, value } = await states.next();
      return done ? 'ended' : value.state.name;
    },
    async leave(): Promise<void> {
      leave.abort();
      assert.equal((await states.next()).done, true);
    },
  };
}

test('two who watch the same dossier share a stream, and both get each state', async () => {
  const sent = await sendSample(gateway);
  const line = connect();
  const watchers = [watchAsHolder(line, sent), watchAsHolder(line, sent)];
  for (const [sequence, state] of [[1, 'submitted'] as const, [2, 'received'] as const, [3, 'processing'] as const]) {
    if (sequence > 1) await step(sent, sequence, state);
    assert.deepEqual(await Promise.all(watchers.map((watcher) => watcher.next())), [state, state]);
  }
  assert.equal(countStreams(line), 1);
  await Promise.all(watchers.map((watcher) => watcher.leave()));
});

test('who comes later gets the present state from the stream that runs', async () => {
  const sent = await sendSample(gateway);
  const line = connect();
  const first = watchAsHolder(line, sent);
  await first.next();
  const second = watchAsHolder(line, sent);
  assert.equal(await second.next(), 'submitted');
  assert.equal(countStreams(line), 1);
  await first.leave();
  await step(sent, 2, 'received');
  assert.equal(await second.next(), 'received', 'the stream lives on with the one who stays');
  await second.leave();
});

test('whoever leaves ends the stream at the gateway too', async () => {
  const sent = await sendSample(gateway);
  const line = connect();
  for (let round = 0; round < watches.perHolder + 2; round += 1) {
    for await (const { state } of line.client.dossiers.watch(sent.code, { secret: sent.lookupSecret })) {
      assert.equal(state.name, 'submitted');
      break;
    }
  }
  assert.equal(countStreams(line), watches.perHolder + 2);
});

test('by code alone it tells how far the dossier has come', async () => {
  const sent = await sendSample(gateway);
  const stages: string[] = [];
  for await (const { completion } of connect().client.dossiers.watch(sent.code)) {
    stages.push(completion.stage);
    if (stages.length === 2) break;
    await step(sent, 2, 'refused');
  }
  assert.deepEqual(stages, ['sent', 'ended']);
});

test('an unknown code and a wrong secret end it at once with the same refusal', async () => {
  const sent = await sendSample(gateway);
  for (const code of [sent.code, 'TN-0000-0000-0000']) {
    const line = connect();
    const watching = line.client.dossiers.watch(code, { secret: createLookupSecret() }).next();
    await assert.rejects(watching, (error) => isProblemError(error, 'dossier.not-found'));
    assert.equal(line.log.length, 1);
  }
  assert.throws(() => connect().client.dossiers.watch('--'), { code: 'code.malformed' });
});

for (const fault of [{ kind: 'drop-before' }, { kind: 'html' }, { kind: 'status', status: 503 }] as const) {
  test(`a stream that begins with ${fault.kind} is begun again`, async () => {
    const sent = await sendSample(gateway);
    const line = connect();
    line.inject({ ...fault, path: '/changes' });
    const watcher = watchAsHolder(line, sent);
    assert.equal(await watcher.next(), 'submitted');
    assert.deepEqual([countStreams(line), line.log.length], [2, 2]);
    await watcher.leave();
  });
}

test('where no stream comes through the dossier is looked up now and then', async () => {
  const sent = await sendSample(gateway);
  const line = connect();
  line.inject({ kind: 'html', path: '/changes', times: 10_000 });
  const watcher = watchAsHolder(line, sent);
  assert.equal(await watcher.next(), 'submitted');
  await step(sent, 2, 'received');
  assert.equal(await watcher.next(), 'received');
  await watcher.leave();
});

test('a stream that is cut goes on where it stood, and a state that is known already is not told again', async () => {
  const sent = await sendSample(gateway);
  const cuts: (() => void)[] = [];
  const line = connectTo(async (request) => cuttable(await gateway.fetch(request), cuts));
  const watcher = watchAsHolder(line, sent);
  assert.equal(await watcher.next(), 'submitted');
  cuts.shift()?.();
  const next = watcher.next();
  while (countStreams(line) < 2) await new Promise((turn) => setImmediate(turn));
  await step(sent, 2, 'received');
  assert.equal(await next, 'received');
  await watcher.leave();
});

/** The answer, with a body that can be torn in the middle. */
function cuttable(answer: Response, cuts: (() => void)[]): Response {
  if (!answer.body) return answer;
  const reader = answer.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      cuts.push(() => {
        controller.error(new TypeError('terminated'));
        void reader.cancel();
      });
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => reader.cancel(),
  });
  return new Response(body, answer);
}

test('a gateway that stops and another that takes its place lose nothing', async (context) => {
  const sent = await sendSample(gateway);
  const stopping = await openTestGateway({ ...OPTIONS, ports: () => ({ database: gateway.database }) });
  let answering = stopping;
  const line = connectTo((request) => answering.fetch(request));
  const watcher = watchAsHolder(line, sent);
  assert.equal(await watcher.next(), 'submitted');
  stopping.gateway.endWatches();
  const next = watcher.next();
  await step(sent, 2, 'received');
  answering = gateway;
  assert.equal(await next, 'received');
  await watcher.leave();
  context.diagnostic(`${line.log.length} requests`);
});

test('a wait that the gateway asks for is waited out', async () => {
  const sent = await sendSample(gateway);
  const line = connect();
  line.inject({ kind: 'status', status: 429, retryAfter: 3_600, path: '/changes' });
  const slowed = watchAsHolder(line, sent);
  const never = slowed.next();
  const other = watchAsHolder(connect(), sent);
  for (const [sequence, state] of [[2, 'received'] as const, [3, 'processing'] as const]) {
    await other.next();
    await step(sent, sequence, state);
  }
  assert.equal(await other.next(), 'processing');
  assert.equal(line.log.length, 1);
  await other.leave();
  await slowed.leave();
  assert.equal(await never, 'ended');
});

test('a page that is put away holds no stream, and follows again when it is back', async (context) => {
  const page = new EventTarget();
  const names = ['addEventListener', 'removeEventListener'] as const;
  for (const name of names)
    Object.defineProperty(globalThis, name, { configurable: true, value: page[name].bind(page) });
  context.after(() => names.forEach((name) => Reflect.deleteProperty(globalThis, name)));
  const sent = await sendSample(gateway);
  const ended: string[] = [];
  const line = connectTo(async (request) => {
    request.signal.addEventListener('abort', () => ended.push(new URL(request.url).pathname));
    return gateway.fetch(request);
  });
  const watcher = watchAsHolder(line, sent);
  assert.equal(await watcher.next(), 'submitted');
  page.dispatchEvent(new Event('pagehide'));
  assert.equal(ended.length, 1);
  const next = watcher.next();
  await step(sent, 2, 'received');
  assert.equal(countStreams(line), 1);
  page.dispatchEvent(new Event('pageshow'));
  assert.equal(await next, 'received');
  await watcher.leave();
});

test('secret and code never leave in an address beyond the code itself', async () => {
  const sent = await sendSample(gateway);
  const line = connect();
  const states: AsyncIterable<Dossier> = line.client.dossiers.watch(sent.code, { secret: sent.lookupSecret });
  for await (const { code } of states) {
    assert.equal(code, sent.code);
    break;
  }
  assert.deepEqual(
    line.log.map(({ url }) => new URL(url).pathname + new URL(url).search),
    [`/v1/dossiers/${sent.code}/changes`],
  );
  assert.equal(line.log[0]?.headers['motcua-lookup-secret'], sent.lookupSecret);
});
