const TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/** `time` (RFC 3339, full-time): with an offset; second 60 only where a leap second can fall, at 23:59:60 UTC. */
export function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (match?.[3] !== '60') return match !== null;
  const minutes = (hour: number): number => Number(match[hour] ?? 0) * 60 + Number(match[hour + 1] ?? 0);
  const offset = match[4] === '-' ? -minutes(5) : minutes(5);
  return (minutes(1) - offset + 2880) % 1440 === 1439;
}
