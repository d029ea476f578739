/**
 * `inspect`: what a schema says of each place in data. An entry of its own, so that a page that only validates does not carry it.
 */
import type { Issue } from '@motcua/schemas';
import { isObject, ownValue } from './data/json.js';
import { join } from './data/pointer.js';
import type { JsonObject, JsonValue, Pointer } from './plan/plan.js';
import { NEVER } from './vocabulary/check.js';
import type { Validator } from './vocabulary/create-validator.js';
import { issuesAt, namesIn, openPlace } from './vocabulary/gather-issues.js';

/** What the schema says of one place. */
export interface Inspection {
  /** Is there a value? A property may be declared or required and absent. */
  present: boolean;
  /** May there be one, as the data stands? False below what does not apply. */
  applies: boolean;
  /** Must there be one? */
  required: boolean;
  /** What is wrong at this very place. */
  issues: readonly Issue[];
  /** Branches of `oneOf`, `anyOf` and `if` that are meant here or around here, as pointers into their schema document, outermost first. */
  branches: readonly Pointer[];
}

const EXCLUDED = /^keyword\.(false|additional|unevaluated|items$)/u;

/**
 * Looks at data once and tells of every place in it, and of every property that is declared or required beside it.
 * Where a limit is broken there is only the root, with the issue that says so.
 *
 * @example
 * const validate = createValidator({ properties: { a: true }, required: ['a'] });
 * inspect(validate, {}).get('/a'); // { present: false, applies: true, required: true, issues: [...], branches: [] }
 */
export function inspect(validate: Validator<boolean | undefined>, data: JsonValue): ReadonlyMap<Pointer, Inspection> {
  const { root } = validate.gather(data);
  const isHalted = [...root.faults.keys()].some((code) => /^data\.limit/u.test(code));
  const inspections = new Map<Pointer, Inspection>();

  const visit = (value: JsonValue | undefined, pointer: Pointer, place = openPlace(), around?: Around): void => {
    const { facts, faults, inner } = place;
    const branches = [...(around?.branches ?? [])];
    const required = new Set<string>();
    const declared = new Map<string, boolean>();
    for (const fact of facts) {
      if (typeof fact === 'string') branches.push(fact);
      else if (fact instanceof Map) {
        if (isObject(value))
          for (const [name, part] of fact) declared.set(name, declared.get(name) !== false && part !== NEVER);
      } else for (const name of fact as readonly string[]) required.add(name);
    }
    const applies = around?.applies !== false && ![...faults.keys()].some((code) => EXCLUDED.test(code));
    inspections.set(pointer, {
      present: value !== undefined,
      applies,
      required: around?.required === true,
      issues: issuesAt(place, pointer),
      branches,
    });
    for (const name of new Set([...namesIn(place, value), ...declared.keys(), ...required]))
      visit(ownValue(Object(value) as JsonObject, name), join(pointer, name), inner.get(name), {
        applies: applies && declared.get(name) !== false,
        required: required.has(name),
        branches,
      });
  };

  visit(isHalted ? undefined : data, '', root);
  return inspections;
}

type Around = Pick<Inspection, 'applies' | 'required' | 'branches'>;
