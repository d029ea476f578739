/** `time` (RFC 3339 full-time): with an offset; second 60 only where a leap second can fall. */
export function isTime(text: string): boolean {
  const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:z|([+-])(\d{2}):(\d{2}))$/iu.exec(text);
  if (match === null) return false;
  const [hour, minute, second] = match.slice(1, 4).map(Number) as [number, number, number];
  const offsetHour = Number(match[5] ?? 0);
  const offsetMinute = Number(match[6] ?? 0);
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const sign = match[4] === '-' ? -1 : 1;
  const utc = (hour * 60 + minute - sign * (offsetHour * 60 + offsetMinute) + 2880) % 1440;
  return second === 60 && utc === 1439;
}
