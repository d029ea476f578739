/**
 * Makes of the catalogue `working-calendar` the days that rules may count: holidays by rule and by announcement become plain dates.
 */
import { isObject } from '../data/json.js';
import { addDays, isWholeDate, weekdayOf } from '../expression/operators/plain-date.js';
import type { JsonValue, PlanCalendar } from '../plan/plan.js';

/** Days before the calendar in which a holiday may lie whose substitute lies inside. */
const LONGEST_BREAK = 14;

/** The days of a catalogue; undefined for what is no working calendar. */
export function readCalendar(catalog: JsonValue | undefined): PlanCalendar | undefined {
  const { covers, weekend, fixedHolidays, lunarHolidays, announced } = asObject(catalog);
  const { from, until } = asObject(covers);
  if (!isWholeDate(from) || !isWholeDate(until) || until < from || !Array.isArray(weekend)) return undefined;
  const { daysOff, workDays } = asObject(announced);
  const fixed = new Set(listOf(fixedHolidays).map(({ monthDay }) => monthDay));
  const lunar = new Map(listOf(lunarHolidays).map(({ date, compensated }) => [date, compensated !== false]));
  const isAnnounced = coverDays(listOf(daysOff));
  const isOn = new Set(listOf(workDays).map(({ date }) => date));
  const calendar = { from, until, weekend: weekend.map(Number), off: [] as string[], worked: [] as string[] };
  let owed = 0;
  for (let day = addDays(from, -LONGEST_BREAK) ?? from; day <= until; day = addDays(day, 1) ?? '~') {
    const isHoliday = fixed.has(day.slice(5)) || lunar.has(day);
    const isWeekend = calendar.weekend.includes(weekdayOf(day));
    let isOff = isHoliday || isAnnounced(day);
    // Bộ luật Lao động 2019, Điều 111 khoản 3: a holiday on the weekend moves to the next working day; two of them to the next two.
    if (isWeekend && isHoliday && !isOn.has(day) && lunar.get(day) !== false) owed += 1;
    else if (!isWeekend && !isOff && owed > 0) {
      owed -= 1;
      isOff = true;
    }
    if (day < from) continue;
    if (isWeekend && isOn.has(day)) calendar.worked.push(day);
    else if (!isWeekend && isOff && !isOn.has(day)) calendar.off.push(day);
  }
  return calendar;
}

function coverDays(spans: readonly Record<string, JsonValue>[]): (day: string) => boolean {
  return (day) => spans.some(({ from, until }) => String(from) <= day && day <= String(until));
}

function asObject(value: JsonValue | undefined): Record<string, JsonValue | undefined> {
  return isObject(value) ? value : {};
}

function listOf(value: JsonValue | undefined): Record<string, JsonValue>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
