/**
 * A supplement that never comes, where the operator lets such a dossier end: one reminder before, then a refusal by the system.
 */
import { GatewayProblem } from '../../http/problem.js';
import type { WatchedDossier } from '../../ports/watch-store.js';
import { recordMove } from '../moves/record-move.js';
import { findEnd } from './list-alarms.js';
import type { WatchdogServices } from './run-watchdog.js';
import { writeEnding } from './watch-conditions.js';

export interface EndingReport {
  warned: number;
  ended: number;
}

const BATCH = 200;
/** Stands in the history and in the letter of refusal. */
export const LAPSE_REASON = 'Hết thời hạn bổ sung, cơ quan chưa nhận được phần bổ sung đã yêu cầu.';

/** The earliest requests first, at most 200 in a round. */
export async function endOverdueSupplements(services: WatchdogServices): Promise<EndingReport> {
  const { database, clock, watch, log } = services;
  const waiting = await database.watch.list(writeEnding(clock.now(), watch), BATCH);
  const report: EndingReport = { warned: 0, ended: 0 };
  for (const dossier of waiting) {
    if (dossier.warnedAt === undefined) report.warned += (await remind(dossier, services)) ? 1 : 0;
    else if (isOver(dossier, services)) report.ended += (await end(dossier, services)) ? 1 : 0;
  }
  if (report.warned > 0) log('info', { event: 'supplements-reminded', count: report.warned });
  if (report.ended > 0) log('info', { event: 'supplements-ended', count: report.ended });
  return report;
}

function isOver(dossier: WatchedDossier, { clock, watch }: WatchdogServices): boolean {
  const end = findEnd(dossier, watch);
  return end !== undefined && end <= clock.now();
}

function remind({ id, version }: WatchedDossier, { database, clock }: WatchdogServices): Promise<boolean> {
  return database.outbox.add({ kind: 'supplement-warning', dossierId: id, sequence: version }, clock.now());
}

/** False when the dossier went on meanwhile: a supplement came, or another process ended it. */
async function end(
  { id, version, agencyCode }: WatchedDossier,
  { database, moves, clock }: WatchdogServices,
): Promise<boolean> {
  try {
    await database.transact(async (stores) => {
      const request = { dossierId: id, move: 'refuse', actsAs: ['system'], version } as const;
      await recordMove(stores, request, moves, () => ({ note: LAPSE_REASON }));
      await stores.audit.add({ at: clock.now(), agencyCode, operation: 'move.refuse', dossierId: id, outcome: 'done' });
    });
    return true;
  } catch (error) {
    if (error instanceof GatewayProblem && error.code.startsWith('dossier.')) return false;
    throw error;
  }
}
