/** Sizes and remaining times in words a citizen reads. */
import type { ElementTextKey } from './elements.vi.js';
import type { LocaleCode, Texts } from './texts.js';

const megabyte = 1_000_000;

/** `1250000` → `1,3 MB` (Vietnamese) or `1.3 MB`; under a tenth of a megabyte in kB. The space does not break. */
export function formatSize(bytes: number, locale: LocaleCode): string {
  const small = bytes < megabyte / 10;
  const amount = small ? Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1000)) : bytes / megabyte;
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: small ? 0 : 1 }).format(amount);
  return `${figures}\u00A0${small ? 'kB' : 'MB'}`;
}

/** `1,9 trên 3,1 MB`: the sizes sent and in all, with the unit once where it is the same. */
export function formatSent(
  sent: number,
  total: number,
  locale: LocaleCode,
): { readonly sent: string; readonly total: string } {
  const [start, end] = [formatSize(sent, locale), formatSize(total, locale)];
  const [figures, unit] = start.split('\u00A0');
  return { sent: unit !== undefined && figures !== undefined && end.endsWith(unit) ? figures : start, total: end };
}

/** Seconds under 100 stay seconds, more become minutes. */
export function formatTimeLeft(seconds: number, texts: Texts<ElementTextKey>): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 100
    ? texts.t('file.left.seconds', { count: whole })
    : texts.t('file.left.minutes', { count: Math.round(whole / 60) });
}
