/** Time as the gateway sees it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const HO_CHI_MINH_DATE = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Today in Asia/Ho_Chi_Minh as yyyy-mm-dd, whatever the machine's own zone. */
export function readToday(clock: Clock): string {
  return HO_CHI_MINH_DATE.format(clock.now());
}
