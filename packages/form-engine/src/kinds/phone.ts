import { writeOut } from '../data/json.js';
import { readDigits } from './digits.js';
import { type FieldKind, fault } from './kind.js';

/** Digits after +84 of Vietnamese mobile and land lines. */
const NATIONAL = /^\d{9,10}$/u;

/** Numbers of services, 1800 and 1900: nothing stands before them at home. */
const SERVICE = /^1[89]00\d{4,6}$/u;

/** A telephone number in E.164: 0912 345 678, 84912345678 and +84 912 345 678 are +84912345678. */
export const phone: FieldKind = {
  name: 'phone',
  autocomplete: 'tel',
  matches: (_schema, definition) => definition === 'phone',
  initial: undefined,
  parse(input) {
    const parsed = readDigits(input);
    if ('fault' in parsed || typeof parsed.value !== 'string') return parsed;
    const number = toInternational(parsed.value);
    if (!number.startsWith('+84'))
      return /^\+[1-9]\d{7,14}$/u.test(number)
        ? { value: number }
        : fault('kind.phone-incomplete', { actual: parsed.value.length });
    return NATIONAL.test(number.slice(3)) || SERVICE.test(number.slice(3))
      ? { value: number }
      : fault('kind.phone-incomplete', { expected: 10, actual: number.length - 2 });
  },
  format: (value) => toNational(writeOut(value)),
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value) => group(toNational(writeOut(value))),
};

function toInternational(digits: string): string {
  if (digits.startsWith('+')) return digits.replace(/^\+840/u, '+84');
  if (digits.startsWith('00')) return `+${digits.slice(2)}`.replace(/^\+840/u, '+84');
  if (digits.startsWith('0')) return `+84${digits.slice(1)}`;
  if (/^84\d{9,10}$/u.test(digits)) return `+${digits}`;
  return `+84${digits}`;
}

function toNational(number: string): string {
  if (!number.startsWith('+84')) return number;
  const rest = number.slice(3);
  return SERVICE.test(rest) ? rest : `0${rest}`;
}

function group(number: string): string {
  return number.replace(/^(?:(0\d{3})(\d{3})|(1[89]00))(?=\d)/u, '$1$3 $2 ').replace('  ', ' ');
}
