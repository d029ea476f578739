/** A date as it is typed: three texts, each kept as written. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type DatePart = keyof DateParts;

export const emptyDate: DateParts = { day: '', month: '', year: '' };

/** `2026-11-05` → its parts; `2026-11` and `2026` leave the rest empty; any other text gives empty parts. */
export function splitDate(iso: string): DateParts {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  return match === null ? emptyDate : { year: match[1] ?? '', month: match[2] ?? '', day: match[3] ?? '' };
}

/** Day first with slashes, leaving out what is empty. */
export function writeDate(parts: DateParts): string {
  return [parts.day, parts.month, parts.year].filter((part) => part !== '').join('/');
}
