import { type Operator, toNumber } from '../../expression.js';
import { readCell } from './read-cell.js';

/**
 * `lookup-band`: name of a table of form.json, number, and column (the last when absent): the cell of the last row that begins with no
 * more than the number; the rows stand in ascending order. Nothing below the first.
 */
export const lookupBand: Operator = {
  name: 'lookup-band',
  arity: [2, 3],
  apply([name, key = null, column], { tables = {} }) {
    const number = toNumber(key);
    if (number === undefined) return undefined;
    return readCell(tables, name, column, (rows) =>
      rows.findLast(([from]) => typeof from === 'number' && from <= number),
    );
  },
  cost: () => 16,
};
