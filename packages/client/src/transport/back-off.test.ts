import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeBackOff } from './back-off.js';

test('a delay doubles, spreads over its upper half, and never passes the upper end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (attempt, random) => {
        const delay = computeBackOff(attempt, { baseDelayMs: 100, maxDelayMs: 5_000 }, random);
        const ceiling = Math.min(5_000, 100 * 2 ** (attempt - 1));
        assert.ok(delay >= ceiling / 2 && delay <= ceiling);
      },
    ),
  );
});
