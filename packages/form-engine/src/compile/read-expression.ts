/**
 * Checks an expression of form.json, makes its pointers absolute where there is one place only, and lists what it reads.
 */
import { isObject, ownValue } from '../data/json.js';
import { isPointer, join, resolvePointer, tokensOf } from '../data/pointer.js';
import { EXPRESSION_DEPTH } from '../expression/evaluate.js';
import type { Operator } from '../expression/expression.js';
import type { Expression, JsonObject, JsonValue, PlanTable, Pointer } from '../plan/plan.js';
import { findMisfit, typesOfExpression, type Types } from './check-operands.js';
import type { Findings } from './diagnostics.js';

const FILE = 'form.json';

/** What expressions may speak of. */
export interface RuleSurroundings {
  /** Does the data schema describe the place? A row of a list stands there as `*`. */
  knows(pointer: Pointer): boolean;
  /** Types that the data schema allows there. */
  typesAt(pointer: Pointer): Types;
  operators: ReadonlyMap<string, Operator>;
  tables: Readonly<Record<string, PlanTable>>;
  /** Is there a working calendar? */
  hasCalendar: boolean;
  findings: Findings;
}

/** Where an expression stands. */
export interface ExpressionPlace {
  /** The field from which relative pointers start, in a list as a template. */
  from: Pointer;
  /** The place of the expression in form.json. */
  at: Pointer;
  /** `var` reads something before any list operator: an option. */
  hasItem?: boolean;
}

/** What was read. */
export interface ReadExpression {
  expression: Expression;
  reads: Pointer[];
  /** Names of the operators that it uses. */
  uses: ReadonlySet<string>;
}

