/**
 * What was done to one field or list, beside its answer.
 */
import type { Issue } from '@motcua/schemas';
import { isEqual } from '../data/json.js';
import type { KindFault } from '../kinds/kind.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import type { OutsideState } from './checks/resolvers.js';
import type { FieldState, ListState, Provenance } from './form.js';
import type { LiveNode } from './live-node.js';

/** What was done to one field or list. */
export interface Entry {
  input: JsonValue | undefined;
  fault: KindFault | undefined;
  touched: boolean;
  validated: boolean;
  /** Found by a server, or by a check of the whole that no single field can repeat; gone when the field is answered anew. */
  sticky: readonly Issue[];
  provenance: Provenance | undefined;
  /** What resolvers say of it. */
  outside: OutsideState | undefined;
}

/** Shared by all that are right. */
export const NO_ISSUES: readonly Issue[] = [];
/** A place to which nothing was done. */
export const UNTOUCHED: Entry = {
  input: undefined,
  fault: undefined,
  touched: false,
  validated: false,
  sticky: NO_ISSUES,
  provenance: undefined,
  outside: undefined,
};

/** The fault of an input that was kept. */
export function faultOf(node: LiveNode, input: JsonValue): KindFault | undefined {
  const parsed = node.fieldKind?.parse(input, node.planned);
  return parsed !== undefined && 'fault' in parsed ? parsed.fault : undefined;
}

/** Issues of a place, with those that somebody else found and that are not among them. */
export function withSticky(own: readonly Issue[], sticky: readonly Issue[]): readonly Issue[] {
  if (sticky.length === 0) return own.length === 0 ? NO_ISSUES : own;
  return [...own, ...sticky.filter((issue) => !own.some((known) => keyOf(known) === keyOf(issue)))];
}

/** What is demanded because of another answer is demanded: the field says so once. */
/** Two issues with the same key are one. */
export function keyOf({ code, pointer }: Issue): string {
  return `${code === 'keyword.dependentRequired' ? 'keyword.required' : code} ${pointer}`;
}

/** States have few members, and most of them are what they were. */
export function isSameState(before: FieldState | ListState, after: FieldState | ListState): boolean {
  const [old, now] = [before, after] as unknown as JsonObject[] as [JsonObject, JsonObject];
  const names = Object.keys(now);
  return names.length === Object.keys(old).length && names.every((name) => isEqual(old[name], now[name]));
}
