import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createMessageId } from './message-id.js';
import { computeWait, DEFAULT_RETRY } from './retry-policy.js';

test('waits double up to the longest, scattered over the second half', () => {
  const policy = { ...DEFAULT_RETRY, attempts: 5, firstWait: 1000, longestWait: 4000 };
  const listWaits = (scatter: number) => [1, 2, 3, 4, 5].map((attempts) => computeWait(attempts, policy, scatter));
  assert.deepEqual(listWaits(1), [1000, 2000, 4000, 4000, undefined]);
  assert.deepEqual(listWaits(0), [500, 1000, 2000, 2000, undefined]);
});

test('whatever the scatter, a wait lies between half and whole, and the last attempt has none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, scatter) => {
      const wait = computeWait(attempts, DEFAULT_RETRY, scatter);
      if (attempts >= DEFAULT_RETRY.attempts) assert.equal(wait, undefined);
      else assert.ok(wait !== undefined && wait >= DEFAULT_RETRY.firstWait / 2 && wait <= DEFAULT_RETRY.longestWait);
    }),
  );
});

test('a message has one id, a UUID of version 8, and no two messages share it', () => {
  const item = { kind: 'notice', dossierId: '3f0f7f0e-26c4-4f4c-9b3b-0d5d9a1f6f11', sequence: 2 } as const;
  const id = createMessageId(item);
  assert.equal(createMessageId({ ...item }), id);
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const others = [{ ...item, sequence: 3 }, { ...item, kind: 'supplement-warning' } as const];
  assert.equal(new Set([id, ...others.map(createMessageId)]).size, 3);
});
