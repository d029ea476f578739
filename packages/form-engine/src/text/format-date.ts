/**
 * Dates for readers: day first, as far as they are known.
 */

/** An ISO date, whole or partial, as dd/mm/yyyy, mm/yyyy or yyyy in Vietnamese, and as 5 November 2026 in English. */
export function formatDate(date: string, locale: 'vi' | 'en'): string {
  const [year = '', month, day] = date.split('-');
  if (locale === 'vi') return [day, month, year].filter((part) => part !== undefined).join('/');
  if (month === undefined) return year;
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat('en-GB', options).format(instant);
}
