import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RateLimiter } from './rate-limit.js';

function openLimiter(
  burst: number,
  perMinute: number,
): { take(name?: string): number; advance(seconds: number): void } {
  let now = 0;
  const limiter = new RateLimiter({ burst, perMinute }, () => now);
  return { take: (name = 'a') => limiter.take(name), advance: (seconds) => void (now += seconds * 1000) };
}

test('a burst passes, then one at a time as the bucket fills, and the wait that is named is enough', () => {
  const { take, advance } = openLimiter(3, 6);
  assert.deepEqual([take(), take(), take()], [0, 0, 0]);
  const wait = take();
  assert.equal(wait, 10);
  advance(wait - 1);
  assert.equal(take(), 1);
  advance(1);
  assert.equal(take(), 0);
  assert.equal(take(), 10);
});

test('one name empties no other bucket', () => {
  const { take } = openLimiter(1, 1);
  assert.equal(take('a'), 0);
  assert.ok(take('a') > 0);
  assert.equal(take('b'), 0);
});

test('however requests are spread, no more pass than the burst and what came back since', () => {
  const pauses = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 120 }),
      pauses,
      (burst, perMinute, spread) => {
        const { take, advance } = openLimiter(burst, perMinute);
        let seconds = 0;
        let passed = 0;
        for (const pause of spread) {
          advance(pause);
          seconds += pause;
          if (take() === 0) passed += 1;
          assert.ok(passed <= burst + (seconds * perMinute) / 60 + 1e-6);
        }
      },
    ),
  );
});

test('names without end do not fill the memory', () => {
  const { take } = openLimiter(1, 1);
  take('first');
  for (let count = 0; count < 60_000; count += 1) take(`name ${count}`);
  assert.equal(take('first'), 0, 'its bucket was forgotten, and it starts anew');
});
