import { isObject, ownValue } from '../../../data/json.js';
import type { JsonObject, JsonValue, PlanTable } from '../../../plan/plan.js';
import type { Outcome } from '../../expression.js';

/** The cell of a column, the last when none is named, in the row that `find` picks. */
export function readCell(
  tables: Readonly<Record<string, PlanTable>>,
  name: JsonValue | undefined,
  column: JsonValue | undefined,
  find: (rows: PlanTable['rows']) => readonly JsonValue[] | undefined,
): Outcome {
  const table = typeof name === 'string' ? ownValue(tables as unknown as JsonObject, name) : undefined;
  if (!isObject(table)) return undefined;
  const { columns, rows } = table as unknown as PlanTable;
  const place = column === undefined ? columns.length - 1 : columns.findIndex((known) => known === column);
  return find(rows)?.[place];
}
