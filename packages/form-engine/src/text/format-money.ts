/** An amount in đồng as it is read: 1.250.000 đồng. */
export function formatMoney(amount: number, locale: 'vi' | 'en'): string {
  const digits = String(amount).replace(/\B(?=(?:\d{3})+$)/gu, locale === 'vi' ? '.' : ',');
  return locale === 'vi' ? `${digits} đồng` : `${digits} VND`;
}
