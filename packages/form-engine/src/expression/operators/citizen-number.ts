import type { JsonValue } from '../../plan/plan.js';
import type { Operator } from '../expression.js';

/**
 * The fourth digit of a personal identification number holds century and sex, the fifth and sixth the year
 * (Decree 137/2015/ND-CP, article 13, kept by Circular 59/2021/TT-BCA).
 */
function readCitizenNumber(value: JsonValue | undefined): { code: number; year: number } | undefined {
  if (typeof value !== 'string' || !/^\d{12}$/u.test(value)) return undefined;
  return { code: Number(value.charAt(3)), year: Number(value.slice(4, 6)) };
}

/** `citizen-number-birth-year`: the year of birth that the number states. */
export const citizenNumberBirthYear: Operator = {
  name: 'citizen-number-birth-year',
  arity: [1, 1],
  apply([value]) {
    const number = readCitizenNumber(value);
    return number === undefined ? undefined : 1900 + 100 * Math.floor(number.code / 2) + number.year;
  },
};

/** `citizen-number-sex`: `male` or `female`, as the number states. */
export const citizenNumberSex: Operator = {
  name: 'citizen-number-sex',
  arity: [1, 1],
  apply([value]) {
    const number = readCitizenNumber(value);
    if (number === undefined) return undefined;
    return number.code % 2 === 0 ? 'male' : 'female';
  },
};
