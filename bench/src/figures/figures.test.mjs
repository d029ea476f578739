/** How figures are compared and written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRate, formatRatio, formatTime } from './format.mjs';
import { createGates } from './gates.mjs';
import { median } from './median.mjs';

test('the median of an even number of readings is the lower of the two in the middle', () => {
  assert.equal(median([4, 1, 3, 2]), 2);
  assert.equal(median([5, 1, 9]), 5);
});

test('a gate is kept at its limit and missed above it, or where nothing was answered', () => {
  const gates = createGates();
  gates.hold('at', 2, 2, 'ms');
  gates.hold('above', 2.01, 2, 'ms');
  gates.hold('never', Infinity, 2, 'ms');
  assert.deepEqual(
    gates.missed().map(({ what }) => what),
    ['above', 'never'],
  );
});

test('times, rates and ratios keep three digits and the unit that fits', () => {
  assert.equal(formatTime(0.01234), '12.3 µs');
  assert.equal(formatTime(4.5), '4.50 ms');
  assert.equal(formatTime(6900), '6.90 s');
  assert.equal(formatRate(0.05), '20,000/s');
  assert.equal(formatRate(2000), '0.50/s');
  assert.equal(formatRatio(10, 2), '5.00 ×');
  assert.equal(formatRatio(0.0023, 1), '0.0023 ×');
});
