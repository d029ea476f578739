import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { DeskAlarms } from '@motcua/schemas';
import { openSampleCalendar } from '../../testing/sample-calendar.js';
import { sendSample } from '../../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../../testing/test-gateway.js';
import { closeAfterDays } from '../time/working-cut-off.js';
import { countAlarms, listAlarms } from './list-alarms.js';
import type { WatchServices } from './watch-conditions.js';
import { readWatchSettings } from './watch-settings.js';

type Kind = DeskAlarms['alarms'][number]['kind'];

interface Waiting {
  code: string;
  state: 'submitted' | 'edited' | 'received' | 'supplementRequested' | 'stopped';
  /** When it came into its state. */
  movedAt: Date;
  dueAt: Date | undefined;
}

const HOUR = 3_600_000;
const calendar = openSampleCalendar();
const services: WatchServices = {
  calendar,
  settings: readWatchSettings({ unclaimedHours: 12, supplement: { workingDays: 6 } }, []),
  slugs: [],
  soonLate: 10 * HOUR,
};
const STATES: readonly Waiting['state'][] = ['submitted', 'edited', 'received', 'supplementRequested', 'stopped'];
const waiting: Waiting[] = [];
let gateway: TestGateway;
before(async () => {
  gateway = await openTestGateway({ now: '2026-11-20' });
  const sent = await sendSample(gateway);
  const { submission, confirmation } = await gateway.database.dossiers.read(await findId(sent.code));
  for (let index = 0; index < 60; index += 1) {
    const code = `TN-0000-0000-${String(1000 + index)}`;
    const submittedAt = new Date(Date.parse('2026-11-20T05:00:00Z') + index * 11 * HOUR);
    const names = { applicant: '', folded: '' };
    const copy = { ...confirmation, provisionalCode: code };
    await gateway.database.dossiers.insert({ submission, confirmation: copy, submittedAt, names });
    waiting.push(await bring(code, STATES[index % STATES.length] ?? 'submitted', submittedAt));
  }
});
after(() => gateway.close());

async function findId(code: string): Promise<string> {
  return (await gateway.database.dossiers.findLock(code))?.id ?? '';
}

/** Takes a sent dossier into a state three hours later; an edit leaves it where it waits. */
async function bring(code: string, state: Waiting['state'], submittedAt: Date): Promise<Waiting> {
  if (state === 'submitted') return { code, state, movedAt: submittedAt, dueAt: undefined };
  const at = new Date(submittedAt.getTime() + 3 * HOUR);
  const isEdit = state === 'edited';
  const dueAt = state === 'received' ? calendar.addWorkingTime(at, 20 * HOUR) : undefined;
  const event = {
    sequence: 2,
    state: isEdit ? 'submitted' : state,
    at,
    ...(isEdit ? ({ move: 'edit', actor: 'applicant' } as const) : ({ move: 'test', actor: 'desk' } as const)),
  };
  await gateway.database.dossiers.append(await findId(code), event, { dueAt: dueAt ?? null });
  return { code, state, movedAt: isEdit ? submittedAt : at, dueAt };
}

/** What the alarm of one dossier should be, computed from it alone. */
function expectKind({ state, movedAt, dueAt }: Waiting, now: Date): Kind | undefined {
  if (state === 'submitted' || state === 'edited')
    return calendar.addWorkingTime(movedAt, services.settings.unclaimed) <= now ? 'dossier-unclaimed' : undefined;
  if (state === 'supplementRequested')
    return closeAfterDays(movedAt, 6, calendar) <= now ? 'supplement-overdue' : undefined;
  if (dueAt === undefined) return undefined;
  if (dueAt < now) return 'late';
  return calendar.addWorkingTime(now, services.soonLate) >= dueAt ? 'due-soon' : undefined;
}

test('the list is what each dossier by itself would say, at any moment', async () => {
  const moments = fc
    .integer({ min: Date.parse('2026-11-20T00:00:00Z'), max: Date.parse('2027-01-10T00:00:00Z') })
    .map((time) => new Date(time));
  await fc.assert(
    fc.asyncProperty(moments, async (now) => {
      const { alarms, counts } = await listAlarms(gateway.database, services, now);
      const ours = alarms.filter(({ code }) => code?.startsWith('TN-0000-'));
      const expected = waiting.flatMap((dossier) => {
        const kind = expectKind(dossier, now);
        return kind === undefined ? [] : [`${dossier.code} ${kind}`];
      });
      assert.deepEqual(ours.map(({ code, kind }) => `${code ?? ''} ${kind}`).sort(), expected.sort());
      for (const { since } of alarms) assert.ok(new Date(since) <= now, 'no alarm begins in the future');
      for (const kind of Object.keys(counts) as Kind[])
        assert.equal(counts[kind], alarms.filter((alarm) => alarm.kind === kind).length, kind);
    }),
    { numRuns: 40 },
  );
});

test('an alarm begins when its cause does, and the earliest stand first', async () => {
  const now = new Date('2026-12-31T03:00:00Z');
  const { alarms } = await listAlarms(gateway.database, services, now);
  const unclaimed = waiting.find(({ state }) => state === 'submitted');
  assert.equal(
    alarms.find(({ code }) => code === unclaimed?.code)?.since,
    calendar.addWorkingTime(unclaimed?.movedAt ?? now, 12 * HOUR).toISOString(),
  );
  assert.deepEqual(
    alarms.map(({ since }) => since),
    alarms.map(({ since }) => since).sort(),
  );
});

test('other agencies see none of it', async () => {
  const now = new Date('2026-12-31T03:00:00Z');
  const counts = await countAlarms(gateway.database, services, now, '09556');
  assert.ok(Object.values(counts).every((count) => count === 0));
});
