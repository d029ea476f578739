/**
 * Finds operands that an operator can never take: from the types of the data schema, of literals, and of what operators give.
 */
import { isObject } from '../data/json.js';
import { toNumber } from '../expression/expression.js';
import { isWholeDate } from '../expression/operators/plain-date.js';
import { readPartialDate } from '../expression/operators/further/read-partial-date.js';
import type { Expression, JsonValue } from '../plan/plan.js';
import { type Given, OPERAND_TYPES, type Taken } from './operand-types.js';

/** Types of JSON, a whole number being a number. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** What a value may be; undefined: anything. */
export type Types = ReadonlySet<JsonType> | undefined;

const ACCEPTED: Partial<Record<Taken, readonly JsonType[]>> = {
  number: ['number', 'string'],
  text: ['string'],
  date: ['string'],
  'partial-date': ['string'],
  list: ['array'],
  compared: ['number', 'string'],
  searched: ['string', 'array'],
  measured: ['string', 'array'],
  part: ['string'],
  unit: ['string'],
  way: ['string'],
};

/** Literals that fit, where not every text does. */
const FITS: Partial<Record<Taken, (literal: JsonValue) => boolean>> = {
  number: (literal) => toNumber(literal) !== undefined,
  date: (literal) => isWholeDate(literal),
  'partial-date': (literal) => readPartialDate(literal) !== undefined,
  part: oneOf('year', 'month', 'day'),
  unit: oneOf('day', 'week', 'month', 'year'),
  way: oneOf('half-up', 'half-even', 'up', 'down'),
};

const GIVEN: Partial<Record<Given, JsonType>> = { number: 'number', text: 'string', truth: 'boolean', list: 'array' };

/** An operand that cannot be taken, and what would be. */
export interface Misfit {
  index: number;
  wanted: Taken;
}

/** The first operand of an operation that its operator can never take. */
export function findMisfit(
  name: string,
  operands: readonly Expression[],
  typesOf: (expression: Expression) => Types,
): Misfit | undefined {
  const { takes } = OPERAND_TYPES.get(name) ?? { takes: [] };
  for (const [index, operand] of operands.entries()) {
    const wanted = takes[Math.min(index, takes.length - 1)];
    if (wanted === undefined) return undefined;
    const accepted = ACCEPTED[wanted];
    const types = typesOf(operand);
    const cannot = accepted !== undefined && types !== undefined && !accepted.some((type) => types.has(type));
    if (cannot || (isLiteral(operand) && FITS[wanted]?.(operand) === false)) return { index, wanted };
  }
  return undefined;
}

/** What an expression may give; `typesAt` tells of the answer that a `value` reads. */
export function typesOfExpression(expression: Expression, typesAt: (value: JsonValue) => Types): Types {
  if (!isObject(expression)) return new Set([typeOf(expression)]);
  const [name = ''] = Object.keys(expression);
  const argument = expression[name] as JsonValue;
  if (name === 'value') return typesAt(argument);
  const given = OPERAND_TYPES.get(name)?.gives;
  const type = given === undefined ? undefined : GIVEN[given];
  if (type !== undefined) return new Set([type]);
  if (given !== 'operand' || !Array.isArray(argument)) return undefined;
  const branches = argument.filter((_, index) => index % 2 === 1 || (index > 0 && index === argument.length - 1));
  const all = branches.map((branch) => typesOfExpression(branch, typesAt));
  return all.every((types) => types !== undefined) ? new Set(all.flatMap((types) => [...types])) : undefined;
}

/** The type of a literal. */
export function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : (typeof value as JsonType);
}

function isLiteral(expression: Expression): boolean {
  return typeof expression !== 'object' || expression === null;
}

function oneOf(...names: string[]): (literal: JsonValue) => boolean {
  return (literal) => names.some((name) => name === literal);
}
