import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSampleCalendar } from '../../testing/sample-calendar.js';
import { computeDueDate, markDue, type DueDateRule, type TimedEvent } from './due-date.js';
import { dayOf, timeOfDay } from './plain-date.js';

const calendar = openSampleCalendar();
const HOUR = 3_600_000;
const at = (text: string): Date => new Date(`${text}+07:00`);
const event = (state: string, time: string, more: Partial<TimedEvent> = {}): TimedEvent => ({
  state,
  at: at(time),
  ...more,
});
const restart: DueDateRule = { limit: { workingDays: 5 }, afterSupplement: 'restart' };
const resume: DueDateRule = { ...restart, afterSupplement: 'resume' };
const received = event('received', '2026-11-16T09:00:00');
const sent = event('submitted', '2026-11-14T22:00:00');

function due(history: TimedEvent[], rule = restart): string {
  const date = computeDueDate(history, rule, calendar);
  return 'at' in date ? `${date.kind} ${dayOf(date.at)} ${timeOfDay(date.at) / HOUR}` : date.kind;
}

test('there is no due date before reception, whatever was asked for meanwhile', () => {
  assert.equal(due([sent]), 'none');
  assert.equal(
    due([sent, event('supplementRequested', '2026-11-15T08:00:00'), event('submitted', '2026-11-15T09:00:00')]),
    'none',
  );
});

test('working days count from the day after reception, and end with the day', () => {
  assert.equal(due([sent, received]), 'running 2026-11-23 17');
});

test('a limit of no days is the day of reception, or after the cut-off the next working day', () => {
  const rule: DueDateRule = { ...restart, limit: { workingDays: 0 } };
  assert.equal(due([sent, event('received', '2026-11-20T14:00:00')], rule), 'running 2026-11-20 17');
  assert.equal(due([sent, event('received', '2026-11-20T15:00:00')], rule), 'running 2026-11-23 17');
});

test('hours count as they are worked', () => {
  const rule: DueDateRule = { ...restart, limit: { workingHours: 8 } };
  assert.equal(due([sent, event('received', '2026-11-20T16:00:00')], rule), 'running 2026-11-23 16');
  assert.equal(
    due([sent, event('received', '2026-11-20T08:00:00')], { ...restart, limit: { workingDays: 0.5 } }),
    'running 2026-11-20 12',
  );
});

const asked = [
  sent,
  received,
  event('processing', '2026-11-16T10:00:00'),
  event('supplementRequested', '2026-11-18T10:00:00'),
];
const supplemented = [...asked, event('processing', '2026-11-25T10:00:00')];

test('while a supplement is awaited there is no date', () => {
  assert.equal(due(asked), 'paused');
});

test('a supplement restarts the limit in full, or resumes what was left, as the procedure says', () => {
  assert.equal(due(supplemented, restart), 'running 2026-12-02 17');
  assert.equal(due(supplemented, resume), 'running 2026-11-30 17');
});

test('a stop and a payment resume what was left, also where a supplement restarts', () => {
  for (const state of ['stopped', 'paymentRequested']) {
    const history = [sent, received, event(state, '2026-11-18T10:00:00'), event('processing', '2026-11-25T10:00:00')];
    assert.equal(due(history, restart), 'running 2026-11-30 17', state);
  }
});

test('hours that were left go on after the pause', () => {
  const rule: DueDateRule = { ...resume, limit: { workingHours: 8 } };
  const history = [sent, received, event('stopped', '2026-11-16T11:00:00'), event('processing', '2026-11-20T15:00:00')];
  assert.equal(due(history, rule), 'running 2026-11-23 12');
});

test('an apology sets the date anew, and later pauses move that date', () => {
  const apology = event('processing', '2026-11-20T10:00:00', { dueOn: '2026-11-30' });
  assert.equal(due([sent, received, apology]), 'running 2026-11-30 17');
  const paused = [event('stopped', '2026-11-24T10:00:00'), event('processing', '2026-11-26T10:00:00')];
  assert.equal(due([sent, received, apology, ...paused]), 'running 2026-12-02 17');
});

