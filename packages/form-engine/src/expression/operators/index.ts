/**
 * The operators of the rule language. Adding one is a file, a line here, and its JSON cases.
 */
import type { Operator } from '../expression.js';
import { arithmetic, cat } from './arithmetic.js';
import { citizenNumberBirthYear, citizenNumberSex } from './citizen-number.js';
import { comparisons } from './comparison.js';
import { dateWords, daysBetween, today, yearsBetween } from './dates.js';
import { looseEquality, strictEquality } from './equality.js';
import { and, conditional, negation, or } from './logic.js';
import { membership } from './membership.js';

const ALL: readonly Operator[] = [
  ...looseEquality,
  ...strictEquality,
  ...negation,
  and,
  or,
  conditional,
  ...comparisons,
  membership,
  cat,
  ...arithmetic,
  today,
  daysBetween,
  yearsBetween,
  dateWords,
  citizenNumberBirthYear,
  citizenNumberSex,
];

/** By name. `value`, which reads an answer, is the interpreter's own. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(ALL.map((operator) => [operator.name, operator]));
