import { writeOut } from '../data/json.js';
import { integer, ungroup } from './integer.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from './intake.js';
import { EMPTY, type FieldKind, fault, type Parsed } from './kind.js';

/** Digits after the decimal mark that a page shows and a reader means. */
const DECIMALS = 6;
/** Digits that a fraction keeps exactly. */
const EXACT = 15;
/** Nobody writes a number of more characters, and taking zeros off a long one is slow. */
const LONGEST = 64;
const REFUSED = fault('kind.decimal-expected', { limit: DECIMALS });

/** A number with a decimal comma: 1.250,5 and 1250,5 are the same; 1.250 is one thousand two hundred and fifty. */
export const number: FieldKind = {
  ...integer,
  name: 'number',
  matches: (schema) => schema['type'] === 'number',
  parse(input) {
    if (input === null) return EMPTY;
    if (typeof input === 'number') return judge(input, String(input));
    if (typeof input !== 'string') return REFUSED;
    const typed = collapseSpaces(toAsciiDigits(normalizeText(input)));
    if (typed === '') return EMPTY;
    const plain = toPlain(typed);
    return refuseCharacters(typed) ?? judge(Number(plain), plain);
  },
  format: (value) => writeOut(value).replace('.', ','),
};

/** With a point before the decimals: behind commas it is the point, else the only comma. */
function toPlain(typed: string): string {
  const [comma, point] = [typed.lastIndexOf(','), typed.lastIndexOf('.')];
  const decimal = comma < 0 ? -1 : point > comma ? point : typed.indexOf(',') === comma ? comma : -1;
  return decimal < 0 ? ungroup(typed) : `${ungroup(typed.slice(0, decimal))}.${typed.slice(decimal + 1)}`;
}

function judge(value: number, written: string): Parsed {
  if (written.length > LONGEST || !/^[+-]?\d+(?:\.\d+)?$/u.test(written)) return REFUSED;
  const [whole = '', decimals = ''] = written.replace(/(\.\d*?)0+$/u, '$1').split('.');
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || (decimals !== '' && whole.length + decimals.length > EXACT))
    return fault('kind.number-too-large', { limit: Number.MAX_SAFE_INTEGER });
  return decimals.length > DECIMALS ? REFUSED : { value: value === 0 ? 0 : value };
}
