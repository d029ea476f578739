/**
 * What waits for somebody, as the desk sees it: computed from what is there, so an alarm ends with its cause.
 */
import type { DeskAlarms } from '@motcua/schemas';
import type { GatewayDatabase } from '../../ports/gateway-database.js';
import type { DossierAlarm, WatchedDossier } from '../../ports/watch-store.js';
import { closeAfterDays, findWorkedSince } from '../time/working-cut-off.js';
import { countDaysToAlarm, writeConditions, type WatchServices } from './watch-conditions.js';

type Alarm = DeskAlarms['alarms'][number];
type AlarmCounts = DeskAlarms['counts'];

const DOSSIER_ALARMS: readonly DossierAlarm[] = ['dossier-unclaimed', 'due-soon', 'late', 'supplement-overdue'];
const MAX_LISTED = 100;

/** @param agencyCode absent: of every agency */
export async function listAlarms(
  database: GatewayDatabase,
  services: WatchServices,
  now: Date,
  agencyCode?: string,
): Promise<DeskAlarms> {
  const conditions = writeConditions(now, services);
  const alarms: Alarm[] = [];
  for (const kind of DOSSIER_ALARMS)
    for (const dossier of await database.watch.list(conditions[kind], MAX_LISTED, agencyCode))
      alarms.push(describeAlarm(kind, dossier, services));
  const outbox = await database.outbox.measure(services.settings.failingAttempts, agencyCode);
  if (outbox.failingSince) alarms.push(sumUp('message-failing', outbox.failingSince, outbox.failing));
  if (outbox.deadSince) alarms.push(sumUp('message-dead', outbox.deadSince, outbox.dead));
  const dead = await database.outbox.listDead(MAX_LISTED, agencyCode);
  return {
    alarms: alarms.sort((left, right) => left.since.localeCompare(right.since)),
    counts: await countAlarms(database, services, now, agencyCode),
    outbox: { open: outbox.open, dead: outbox.dead },
    dead: dead.map(({ id, kind, code, sequence, attempts, error, createdAt, deadAt }) => ({
      id,
      kind,
      code,
      sequence,
      attempts,
      ...(error === undefined ? {} : { error }),
      createdAt: createdAt.toISOString(),
      deadAt: deadAt.toISOString(),
    })),
  };
}

/** @param agencyCode absent: of every agency */
export async function countAlarms(
  { watch, outbox }: GatewayDatabase,
  services: WatchServices,
  now: Date,
  agencyCode?: string,
): Promise<AlarmCounts> {
  const conditions = writeConditions(now, services);
  const { failing, dead } = await outbox.measure(services.settings.failingAttempts, agencyCode);
  return {
    'dossier-unclaimed': await watch.count(conditions['dossier-unclaimed'], agencyCode),
    'due-soon': await watch.count(conditions['due-soon'], agencyCode),
    late: await watch.count(conditions.late, agencyCode),
    'supplement-overdue': await watch.count(conditions['supplement-overdue'], agencyCode),
    'message-failing': failing,
    'message-dead': dead,
  };
}

function sumUp(kind: 'message-failing' | 'message-dead', since: Date, count: number): Alarm {
  return { kind, since: since.toISOString(), count };
}

function describeAlarm(kind: DossierAlarm, dossier: WatchedDossier, services: WatchServices): Alarm {
  const end = kind === 'supplement-overdue' ? findEnd(dossier, services) : dossier.dueAt;
  return {
    kind,
    code: dossier.code,
    since: findSince(kind, dossier, services).toISOString(),
    ...(end === undefined ? {} : { dueAt: end.toISOString() }),
  };
}

function findSince(
  kind: DossierAlarm,
  { movedAt, dueAt = movedAt, slug }: WatchedDossier,
  { calendar, settings, soonLate }: WatchServices,
): Date {
  switch (kind) {
    case 'dossier-unclaimed':
      return calendar.addWorkingTime(movedAt, settings.unclaimed);
    case 'supplement-overdue':
      return closeAfterDays(movedAt, countDaysToAlarm(slug, settings), calendar);
    case 'late':
      return dueAt;
    case 'due-soon':
      return soonLate === 0 ? dueAt : findLater(movedAt, findWorkedSince(dueAt, soonLate, calendar));
  }
}

/** When a supplement that does not come ends the dossier; nothing where it waits. */
export function findEnd(
  { movedAt, slug, warnedAt }: Pick<WatchedDossier, 'movedAt' | 'slug' | 'warnedAt'>,
  { calendar, settings }: Pick<WatchServices, 'calendar' | 'settings'>,
): Date | undefined {
  const { workingDays, end, warnBefore } = settings.findSupplement(slug);
  if (!end) return undefined;
  const limit = closeAfterDays(movedAt, workingDays, calendar);
  // Nobody is refused without having had the time of the reminder, though the gateway stood still for weeks.
  const reminded = warnedAt === undefined ? limit : closeAfterDays(warnedAt, warnBefore, calendar);
  return findLater(reminded, limit);
}

function findLater(left: Date, right: Date): Date {
  return left > right ? left : right;
}