test('completed work keeps its date; a refused or withdrawn dossier has none', () => {
  assert.equal(due([sent, received, event('completed', '2026-11-19T10:00:00')]), 'ended 2026-11-23 17');
  assert.equal(
    due([sent, received, event('completed', '2026-11-19T10:00:00'), event('returned', '2026-12-19T10:00:00')]),
    'ended 2026-11-23 17',
  );
  assert.equal(due([sent, event('refused', '2026-11-16T10:00:00')]), 'none');
  assert.equal(due([sent, received, event('withdrawalRequested', '2026-11-16T10:00:00')]), 'none');
});

test('a limit that had run out before a pause stays run out after it', () => {
  const late = [sent, received, event('stopped', '2026-11-26T10:00:00'), event('processing', '2026-11-27T10:00:00')];
  assert.equal(due(late), 'running 2026-11-24 17');
});

const minute = fc.integer({ min: 0, max: 900 * 1440 }).map((count) => new Date(Date.UTC(2025, 0, 1) + count * 60_000));
const rule = fc.record<DueDateRule>({
  limit: fc.oneof(
    fc.record({ workingDays: fc.integer({ min: 0, max: 40 }) }),
    fc.record({ workingHours: fc.integer({ min: 1, max: 80 }) }),
  ),
  afterSupplement: fc.constantFrom('restart', 'resume'),
});
const length = fc.integer({ min: 0, max: 30 * 1440 }).map((count) => count * 60_000);

function endAt(history: TimedEvent[], dueRule: DueDateRule): Date {
  const date = computeDueDate(history, dueRule, calendar);
  assert.ok('at' in date);
  return date.at;
}

test('a later reception is never due earlier, and nothing is due on a day off', () => {
  fc.assert(
    fc.property(minute, length, rule, (start, delay, dueRule) => {
      const early = endAt([{ state: 'received', at: start }], dueRule);
      const late = endAt([{ state: 'received', at: new Date(start.getTime() + delay) }], dueRule);
      assert.ok(late >= early);
      assert.equal(calendar.isWorkingDay(dayOf(early)), true);
      assert.ok(early >= start || timeOfDay(start) > 0);
    }),
  );
});

test('a pause of no length changes nothing, and a longer pause is never due earlier', () => {
  fc.assert(
    fc.property(minute, length, length, length, rule, (start, worked, pause, longer, dueRule) => {
      const stop = new Date(start.getTime() + worked);
      const history = (wait: number): TimedEvent[] => [
        { state: 'received', at: start },
        { state: 'stopped', at: stop },
        { state: 'processing', at: new Date(stop.getTime() + wait) },
      ];
      const without = endAt([{ state: 'received', at: start }], dueRule);
      if (without >= stop) assert.deepEqual(endAt(history(0), dueRule), without);
      assert.ok(endAt(history(pause + longer), dueRule) >= endAt(history(pause), dueRule));
      assert.equal(calendar.isWorkingDay(dayOf(endAt(history(pause), dueRule))), true);
    }),
  );
});

test('resuming after a supplement never gives more time than starting anew', () => {
  fc.assert(
    fc.property(minute, length, length, rule, (start, worked, wait, dueRule) => {
      const stop = new Date(start.getTime() + worked);
      const history: TimedEvent[] = [
        { state: 'received', at: start },
        { state: 'supplementRequested', at: stop },
        { state: 'received', at: new Date(stop.getTime() + wait) },
      ];
      assert.ok(
        endAt(history, { ...dueRule, afterSupplement: 'resume' }) <=
          endAt(history, { ...dueRule, afterSupplement: 'restart' }),
      );
    }),
  );
});

test('late after the date, soon late when less than the margin is left to work', () => {
  const date = at('2026-11-24T17:00:00');
  const mark = (now: string): string => markDue(date, at(now), 8 * HOUR, calendar);
  assert.deepEqual(
    [
      mark('2026-11-23T16:59:00'),
      mark('2026-11-23T17:00:00'),
      mark('2026-11-24T17:00:00'),
      mark('2026-11-24T17:00:01'),
    ],
    ['on-time', 'soon-late', 'soon-late', 'late'],
  );
});
