import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SecretThrottle } from './secret-throttle.js';
import { createTestClock } from '../testing/test-clock.js';

function open(): { throttle: SecretThrottle; clock: ReturnType<typeof createTestClock> } {
  const clock = createTestClock('2026-07-01T00:00:00Z');
  return { throttle: new SecretThrottle({ perCode: 3, perAddress: 5, windowSeconds: 60 }, () => clock.now()), clock };
}

test('the fourth wrong secret for one code waits, from whatever address', () => {
  const { throttle } = open();
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map((address) => throttle.countFailure('code', address)),
    [0, 0, 0, 60],
  );
});

test('the sixth wrong secret from one address waits, for whatever code', () => {
  const { throttle } = open();
  assert.deepEqual(
    ['1', '2', '3', '4', '5', '6'].map((code) => throttle.countFailure(code, 'address')),
    [0, 0, 0, 0, 0, 60],
  );
});

test('the count is forgotten after its window, and says how long that is', () => {
  const { throttle, clock } = open();
  for (let count = 0; count < 4; count += 1) throttle.countFailure('code', `${count}`);
  clock.advance(20);
  assert.equal(throttle.countFailure('code', 'x'), 40);
  clock.advance(41);
  assert.equal(throttle.countFailure('code', 'y'), 0);
});

test('a clock that jumps back does not stretch a window', () => {
  const { throttle, clock } = open();
  for (let count = 0; count < 4; count += 1) throttle.countFailure('code', `${count}`);
  clock.advance(-3600);
  assert.equal(throttle.countFailure('code', 'x'), 0);
});
