/**
 * Serials of official codes.
 */
import type { PlainDate } from '../domain/time/plain-date.js';

export interface CodeSerialStore {
  /** The next serial of an agency and a day, from 1. Taken back when the transaction around it is: no gap, no double. */
  next(agencyCode: string, day: PlainDate): Promise<number>;
}
