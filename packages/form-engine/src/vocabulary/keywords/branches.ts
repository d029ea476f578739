import type { JsonValue } from '../../plan/plan.js';
import { type Check, type Path, report, type Run, type SchemaSite } from '../check.js';

/** Compiles the schemas of `allOf`, `anyOf` or `oneOf`. */
export function compileBranches(expected: JsonValue, site: SchemaSite, name: string): Check[] {
  if (!Array.isArray(expected) || expected.length === 0) return site.malformed(name, 'a list of schemas');
  return expected.map((schema, index) => site.child(schema, name, index));
}

/** Reports the faults of the branch that is evidently meant, or that none holds; always false. */
export function reportBranch(
  branches: readonly Check[],
  evident: number | undefined,
  code: string,
  value: JsonValue,
  path: Path | undefined,
  run: Run,
): false {
  const branch = evident === undefined ? undefined : branches[evident];
  if (branch === undefined || run.issues === undefined) return report(run, path, code, { matched: 0 });
  branch(value, path, run, undefined);
  return false;
}
