/**
 * Runs the JSON cases of `schemas/conformance/kinds`, as any other implementation of the kinds must.
 */
import { isEqual } from '../data/json.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { findKind } from '../kinds/index.js';
import type { KindContext, KindFault } from '../kinds/kind.js';
import type { JsonValue, PlanNode } from '../plan/plan.js';

/** One input and what a kind makes of it: a value, nothing (`empty`), or a fault. What is left out is not compared. */
export interface KindCase {
  name: string;
  input: JsonValue;
  /** The values of a choice. */
  values?: readonly (string | number | boolean)[];
  /** Labels of values, as a catalogue has them. */
  labels?: Readonly<Record<string, string>>;
  value?: JsonValue;
  empty?: true;
  fault?: { code: string; params?: KindFault['params'] };
  /** The value as the control shows it. */
  shown?: JsonValue;
  /** The value as a person reads it. */
  summary?: Partial<Record<KindContext['locale'], string>>;
  /** Codes of what is worth a second look. Left out: none. */
  warnings?: readonly string[];
}

/** One file of cases. */
export interface KindFile {
  kind: string;
  description: string;
  cases: readonly KindCase[];
}

/** What this engine makes of an input. `again`: what is shown is understood as the same value. */
export type KindOutcome =
  | { empty: true }
  | { fault: KindFault }
  | {
      value: JsonValue;
      shown: JsonValue;
      again: boolean;
      summary: Record<KindContext['locale'], string>;
      warnings: string[];
    };

/**
 * The outcome of a case by this engine.
 *
 * @throws {Error} when there is no kind of that name
 */
export function runKindCase(name: string, { input, values, labels = {} }: KindCase): KindOutcome {
  const kind = findKind(name, FURTHER_KINDS);
  if (kind === undefined) throw new Error(`No kind ${name}.`);
  const node: PlanNode = { id: 1, pointer: '/x', kind: name, schema: '', ...(values && { options: { values } }) };
  const parsed = kind.parse(input, node);
  if ('fault' in parsed) return parsed;
  const { value } = parsed;
  if (value === undefined || kind.isEmpty(value)) return { empty: true };
  const label = (code: JsonValue): string | undefined => {
    const name = String(code);
    return Object.hasOwn(labels, name) ? labels[name] : undefined;
  };
  const shown = kind.format(value, { locale: 'vi', label });
  const again = kind.parse(shown, node);
  return {
    value,
    shown,
    again: 'value' in again && isEqual(again.value, value),
    summary: { vi: kind.summarize(value, { locale: 'vi', label }), en: kind.summarize(value, { locale: 'en', label }) },
    warnings: (kind.advise?.(value) ?? []).map(({ code }) => code),
  };
}

/** What a case expects, in the shape of an outcome; what it leaves open is taken from the outcome at hand. */
export function expectedKindOutcome(expected: KindCase, outcome: KindOutcome): KindOutcome {
  if (expected.empty === true) return { empty: true };
  if (expected.fault !== undefined) {
    const { code, params = 'fault' in outcome ? outcome.fault.params : {} } = expected.fault;
    return { fault: { code, params } };
  }
  const found = 'value' in outcome ? outcome : undefined;
  return {
    value: expected.value ?? null,
    shown: expected.shown ?? found?.shown ?? null,
    again: true,
    summary: { vi: '', en: '', ...found?.summary, ...expected.summary },
    warnings: [...(expected.warnings ?? [])],
  };
}
