import { type Keyword, report } from '../check.js';

/** `multipleOf`, exact for decimal fractions: 0.3 is a multiple of 0.1. */
export const multipleOf: Keyword = {
  name: 'multipleOf',
  compile(divisor, site) {
    if (typeof divisor !== 'number' || divisor <= 0) return site.malformed('multipleOf', 'a number above 0');
    return (value, path, run) =>
      typeof value !== 'number' || isMultiple(value, divisor) || report(run, path, 'keyword.multipleOf', { divisor });
  },
};

function isMultiple(value: number, divisor: number): boolean {
  if (value % divisor === 0) return true;
  const scale = 10 ** Math.max(decimalsOf(value), decimalsOf(divisor));
  const scaledValue = Math.round(value * scale);
  const scaledDivisor = Math.round(divisor * scale);
  if (Number.isSafeInteger(scaledValue) && Number.isSafeInteger(scaledDivisor))
    return scaledValue % scaledDivisor === 0;
  return Number.isInteger(value / divisor);
}

function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}
