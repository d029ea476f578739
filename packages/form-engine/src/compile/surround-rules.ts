/**
 * What the rules of a procedure may speak of, and what of it the plan must carry.
 */
import { ALL_OPERATORS } from '../expression/operators/further/index.js';
import { OPERATORS } from '../expression/operators/index.js';
import type { Plan, PlanTable } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import type { SchemaDocuments } from '../vocabulary/schema-documents.js';
import type { Findings } from './diagnostics.js';
import { readCalendar } from './read-calendar.js';
import type { RuleSurroundings } from './read-expression.js';
import { readTables } from './read-tables.js';
import type { Trace } from './trace-schema.js';
import { typesAt } from './types-at.js';

/** The catalogue that holds holidays and working days. */
const CALENDAR = 'working-calendar';

/** Gathers what rules may speak of. */
export function surroundRules(
  source: ProcedureSource,
  trace: Trace,
  documents: SchemaDocuments,
  findings: Findings,
  operators: RuleSurroundings['operators'] = ALL_OPERATORS,
): RuleSurroundings {
  return {
    knows: (pointer) => trace.places.has(pointer),
    typesAt: (pointer) => typesAt(pointer, trace, documents),
    operators,
    tables: readTables(source.form.tables, findings),
    hasCalendar: readCalendar(source.catalogs?.[CALENDAR]) !== undefined,
    findings,
  };
}

/** The parts of a plan that its operators need; nothing that no rule asks for. */
export function resourcesOf(
  uses: readonly string[],
  source: ProcedureSource,
  tables: Readonly<Record<string, PlanTable>>,
): Pick<Plan, 'operators' | 'tables' | 'calendar'> {
  const operators = [...new Set(uses)].filter((name) => !OPERATORS.has(name)).sort();
  const calendar = operators.some((name) => name.startsWith('working-day'))
    ? readCalendar(source.catalogs?.[CALENDAR])
    : undefined;
  return {
    ...(operators.length === 0 ? {} : { operators }),
    ...(operators.some((name) => name.startsWith('lookup')) ? { tables } : {}),
    ...(calendar === undefined ? {} : { calendar }),
  };
}
