import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestClock } from '../../testing/test-clock.js';
import { SignInThrottle } from './sign-in-throttle.js';

function open(): { throttle: SignInThrottle; clock: ReturnType<typeof createTestClock> } {
  const clock = createTestClock('2026-11-20T09:00:00+07:00');
  const limits = { perPair: 2, perAddress: 4, perAccount: 6, windowSeconds: 60 };
  return { throttle: new SignInThrottle(limits, () => clock.now()), clock };
}

test('an account waits at one address after its failures there, and nowhere else', () => {
  const { throttle, clock } = open();
  throttle.countFailure('an', '1');
  assert.equal(throttle.measureWait('an', '1'), 0);
  clock.advance(10);
  throttle.countFailure('an', '1');
  assert.equal(throttle.measureWait('an', '1'), 50);
  assert.equal(throttle.measureWait('an', '2'), 0);
  assert.equal(throttle.measureWait('binh', '1'), 0);
});

test('an address that tries many accounts waits for all of them', () => {
  const { throttle } = open();
  for (const login of ['a', 'b', 'c', 'd']) throttle.countFailure(login, '1');
  assert.equal(throttle.measureWait('e', '1'), 60);
  assert.equal(throttle.measureWait('e', '2'), 0);
});

test('an account that is tried from many addresses waits everywhere', () => {
  const { throttle } = open();
  for (let address = 0; address < 6; address += 1) throttle.countFailure('an', `${address}`);
  assert.equal(throttle.measureWait('an', '99'), 60);
});

test('success forgets the failures of that account at that address, and the window forgets the rest', () => {
  const { throttle, clock } = open();
  for (let count = 0; count < 2; count += 1) throttle.countFailure('an', '1');
  throttle.forget('an', '1');
  assert.equal(throttle.measureWait('an', '1'), 0);
  for (let count = 0; count < 2; count += 1) throttle.countFailure('binh', '1');
  assert.equal(throttle.measureWait('binh', '1'), 60);
  clock.advance(60);
  assert.equal(throttle.measureWait('binh', '1'), 0);
});

test('a clock that jumps back does not stretch a wait', () => {
  const { throttle, clock } = open();
  for (let count = 0; count < 2; count += 1) throttle.countFailure('an', '1');
  clock.advance(-3600);
  assert.equal(throttle.measureWait('an', '1'), 0);
});
