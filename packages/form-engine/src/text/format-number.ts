/** A number as the reader's language writes it: 1.250.000 and 3,5 in Vietnamese. */
export function formatNumber(value: number, locale: 'vi' | 'en'): string {
  return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 }).format(value);
}

/** A number with its unit behind it: 3,5 m². A percent sign stands close. */
export function formatQuantity(value: number, unit: string, locale: 'vi' | 'en'): string {
  return `${formatNumber(value, locale)}${unit === '%' ? '' : ' '}${unit}`;
}
