/**
 * Checks the tables of form.json.
 */
import { isObject, setOwn } from '../data/json.js';
import { join } from '../data/pointer.js';
import type { JsonObject, JsonValue, PlanTable } from '../plan/plan.js';
import type { Findings } from './diagnostics.js';

/** Rows of one table; a larger one is a catalogue. */
const MOST_ROWS = 2_000;

/** The tables, each row with a cell for every column. */
export function readTables(tables: unknown, findings: Findings): Record<string, PlanTable> {
  const read: JsonObject = {};
  if (tables === undefined) return {};
  for (const [name, table] of Object.entries(isObject(tables) ? tables : { '': null })) {
    const fault = findFault(table as JsonValue);
    if (fault === undefined) setOwn(read, name, table as JsonValue);
    else
      findings.refuse(
        'form.malformed',
        'form.json',
        join('/tables', name),
        `The table ${fault}.`,
        'Give `columns`, and `rows` with a cell for each column.',
      );
  }
  return read as unknown as Record<string, PlanTable>;
}

function findFault(table: JsonValue): string | undefined {
  if (!isObject(table) || !Array.isArray(table['columns']) || !Array.isArray(table['rows']))
    return 'has no columns and rows';
  const { columns, rows } = table;
  if (columns.length < 2 || new Set(columns).size < columns.length)
    return 'needs two columns or more, each with its own name';
  if (rows.length > MOST_ROWS) return `has more than ${MOST_ROWS} rows`;
  const short = rows.findIndex((row) => !Array.isArray(row) || row.length !== columns.length);
  return short < 0 ? undefined : `has another number of cells in row ${short + 1}`;
}
