/**
 * The operators that a page loads when its plan names one: lists, texts, dates, working days, money, tables.
 * Adding one is a file, a line here, its operand types in `compile/operand-types.ts`, and its JSON cases.
 */
import type { Operator } from '../../expression.js';
import { OPERATORS } from '../index.js';
import { age } from './age.js';
import { dateAdd } from './date-add.js';
import { datePart } from './date-part.js';
import { filter } from './filter.js';
import { foldedTexts } from './folded-text.js';
import { length } from './length.js';
import { lookup } from './lookup.js';
import { lookupBand } from './lookup-band.js';
import { map } from './map.js';
import { merge } from './merge.js';
import { missing, missingSome } from './missing.js';
import { amountInWords } from './money-in-words.js';
import { monthsBetween } from './months-between.js';
import { quantifiers } from './quantifiers.js';
import { reduce } from './reduce.js';
import { remainder } from './remainder.js';
import { round } from './round.js';
import { substr } from './substr.js';
import { choose } from './choose.js';
import { workingDays } from './working-days.js';

/** Operators beside those that every page has. */
export const FURTHER_OPERATORS: readonly Operator[] = [
  choose,
  remainder,
  map,
  filter,
  reduce,
  ...quantifiers,
  merge,
  length,
  missing,
  missingSome,
  substr,
  ...foldedTexts,
  dateAdd,
  datePart,
  monthsBetween,
  age,
  ...workingDays,
  round,
  amountInWords,
  lookup,
  lookupBand,
];

/** All that is built in, by name; `value` and `var` are the interpreter's own. */
export const ALL_OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...OPERATORS,
  ...FURTHER_OPERATORS.map((operator) => [operator.name, operator] as const),
]);
