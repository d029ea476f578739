/**
 * Values that the state holds already: locked, contested, and what a register said of them.
 */
import type { JsonValue, PlanNode } from '../plan/plan.js';
import type { Provenance } from './form.js';

/** Is a prefilled value closed to the citizen? By what came with it, or by the plan; not while they contest it. */
export function isPrefilledLocked({ prefilled }: PlanNode, provenance: Provenance | undefined): boolean {
  if (provenance === undefined || provenance.contested === true) return false;
  return provenance.locked === true || prefilled !== undefined;
}

/** A contested value keeps its source, whatever is answered in its place; any other answer has none. */
export function keepContested(provenance: Provenance | undefined): Provenance | undefined {
  return provenance?.contested === true ? provenance : undefined;
}

/** The value and its source after the citizen said that it is wrong, or took that back; undefined where the plan does not allow it. */
export function contestPrefill(
  { prefilled }: PlanNode,
  provenance: Provenance | undefined,
  value: JsonValue | undefined,
  isWrong: boolean,
): { value: JsonValue | undefined; provenance: Provenance } | undefined {
  if (provenance === undefined || prefilled !== 'contestable' || isWrong === (provenance.contested === true))
    return undefined;
  if (isWrong)
    return { value, provenance: { ...provenance, contested: true, ...(value === undefined ? {} : { was: value }) } };
  const { contested: _contested, was, ...rest } = provenance;
  return { value: was, provenance: rest };
}
