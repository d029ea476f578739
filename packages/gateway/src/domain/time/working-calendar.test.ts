import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSampleCalendar } from '../../testing/sample-calendar.js';
import { addDays, dayOf, isPlainDate, weekdayOf } from './plain-date.js';

const calendar = openSampleCalendar();
const HOUR = 3_600_000;
const at = (text: string): Date => new Date(`${text}+07:00`);
const day = fc.integer({ min: 0, max: 1094 }).map((offset) => addDays('2025-01-01', offset));
const instant = fc
  .integer({ min: 0, max: 1060 * 86_400 })
  .map((second) => new Date(Date.UTC(2025, 0, 1) + second * 1000));

test('holidays, swapped days and weekends are off, and the day worked in their place is on', () => {
  const off = [
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-20',
    '2026-04-30',
    '2026-05-01',
    '2026-09-02',
    '2026-11-22',
  ];
  for (const date of off) assert.equal(calendar.isWorkingDay(date), false, date);
  for (const date of ['2026-01-10', '2026-08-22', '2026-02-23', '2026-11-23'])
    assert.equal(calendar.isWorkingDay(date), true, date);
});

test('a holiday that falls on the weekend gives the next working day off, and only that one', () => {
  assert.equal(calendar.isWorkingDay('2026-04-27'), false, 'after Giỗ Tổ on a Sunday');
  assert.equal(calendar.isWorkingDay('2026-04-28'), true);
  assert.equal(calendar.isWorkingDay('2027-05-03'), false, 'after 1 May on a Saturday');
  assert.equal(calendar.isWorkingDay('2027-05-04'), true);
});

test('two holidays on one weekend give the next two working days off, in years without announcements too', () => {
  assert.deepEqual([weekdayOf('2033-04-30'), weekdayOf('2033-05-01')], [6, 7]);
  assert.deepEqual(
    ['2033-05-02', '2033-05-03', '2033-05-04'].map((date) => calendar.isWorkingDay(date)),
    [false, false, true],
  );
  assert.equal(calendar.covers('2033-05-02'), false);
});

test('what comes at 15:00 or later, or on a day off, counts from the next working day', () => {
  assert.equal(calendar.findFirstDay(at('2026-11-20T14:59:59')), '2026-11-20');
  assert.equal(calendar.findFirstDay(at('2026-11-20T15:00:00')), '2026-11-23');
  assert.equal(calendar.findFirstDay(at('2026-11-21T09:00:00')), '2026-11-23');
});

test('8 worked hours from half past ten end at half past ten of the next working day', () => {
  assert.deepEqual(calendar.addWorkingTime(at('2026-11-20T10:30:00'), 8 * HOUR), at('2026-11-23T10:30:00'));
  assert.deepEqual(calendar.addWorkingTime(at('2026-11-20T08:00:00'), 8 * HOUR), at('2026-11-20T17:00:00'));
  assert.deepEqual(calendar.addWorkingTime(at('2026-11-20T12:30:00'), HOUR), at('2026-11-20T14:00:00'));
});

test('adding working days never ends on a day off, grows with the count, and is counted back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (start, count) => {
      const end = calendar.addWorkingDays(start, count);
      assert.equal(calendar.isWorkingDay(end), true);
      assert.ok(calendar.addWorkingDays(start, count + 1) > end);
      assert.equal(calendar.countWorkingDays(calendar.addWorkingDays(start, 0), end), count);
      assert.equal(calendar.addWorkingDays(end, -count), calendar.addWorkingDays(start, 0));
    }),
  );
});

test('worked time that was added is measured again, and the end is a worked moment', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 80 * 60 }), (start, minutes) => {
      const end = calendar.addWorkingTime(start, minutes * 60_000);
      assert.equal(calendar.measureWorkingTime(start, end), minutes * 60_000);
      assert.equal(calendar.isWorkingDay(dayOf(end)), true);
      assert.ok(calendar.addWorkingTime(new Date(start.getTime() + 60_000), minutes * 60_000) >= end);
    }),
  );
});

test('the zone of the machine does not matter', () => {
  const zone = process.env['TZ'];
  try {
    const ends = ['America/New_York', 'Pacific/Kiritimati', 'Asia/Ho_Chi_Minh'].map((name) => {
      process.env['TZ'] = name;
      return (
        calendar.addWorkingTime(at('2026-03-06T16:00:00'), 20 * HOUR).toISOString() +
        calendar.findFirstDay(at('2026-03-08T23:30:00'))
      );
    });
    assert.equal(new Set(ends).size, 1);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('only days that exist are days', () => {
  assert.deepEqual(['2028-02-29', '2026-02-29', '2026-13-01', '20260101'].map(isPlainDate), [
    true,
    false,
    false,
    false,
  ]);
});
