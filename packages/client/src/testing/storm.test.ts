import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStorm, type StormFault } from './storm.js';

const CALM: Record<StormFault, number> = {
  'drop-before': 0,
  'drop-after': 0,
  duplicate: 0,
  'late-copy': 0,
  'delay-before': 0,
  'delay-after': 0,
  'skewed-clock': 0,
};
const NOW = 'Fri, 20 Nov 2026 02:00:00 GMT';

/** One request through a storm of this fault alone; answers what came of it and what arrived. */
async function weather(fault: StormFault) {
  const arrived: string[] = [];
  const storm = createStorm({
    random: () => 0.5,
    shares: { ...CALM, [fault]: 1 },
    maxDelay: 1,
    fetch: async (input) => {
      arrived.push(await (input as Request).text());
      return new Response('done', { headers: { Date: NOW } });
    },
  });
  const outcome = await storm.fetch('http://127.0.0.1/', { method: 'POST', body: 'sent' }).then(
    async (answer) => ({ text: await answer.text(), date: answer.headers.get('Date') }),
    (error: unknown) => error,
  );
  await storm.calm();
  return { arrived, outcome, counts: storm.counts };
}

for (const [fault, arrived, isLost] of [
  ['drop-before', 0, true],
  ['drop-after', 1, true],
  ['duplicate', 2, false],
  ['late-copy', 2, false],
  ['delay-before', 1, false],
  ['delay-after', 1, false],
  ['skewed-clock', 1, false],
] as const)
  test(`${fault}: ${arrived} arrive, and the answer is ${isLost ? 'lost' : 'there'}`, async () => {
    const seen = await weather(fault);
    assert.deepEqual(
      seen.arrived,
      Array.from({ length: arrived }, () => 'sent'),
    );
    assert.equal(seen.outcome instanceof TypeError, isLost);
    assert.deepEqual(seen.counts, { ...CALM, [fault]: 1 });
  });

test('a skewed clock is wrong by at most two days, and leaves the rest of the answer', async () => {
  const storm = createStorm({
    random: () => 0.1,
    shares: { ...CALM, 'skewed-clock': 1 },
    fetch: () => Promise.resolve(new Response('done', { status: 201, headers: { Date: NOW, ETag: '"1"' } })),
  });
  const answer = await storm.fetch('http://127.0.0.1/');
  const hours = (Date.parse(answer.headers.get('Date') ?? '') - Date.parse(NOW)) / 3_600_000;
  assert.ok(hours < -38 && hours > -39, `${hours} hours`);
  assert.deepEqual([answer.status, answer.headers.get('ETag'), await answer.text()], [201, '"1"', 'done']);
});
