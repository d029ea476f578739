import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProcedureRecord } from '@motcua/schemas';
import { readLifecycle, readTimeLimit, USUAL_LIFECYCLE } from './lifecycle.js';

function describe(processingTime: Partial<ProcedureRecord['processingTime']>): ProcedureRecord {
  return { processingTime: { text: { vi: 'x' }, source: 'x', ...processingTime } } as ProcedureRecord;
}

test('a procedure that says nothing goes the general way', () => {
  assert.deepEqual(readLifecycle(describe({})), USUAL_LIFECYCLE);
  assert.deepEqual(readLifecycle(undefined), USUAL_LIFECYCLE);
});

test('a procedure changes what it names and nothing else', () => {
  const record = { ...describe({}), lifecycle: { afterSupplement: 'resume' as const } };
  assert.deepEqual(readLifecycle(record), { ...USUAL_LIFECYCLE, afterSupplement: 'resume' });
});

test('the limit hangs on the channel; a channel that is not named has the common limit', () => {
  const record = describe({ workingDays: 5, channels: [{ channel: 'online', workingHours: 8 }, { channel: 'post' }] });
  assert.deepEqual(readTimeLimit(record, 'online'), { workingHours: 8 });
  assert.deepEqual(readTimeLimit(record, 'desk'), { workingDays: 5 });
  assert.deepEqual(readTimeLimit(record, 'post'), { workingDays: 5 });
  assert.equal(readTimeLimit(describe({}), 'online'), undefined);
});
