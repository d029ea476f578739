import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog, describeError, type LogRecord } from './log.js';

test('only fields on the list are written', () => {
  const records: LogRecord[] = [];
  const log = createLog(
    (record) => records.push(record),
    () => new Date(0),
  );
  log('info', { event: 'request', status: 200, ...({ url: '/v1/dossiers/TN', body: 'Nguyễn' } as object) });
  assert.deepEqual(records, [{ time: '1970-01-01T00:00:00.000Z', level: 'info', event: 'request', status: 200 }]);
});

test('a message that looks like frames is none', () => {
  const { frames } = describeError(new Error('first\n    at Nguyễn Văn An\n    at 0912345678'));
  assert.match(frames, /log\.test/);
  assert.doesNotMatch(frames, /Nguyễn|0912345678/);
});

test('an error is told by its place, never by its message', () => {
  const { errorName, frames } = describeError(new TypeError('Key (name)=(Nguyễn Văn An) already exists'));
  assert.equal(errorName, 'TypeError');
  assert.match(frames, /log\.test/);
  assert.doesNotMatch(frames, /Nguyễn/);
});
