/**
 * What a procedure's record says of the way of its dossiers: the time limit, and where it departs from the general way.
 */
import type { ProcedureRecord } from '@motcua/schemas';
import type { StateName } from './states.js';
import type { TimeLimit } from './time/due-date.js';

export interface Lifecycle {
  afterSupplement: 'restart' | 'resume';
  maxSupplementRequests: number;
  maxReschedules: number;
  withdrawFrom: readonly StateName[];
}

export type Channel = 'online' | 'desk' | 'post';

/** Nghị định 61/2018/NĐ-CP, Điều 17 khoản 2, Điều 19 khoản 4 and 9. */
export const USUAL_LIFECYCLE: Lifecycle = {
  afterSupplement: 'restart',
  maxSupplementRequests: 1,
  maxReschedules: 1,
  withdrawFrom: ['submitted'],
};

/** @param record absent when the procedure is not open any more: the general way holds */
export function readLifecycle(record: ProcedureRecord | undefined): Lifecycle {
  return { ...USUAL_LIFECYCLE, ...record?.lifecycle };
}

/** The time limit of a channel, or nothing where the record states none. */
export function readTimeLimit({ processingTime }: ProcedureRecord, channel: Channel): TimeLimit | undefined {
  const own = processingTime.channels?.find((entry) => entry.channel === channel);
  for (const stated of [own, processingTime]) {
    if (stated?.workingHours !== undefined) return { workingHours: stated.workingHours };
    if (stated?.workingDays !== undefined) return { workingDays: stated.workingDays };
  }
  return undefined;
}
