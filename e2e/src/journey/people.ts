/** Invented people and answers; nobody's real data. */

export const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** A date some days ago, in parts, by the calendar of Việt Nam. */
export function daysAgo(days: number): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return { day, month, year };
}

export const mother = {
  fullName: 'Đỗ Nguyễn Diễm Hằng',
  citizenNumber: '001198004217',
  phone: '0912 345 457',
  street: 'Số 12, phố Lê Lợi',
};

export const father = { fullName: 'Nguyễn Đức Thắng', birthYear: '1995', citizenNumber: '001095000836' };

export const child = { fullName: 'Nguyễn Đỗ Gia Mẫn' };
