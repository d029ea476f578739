import { writeOut } from '../../data/json.js';
import { readDigits } from '../digits.js';
import { type FieldKind, fault } from '../kind.js';

/** Lengths: of a body, of a person (the personal identification number), of a branch or dependant. */
const LENGTHS = [10, 12, 13];
/** Weights of the first nine digits; the tenth is 10 less their sum modulo 11. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** A tax code (mã số thuế): 10 digits, 10 and 3 as `0100109106-001`, or 12. The check digit is a reason to look again, never to refuse. */
export const taxCode: FieldKind = {
  name: 'tax-code',
  matches: (_schema, definition) => definition === 'tax-code',
  initial: undefined,
  parse(input) {
    const parsed = readDigits(input);
    if ('fault' in parsed || typeof parsed.value !== 'string') return parsed;
    const digits = parsed.value;
    if (digits.startsWith('+')) return fault('kind.digits-expected');
    if (!LENGTHS.includes(digits.length)) return fault('kind.tax-code-length', { actual: digits.length });
    return { value: digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits };
  },
  format: (value) => writeOut(value),
  isEmpty: (value) => value === undefined || value === '',
  summarize: (value) => writeOut(value),
  advise: (value) => (isCheckDigitRight(writeOut(value)) ? [] : [{ code: 'warning.tax-code-check-digit', params: {} }]),
};

/** Where the formula gives 10, programs in use disagree: 0 is taken for right. Personal numbers have no check digit. */
function isCheckDigitRight(code: string): boolean {
  const digits = /^(\d{9})(\d)(?:-\d{3})?$/u.exec(code);
  if (digits === null) return true;
  const sum = [...(digits[1] ?? '')].reduce((total, digit, place) => total + Number(digit) * (WEIGHTS[place] ?? 0), 0);
  return (10 - (sum % 11)) % 10 === Number(digits[2]);
}
