import { isEqual } from '../../../data/json.js';
import type { Operator } from '../../expression.js';
import { readCell } from './read-cell.js';

/**
 * `lookup`: name of a table of form.json, key, and column (the last when absent): the cell of the first row that begins with the key.
 * A list as key is compared with as many cells. Nothing where no row has it.
 */
export const lookup: Operator = {
  name: 'lookup',
  arity: [2, 3],
  apply([name, key = null, column], { tables = {} }) {
    const keys = Array.isArray(key) ? key : [key];
    return readCell(tables, name, column, (rows) =>
      rows.find((row) => keys.every((wanted, place) => isEqual(row[place], wanted))),
    );
  },
  cost: () => 16,
};
