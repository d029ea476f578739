import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSampleCalendar } from '../../testing/sample-calendar.js';
import { closeAfterDays, findDaysSince, findWorkedSince } from './working-cut-off.js';

const calendar = openSampleCalendar();
const instants = fc
  .integer({ min: Date.parse('2026-01-05T00:00:00Z'), max: Date.parse('2026-12-20T00:00:00Z') })
  .map((time) => new Date(time));
/** Near enough that holidays and weekends lie between now and then. */
const distances = fc.integer({ min: -2 * 86_400_000, max: 30 * 86_400_000 });

test('what has waited since the cut-off or longer has worked its time, and nothing else has', () => {
  fc.assert(
    fc.property(instants, distances, fc.integer({ min: 1, max: 40 }), (now, distance, hours) => {
      const since = new Date(now.getTime() - distance);
      const limit = hours * 3_600_000;
      const isOver = calendar.addWorkingTime(since, limit) <= now;
      assert.equal(since <= findWorkedSince(now, limit, calendar), isOver);
    }),
    { numRuns: 300 },
  );
});

test('what has waited since the cut-off in days or longer has had its days, and nothing else has', () => {
  fc.assert(
    fc.property(instants, distances, fc.integer({ min: 0, max: 15 }), (now, distance, days) => {
      const since = new Date(now.getTime() - distance);
      assert.equal(since <= findDaysSince(now, days, calendar), closeAfterDays(since, days, calendar) <= now);
    }),
    { numRuns: 300 },
  );
});

test('eight worked hours before a Monday noon lie on the Friday', () => {
  const monday = new Date('2026-11-23T11:30:00+07:00');
  const since = findWorkedSince(monday, 8 * 3_600_000, calendar);
  assert.equal(since.toISOString().slice(0, 10), '2026-11-20');
  assert.equal(calendar.measureWorkingTime(since, monday), 8 * 3_600_000);
});
