import type { JsonValue } from '../../../plan/plan.js';
import { isDate } from '../../../vocabulary/formats/date.js';

/** Year, month and day of `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, as far as they are known; undefined for what is no such date. */
export function readPartialDate(
  value: JsonValue | undefined,
): [year: number, month?: number, day?: number] | undefined {
  if (typeof value !== 'string' || !/^\d{4}(-\d\d){0,2}$/u.test(value)) return undefined;
  if (!isDate(`${value}-01-01`.slice(0, 10))) return undefined;
  const [year = 0, ...rest] = value.split('-').map(Number);
  return [year, ...rest] as [number, number?, number?];
}
