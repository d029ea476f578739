/**
 * A clock that tests move.
 */
import type { Clock } from '../ports/clock.js';

export interface TestClock extends Clock {
  /** @param time ISO 8601; a date alone is noon in Asia/Ho_Chi_Minh */
  set(time: string): void;
  advance(seconds: number): void;
}

/** A clock that stands still until it is moved, or the real one when no time is given. */
export function createTestClock(now?: string): TestClock {
  let fixed = now === undefined ? undefined : readTime(now);
  let shift = 0;
  return {
    now: () => new Date((fixed ?? Date.now()) + shift),
    set(time) {
      fixed = readTime(time);
      shift = 0;
    },
    advance(seconds) {
      shift += seconds * 1000;
    },
  };
}

function readTime(time: string): number {
  return Date.parse(time.includes('T') ? time : `${time}T12:00:00+07:00`);
}
