import { writeOut } from '../../data/json.js';
import { formatMoney } from '../../text/format-money.js';
import { fold } from '../../text/fold.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from '../intake.js';
import { ungroup } from '../integer.js';
import { EMPTY, type FieldKind, fault, type Parsed } from '../kind.js';
import { stripLabel } from '../label.js';

/** What a word or letter behind the figure multiplies it by, as a power of ten. */
const POWERS: Readonly<Record<string, number>> = {
  '': 0,
  nghin: 3,
  ngan: 3,
  k: 3,
  trieu: 6,
  tr: 6,
  ty: 9,
  ti: 9,
};
/** How the currency is written, behind the figure or before it. */
const CURRENCY = /\b(?:dong|vnd|d)$|^vnd\b/u;

/** An amount in đồng: a whole number that no computation has rounded. 1.250.000 đồng, 1250000đ and 1,25 triệu are the same. */
export const money: FieldKind = {
  name: 'money',
  matches: (_schema, definition) => definition === 'money',
  autocomplete: 'transaction-amount',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    if (typeof input === 'number')
      return Number.isInteger(input) ? take(String(BigInt(input))) : fault('kind.money-expected');
    if (typeof input !== 'string') return fault('kind.money-expected');
    const typed = collapseSpaces(toAsciiDigits(normalizeText(input)));
    if (typed === '') return EMPTY;
    const amount = /^([\d., ]*\d) ?(.*)$/u.exec(stripLabel(typed).replace(/^vn[dđ] ?/iu, ''));
    const power =
      amount === null
        ? undefined
        : POWERS[
            fold((amount[2] ?? '').replace('₫', 'đ'))
              .replace(CURRENCY, '')
              .trim()
          ];
    if (amount === null || power === undefined) return refuseCharacters(typed) ?? fault('kind.money-expected');
    return take(multiply(amount[1] ?? '', power));
  },
  format: (value) => (typeof value === 'number' ? group(value) : writeOut(value)),
  isEmpty: (value) => value === undefined,
  summarize: (value, context) => (typeof value === 'number' ? formatMoney(value, context.locale) : writeOut(value)),
};

/** Nobody writes an amount of more characters, and taking zeros off a long one is slow. */
const LONGEST = 64;

/** The digits of figure × 10^power; undefined when something is left over or it is no figure. */
function multiply(figure: string, power: number): string | undefined {
  if (figure.length > LONGEST) return undefined;
  const whole = ungroup(figure.replace(/,0{1,2}$/u, ''));
  if (/^\d+$/u.test(whole)) return whole + '0'.repeat(power);
  const parts = /^([\d. ]+),(\d+)$|^(\d+)\.(\d+)$/u.exec(figure);
  const [units, decimals] = [
    ungroup(parts?.[1] ?? parts?.[3] ?? ''),
    (parts?.[2] ?? parts?.[4] ?? '').replace(/0+$/u, ''),
  ];
  return /^\d+$/u.test(units) && decimals.length <= power ? units + decimals.padEnd(power, '0') : undefined;
}

function take(digits: string | undefined): Parsed {
  if (digits === undefined || digits.startsWith('-')) return fault('kind.money-expected');
  const value = Number(digits);
  return Number.isSafeInteger(value) ? { value } : fault('kind.number-too-large', { limit: Number.MAX_SAFE_INTEGER });
}

function group(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, '.');
}
