import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  listExamples,
  openTestGateway,
  prepareSubmission,
  type Example,
  type TestGateway,
} from '@motcua/gateway/testing';
import type { ClientOptions } from '../client.js';
import { createIdempotencyKey } from '../codes/keys.js';
import { createLookupSecret, formatLookupSecret } from '../codes/lookup-secret.js';
import { isClientError, isProblemError } from '../errors/client-error.js';
import type { Fault } from '../testing/fault-transport.js';
import { GATEWAY, SLUG, connectTo } from '../testing/line-to-gateway.test.support.js';

let gateway: TestGateway;
let example: Example;
before(async () => {
  const examples = await listExamples(SLUG, 'valid');
  example = examples.find(({ file }) => file.includes('mother-on-time')) ?? assert.fail('the example is missing');
  gateway = await openTestGateway({ now: example.today });
});
after(() => gateway.close());

function connect(options: Partial<ClientOptions> = {}) {
  return connectTo((request) => gateway.fetch(request), options);
}

/** A complete dossier with its papers uploaded. */
function prepareDossier() {
  return prepareSubmission((request) => gateway.fetch(request), SLUG, example.data);
}

async function send(faults: readonly Fault[] = []) {
  const prepared = await prepareDossier();
  const line = connect();
  faults.forEach(line.inject);
  const key = createIdempotencyKey();
  const options = { key, uploadKey: prepared.uploadKey };
  const confirmation = await line.client.dossiers.submit(SLUG, prepared.submission, options);
  return { ...prepared, ...line, options, confirmation };
}

for (const fault of [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'duplicate' },
  { kind: 'html' },
  { kind: 'status', status: 503, retryAfter: 0 },
  { kind: 'status', status: 429, retryAfter: 0 },
] satisfies Fault[]) {
  test(`sending survives ${JSON.stringify(fault)} with one dossier and one code`, async () => {
    const { client, log, submission, options, confirmation } = await send([
      { ...fault, method: 'POST', path: '/dossiers' },
    ]);
    const again = await client.dossiers.submit(SLUG, submission, options);
    assert.deepEqual(again, confirmation);
    const keys = log.filter(({ method }) => method === 'POST').map(({ headers }) => headers['idempotency-key']);
    assert.deepEqual([...new Set(keys)], [options.key]);
  });
}

test('the answer is lost twice and time passes: still the first code', async () => {
  const { client, submission, options, confirmation } = await send([
    { kind: 'drop-after', method: 'POST', path: '/dossiers', times: 2 },
  ]);
  gateway.clock.advance(3_600);
  assert.equal((await client.dossiers.submit(SLUG, submission, options)).provisionalCode, confirmation.provisionalCode);
});

test('twenty sendings at once with one key end in one code', async () => {
  const { submission, uploadKey } = await prepareDossier();
  const options = { key: createIdempotencyKey(), uploadKey };
  const codes = await Promise.all(
    Array.from(
      { length: 20 },
      async () => (await connect().client.dossiers.submit(SLUG, submission, options)).provisionalCode,
    ),
  );
  assert.equal(new Set(codes).size, 1);
});

test('one key for another body is refused and not repeated', async () => {
  const { client, log, submission, options } = await send();
  const before = log.length;
  await assert.rejects(client.dossiers.submit(SLUG, { ...submission, locale: 'en' }, options), (error) =>
    isProblemError(error, 'idempotency.key-reused'),
  );
  assert.equal(log.length, before + 1);
});

test('answers that are not right come back as issues at their places, without the answers', async () => {
  const { submission, uploadKey } = await prepareDossier();
  const { client, log } = connect();
  const data = { ...submission.data, undeclared: 'Nguyễn Thị Bí Mật' };
  const error: unknown = await client.dossiers
    .submit(SLUG, { ...submission, data }, { key: createIdempotencyKey(), uploadKey })
    .catch((reason: unknown) => reason);
  assert.ok(isProblemError(error, 'submission.invalid'));
  assert.ok(error.issues.some(({ pointer }) => pointer === '/undeclared'));
  assert.equal(`${error.message}${error.stack}`.includes('Bí Mật'), false);
  assert.equal(log.length, 1);
});

