import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendOnce } from './send-once.js';

const refusal = (code: string, status: number): Error => Object.assign(new Error(), { code, status });
const lost = (): Error => Object.assign(new Error(), { code: 'transport.offline' });

/** A gateway that keeps the first body it takes under its one key. */
function openGateway(fails: (() => Error | undefined)[] = []) {
  let taken: string | undefined;
  const kept: string[][] = [];
  const draft = { unanswered: [] as string[] };
  const log: string[] = [];
  const send = (body: string): Promise<string> => {
    log.push(body);
    if (taken !== undefined && taken !== body) return Promise.reject(refusal('idempotency.key-reused', 422));
    const failure = fails.shift()?.();
    if (failure && 'status' in failure) return Promise.reject(failure);
    taken = body;
    return failure ? Promise.reject(failure) : Promise.resolve(`taken: ${body}`);
  };
  const sendBody = (body: string) =>
    sendOnce(
      {
        unanswered: draft.unanswered,
        save: () => {
          kept.push([...draft.unanswered]);
          return Promise.resolve();
        },
        send,
      },
      (bodies) => (draft.unanswered = bodies),
      body,
    );
  return { sendBody, draft, kept, log };
}

test('a body is kept before it leaves the device', async () => {
  const { sendBody, kept } = openGateway();
  assert.deepEqual(await sendBody('a'), { answer: 'taken: a', body: 'a', withEarlierAnswers: false });
  assert.deepEqual(kept, [['a']]);
});

test('a lost answer comes with the next press, and nothing is taken twice', async () => {
  const { sendBody, draft, log } = openGateway([lost]);
  await assert.rejects(sendBody('a'), { code: 'transport.offline' });
  assert.deepEqual(draft.unanswered, ['a']);
  assert.equal((await sendBody('a')).answer, 'taken: a');
  assert.deepEqual(log, ['a', 'a']);
});

test('what was changed after a lost answer is told as not taken', async () => {
  const { sendBody, log } = openGateway([lost]);
  await assert.rejects(sendBody('a'), { code: 'transport.offline' });
  assert.deepEqual(await sendBody('b'), { answer: 'taken: a', body: 'a', withEarlierAnswers: true });
  assert.deepEqual(log, ['a', 'b', 'a']);
});

test('a definite refusal leaves nothing unanswered; one that may pass does', async () => {
  for (const [code, status, left] of [
    ['submission.invalid', 422, 0],
    ['dossier.transition-refused', 409, 1],
    ['gateway.unavailable', 503, 1],
  ] as const) {
    const { sendBody, draft } = openGateway([() => refusal(code, status)]);
    await assert.rejects(sendBody('a'), { code });
    assert.equal(draft.unanswered.length, left, code);
  }
});
