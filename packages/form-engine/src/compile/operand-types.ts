/**
 * What the built-in operators take and give, so that an operation which can never give anything is known before anybody answers.
 */

/** What an operand must be. `number` takes digits in a text as well; `compared` is a number or a text, `searched` a text or a list. */
export type Taken =
  | 'any'
  | 'number'
  | 'text'
  | 'date'
  | 'partial-date'
  | 'list'
  | 'compared'
  | 'searched'
  | 'measured'
  | 'part'
  | 'unit'
  | 'way';

/** What comes out; `operand` is whatever the operands after the first give. */
export type Given = 'any' | 'number' | 'text' | 'truth' | 'list' | 'operand';

/** One operator: what each operand must be (the last entry holds for all further ones), and what comes out. */
export interface OperandTypes {
  takes: readonly Taken[];
  gives: Given;
}

const types = (gives: Given, ...takes: Taken[]): OperandTypes => ({ takes, gives });

/** By name of the operator; one that is not here takes and gives anything. */
export const OPERAND_TYPES: ReadonlyMap<string, OperandTypes> = new Map([
  ...['==', '!=', '===', '!==', '!', '!!'].map((name) => [name, types('truth', 'any')] as const),
  ...['<', '<=', '>', '>='].map((name) => [name, types('truth', 'compared')] as const),
  ...['+', '-', '*', '/', '%', 'min', 'max'].map((name) => [name, types('number', 'number')] as const),
  ...['if', '?:'].map((name) => [name, types('operand', 'any')] as const),
  ...['all', 'none', 'some'].map((name) => [name, types('truth', 'list', 'any')] as const),
  ...['map', 'filter'].map((name) => [name, types('list', 'list', 'any')] as const),
  ...['folded-equal', 'folded-contains', 'folded-starts'].map((name) => [name, types('truth', 'text')] as const),
  ...['days-between', 'months-between', 'years-between', 'working-days-between'].map(
    (name) => [name, types('number', 'date')] as const,
  ),
  ['in', types('truth', 'any', 'searched')],
  ['cat', types('text', 'any')],
  ['reduce', types('any', 'list', 'any', 'any')],
  ['merge', types('list', 'any')],
  ['length', types('number', 'measured')],
  ['missing', types('list', 'any')],
  ['missing_some', types('list', 'number', 'list')],
  ['substr', types('text', 'text', 'number')],
  ['today', types('text', 'any')],
  ['date-add', types('text', 'date', 'number', 'unit')],
  ['date-part', types('number', 'partial-date', 'part')],
  ['date-in-words', types('text', 'partial-date')],
  ['age', types('number', 'partial-date', 'date')],
  ['working-day', types('truth', 'date')],
  ['working-day-add', types('text', 'date', 'number')],
  ['round', types('number', 'number', 'number', 'way')],
  ['money-in-words', types('text', 'number')],
  ['lookup', types('any', 'text', 'any', 'text')],
  ['lookup-band', types('any', 'text', 'number', 'text')],
  ['citizen-number-birth-year', types('number', 'text')],
  ['citizen-number-sex', types('text', 'text')],
]);
