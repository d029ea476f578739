/**
 * One round of the watchdog: notes alarms that are new and those that ended, and looks after supplements that do not come.
 * Any number of processes may run it: each alarm is noticed once, each reminder written once, each end made once.
 */
import type { Log } from '../../http/log.js';
import type { Clock } from '../../ports/clock.js';
import type { GatewayDatabase } from '../../ports/gateway-database.js';
import type { DossierAlarm } from '../../ports/watch-store.js';
import type { MoveServices } from '../moves/record-move.js';
import { endOverdueSupplements, type EndingReport } from './end-overdue-supplements.js';
import { writeConditions, type WatchServices } from './watch-conditions.js';

export interface WatchdogServices {
  database: GatewayDatabase;
  watch: WatchServices;
  moves: MoveServices;
  clock: Clock;
  log: Log;
}

export interface WatchReport extends EndingReport {
  raised: Record<DossierAlarm, number>;
  lowered: Record<DossierAlarm, number>;
}

export async function runWatchdog(services: WatchdogServices): Promise<WatchReport> {
  const ending = await endOverdueSupplements(services);
  const now = services.clock.now();
  const conditions = writeConditions(now, services.watch);
  const raised = {} as WatchReport['raised'];
  const lowered = {} as WatchReport['lowered'];
  for (const alarm of Object.keys(conditions) as DossierAlarm[]) {
    lowered[alarm] = await services.database.watch.lower(alarm, conditions[alarm]);
    raised[alarm] = await services.database.watch.raise(alarm, conditions[alarm], now);
    report('alarm', 'alarm-raised', alarm, raised[alarm], services.log);
    report('info', 'alarm-ended', alarm, lowered[alarm], services.log);
  }
  return { ...ending, raised, lowered };
}

function report(level: 'info' | 'alarm', event: string, reason: string, count: number, log: Log): void {
  if (count > 0) log(level, { event, reason, count });
}
