import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGatewayClock } from './gateway-clock.js';

const DEVICE = Date.parse('2026-03-01T00:00:00Z');

test('a device two days ahead learns the time of the gateway', () => {
  const clock = createGatewayClock(() => DEVICE);
  clock.observe('Fri, 27 Feb 2026 00:00:00 GMT', DEVICE, DEVICE);
  assert.equal(clock.now().toISOString(), '2026-02-27T00:00:00.500Z');
});

test('half of the round trip is taken off', () => {
  const clock = createGatewayClock(() => DEVICE + 4_000);
  clock.observe('Sun, 01 Mar 2026 00:00:02 GMT', DEVICE, DEVICE + 4_000);
  assert.equal(clock.now().getTime() - DEVICE, 4_500);
});

test('an absent or broken header changes nothing', () => {
  const clock = createGatewayClock(() => DEVICE);
  clock.observe(null, DEVICE, DEVICE);
  clock.observe('soon', DEVICE, DEVICE);
  assert.equal(clock.now().getTime(), DEVICE);
});