/** Reads an expression; what is wrong with it goes to the findings. */
export function readExpression(
  source: Expression,
  { from, at, hasItem = false }: ExpressionPlace,
  surroundings: RuleSurroundings,
): ReadExpression {
  const { findings, operators } = surroundings;
  const reads = new Set<Pointer>();
  const uses = new Set<string>();
  const malformed = (place: Pointer, message: string, advice: string): null => {
    findings.refuse('rule.malformed', FILE, place, message, advice);
    return null;
  };

  const read = (part: JsonValue, place: Pointer, depth: number, scoped: boolean): JsonValue => {
    if (depth > EXPRESSION_DEPTH)
      return malformed(at, 'The expression nests too deep.', `Stay within ${EXPRESSION_DEPTH} levels.`);
    if (Array.isArray(part)) return part.map((item, index) => read(item, join(place, index), depth + 1, scoped));
    if (!isObject(part)) return part;
    const [name, ...others] = Object.keys(part);
    if (name === undefined || others.length > 0)
      return malformed(place, 'An operation has exactly one name.', 'Write { "operator": [operands] }.');
    const argument = part[name] as JsonValue;
    if (name === 'value') return { value: readPointer(argument, place) };
    const operands = Array.isArray(argument) ? argument : [argument];
    if (name === 'var' && scoped) return readItem(operands, place, depth);
    const operator = operators.get(name);
    if (operator === undefined) return refuseOperator(name, place);
    uses.add(name);
    if (operands.length < operator.arity[0] || operands.length > operator.arity[1])
      malformed(
        place,
        `\`${name}\` takes ${operator.arity.join(' to ')} operands, not ${operands.length}.`,
        'Correct the number of operands.',
      );
    if (name === 'missing' || name === 'missing_some') return { [name]: readPlaces(name, operands, place) };
    const below = operands.map((operand, index) =>
      read(operand, join(join(place, name), index), depth + 1, scoped || index === operator.over),
    );
    checkOperation(name, below, place);
    return { [name]: below };
  };

  const refuseOperator = (name: string, place: Pointer): null => {
    const known = ['value', ...operators.keys()].join(', ');
    findings.refuse(
      'rule.operator-unknown',
      FILE,
      place,
      `There is no operator ${JSON.stringify(name)}.`,
      name === 'var'
        ? '`var` reads items inside list operators only; answers are read by `value`.'
        : `Use one of ${known}.`,
    );
    return null;
  };

  const readItem = (operands: readonly JsonValue[], place: Pointer, depth: number): JsonValue => {
    const [name = '', ...defaults] = operands;
    if ((typeof name !== 'string' && typeof name !== 'number') || defaults.length > 1)
      return malformed(place, '`var` takes a name or a JSON Pointer, and a default.', 'Write { "var": "name" }.');
    const [first] = defaults;
    return { var: first === undefined ? name : [name, read(first, join(join(place, 'var'), 1), depth + 1, true)] };
  };

  const readPlaces = (name: string, operands: readonly JsonValue[], place: Pointer): JsonValue[] => {
    const places = name === 'missing' ? operands.flat() : Array.isArray(operands[1]) ? operands[1] : [];
    for (const pointer of places) readPointer(pointer, place);
    return operands as JsonValue[];
  };

  /** In a row a relative pointer stays relative: it names another place in each row. */
  const readPointer = (argument: JsonValue, place: Pointer): JsonValue => {
    const pointer = typeof argument === 'string' ? resolvePointer(argument, from) : undefined;
    if (pointer === undefined)
      return malformed(place, '`value` takes a JSON Pointer.', 'Write { "value": "/child/birthDate" }.') ?? '';
    if (isPointer(String(argument)) && pointer.includes('/*'))
      return (
        malformed(
          place,
          `${pointer} names no row.`,
          'Write a relative pointer from the field, as { "value": "1/name" }.',
        ) ?? ''
      );
    const template = findTemplate(pointer, surroundings);
    if (template === undefined)
      findings.refuse(
        'rule.value-unknown',
        FILE,
        place,
        `The data schema knows nothing of ${pointer}.`,
        'Declare it in `properties`, or correct the pointer.',
      );
    else reads.add(template);
    return pointer.includes('/*') ? argument : pointer;
  };

  const typesOf = (expression: Expression): Types =>
    typesOfExpression(expression, (value) => {
      const pointer = typeof value === 'string' ? resolvePointer(value, from) : undefined;
      const template = pointer === undefined ? undefined : findTemplate(pointer, surroundings);
      return template === undefined ? undefined : surroundings.typesAt(template);
    });

  const checkOperation = (name: string, operands: readonly Expression[], place: Pointer): void => {
    const misfit = findMisfit(name, operands, typesOf);
    if (misfit !== undefined)
      findings.refuse(
        'rule.type-mismatch',
        FILE,
        join(join(place, name), misfit.index),
        `\`${name}\` can never take this operand: it needs ${WORDS[misfit.wanted] ?? misfit.wanted}.`,
        'Correct the operand; as it stands the rule is off for ever.',
      );
    if (name.startsWith('working-day') && !surroundings.hasCalendar)
      findings.refuse(
        'rule.calendar-missing',
        FILE,
        place,
        `\`${name}\` has no working calendar.`,
        'Name `working-calendar` among the catalogues of the procedure.',
      );
    if (name === 'lookup' || name === 'lookup-band') checkTable(name, operands, place);
  };

  const checkTable = (name: string, [table = null, , column]: readonly Expression[], place: Pointer): void => {
    const found = typeof table === 'string' ? ownValue(surroundings.tables as unknown as JsonObject, table) : undefined;
    const { columns, rows } = (found ?? { columns: [], rows: [] }) as unknown as PlanTable;
    const refuse = (message: string, advice: string): void =>
      findings.refuse('rule.table-unknown', FILE, place, message, advice);
    if (found === undefined) refuse(`There is no table ${JSON.stringify(table)}.`, 'Give it in `tables` of form.json.');
    else if (column !== undefined && !columns.some((known) => known === column))
      refuse(`The table has no column ${JSON.stringify(column)}.`, `Name one of ${columns.join(', ')}.`);
    else if (name === 'lookup-band' && !isAscending(rows))
      refuse('The rows do not begin with ascending numbers.', 'Order the rows by their first cell, a number.');
  };

  return { expression: read(source, at, 0, hasItem), reads: [...reads], uses };
}

const WORDS: Readonly<Record<string, string>> = {
  number: 'a number',
  text: 'a text',
  date: 'a date as yyyy-mm-dd',
  'partial-date': 'a date as yyyy, yyyy-mm or yyyy-mm-dd',
  list: 'a list',
  compared: 'a number or a text',
  searched: 'a text or a list',
  measured: 'a text or a list',
  part: 'year, month or day',
  unit: 'day, week, month or year',
  way: 'half-up, half-even, up or down',
};

/** The place as the data schema describes it: an index of a row stands for any. */
function findTemplate(pointer: Pointer, { knows }: RuleSurroundings): Pointer | undefined {
  if (knows(pointer)) return pointer;
  const template = tokensOf(pointer).reduce((above, token) => {
    const own = join(above, token);
    return /^(0|[1-9]\d*)$/u.test(token) && !knows(own) ? `${above}/*` : own;
  }, '');
  return knows(template) ? template : undefined;
}

function isAscending(rows: PlanTable['rows']): boolean {
  return rows.every(
    ([from], index) => typeof from === 'number' && (index === 0 || from > (rows[index - 1]?.[0] as number)),
  );
}
