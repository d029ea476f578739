import { isObject, ownValue } from '../../data/json.js';
import { readCells } from '../../text/read-cells.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import { collapseSpaces, normalizeText, refuseCharacters } from '../intake.js';
import { type FieldKind, fault, type Parsed } from '../kind.js';
import { repeatGroup } from './repeat-group.js';
import { readRows } from './rows.js';

/** Many rows of the same columns; a part of a spreadsheet may be pasted as `{columns, pasted}`. */
export const table: FieldKind = {
  ...repeatGroup,
  name: 'table',
  matches: (_schema, definition) => definition === 'table',
  parse(input) {
    if (!isObject(input)) return readRows(input);
    const [columns, pasted] = [ownValue(input, 'columns'), ownValue(input, 'pasted')];
    const names = Array.isArray(columns) ? columns.filter((name) => typeof name === 'string') : [];
    return names.length === 0 || typeof pasted !== 'string' ? fault('kind.rows-expected') : readPasted(names, pasted);
  },
};

/** Cells by place; a row may end early, and may not hold more than there are columns. */
function readPasted(columns: readonly string[], pasted: string): Parsed {
  const rows: JsonObject[] = [];
  for (const [index, cells] of readCells(pasted).entries()) {
    const given = cells.map((cell) => collapseSpaces(normalizeText(cell)));
    const beyond = given.findLastIndex((cell) => cell !== '') + 1;
    if (beyond > columns.length)
      return fault('kind.table-columns', { row: index + 1, expected: columns.length, actual: beyond });
    const refused = refuseCharacters(given.join(' '));
    if (refused !== undefined) return refused;
    rows.push(Object.fromEntries(columns.map((name, place): [string, JsonValue] => [name, given[place] ?? ''])));
  }
  return readRows(rows);
}