test('with no line at all it ends after the attempts, and a later try with the same key succeeds', async () => {
  const { submission, uploadKey } = await prepareDossier();
  const line = connect();
  line.inject({ kind: 'drop-before', times: 4 });
  const options = { key: createIdempotencyKey(), uploadKey };
  await assert.rejects(
    line.client.dossiers.submit(SLUG, submission, options),
    (error) => isClientError(error) && error.kind === 'offline',
  );
  assert.equal(line.log.length, 4);
  assert.match((await line.client.dossiers.submit(SLUG, submission, options)).provisionalCode, /^TN-/);
});

test('the caller may stop waiting', async () => {
  const { submission, uploadKey } = await prepareDossier();
  const line = connect({ retry: { baseDelayMs: 60_000, maxDelayMs: 60_000 } });
  line.inject({ kind: 'drop-before' });
  const controller = new AbortController();
  const sending = line.client.dossiers.submit(SLUG, submission, {
    key: createIdempotencyKey(),
    uploadKey,
    signal: controller.signal,
    onRetry: () => controller.abort(),
  });
  await assert.rejects(sending, (error) => isClientError(error) && error.kind === 'aborted');
});

test('a code alone tells how far, code and secret tell all, however they were typed', async () => {
  const { client, confirmation, lookupSecret, submission } = await send();
  const typed = ` ${confirmation.provisionalCode.toLowerCase().replaceAll('-', ' ')} `;
  const { completion } = await client.dossiers.completion(typed);
  assert.equal(completion.stage, 'sent');
  const dossier = await client.dossiers.get(typed, { secret: formatLookupSecret(lookupSecret).toLowerCase() });
  assert.equal(dossier.provisionalCode, confirmation.provisionalCode);
  for (const place of Object.keys(submission.data)) assert.ok(place in dossier.data, `${place} is missing`);
  assert.equal(dossier.canWithdraw, true);
});

test('an unknown code and a wrong secret are the same refusal', async () => {
  const { client, confirmation } = await send();
  for (const code of [confirmation.provisionalCode, 'TN-0000-0000-0000']) {
    await assert.rejects(client.dossiers.get(code, { secret: createLookupSecret() }), (error) =>
      isProblemError(error, 'dossier.not-found'),
    );
  }
  await assert.rejects(client.dossiers.completion('TN-0000-0000-0000'), (error) =>
    isProblemError(error, 'dossier.not-found'),
  );
  await assert.rejects(client.dossiers.get(confirmation.provisionalCode, { secret: 'short' }), {
    code: 'code.malformed',
  });
});

test('a withdrawal whose answer was lost happens once', async () => {
  const { client, inject, confirmation, lookupSecret } = await send();
  inject({ kind: 'drop-after', method: 'POST', path: '/withdrawal' });
  const options = { secret: lookupSecret, key: createIdempotencyKey() };
  const withdrawn = await client.dossiers.withdraw(confirmation.provisionalCode, options);
  assert.equal(withdrawn.canWithdraw, false);
  const again = await client.dossiers.withdraw(confirmation.provisionalCode, options);
  assert.deepEqual(again.history, withdrawn.history);
});

test('no address ever holds a secret, a key or an answer', async () => {
  const { client, log, confirmation, lookupSecret, options, submission } = await send();
  await client.dossiers.get(confirmation.provisionalCode, { secret: lookupSecret });
  await client.dossiers.withdraw(confirmation.provisionalCode, { secret: lookupSecret, key: createIdempotencyKey() });
  const secrets = [
    lookupSecret,
    formatLookupSecret(lookupSecret),
    options.key,
    options.uploadKey,
    submission.lookupSecretHash,
    'name',
  ];
  for (const { url } of log) {
    for (const secret of secrets) assert.equal(url.slice(GATEWAY.length).includes(secret), false, url);
    assert.equal(new URL(url).search, '');
  }
});
