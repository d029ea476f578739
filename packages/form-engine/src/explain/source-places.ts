/**
 * Where in the author's files something of a plan stands, as far as the plan knows.
 */
import { isObject, readAt } from '../data/json.js';
import { join, parentOf, tokensOf } from '../data/pointer.js';
import type { JsonObject, JsonValue, Plan, PlanRule, Pointer } from '../plan/plan.js';
import type { SourcePlace } from './explanation.js';

/** The place of a schema of the plan. */
export function placeOfSchema({ sources }: Plan, schema: Pointer): SourcePlace {
  const [first, name = '', ...rest] = tokensOf(schema);
  const file = first === '$defs' && sources !== undefined && Object.hasOwn(sources, name) ? sources[name] : undefined;
  return file === undefined
    ? { file: 'data.schema.json', pointer: schema }
    : { file, pointer: rest.reduce<Pointer>(join, '') };
}

/** The place of a keyword that describes a field: in its schema, in what that refers to, or in what it is made of. */
export function findKeyword(plan: Plan, schema: Pointer, keyword: string): Pointer | undefined {
  const seen = new Set<Pointer>();
  const search = (pointer: Pointer): Pointer | undefined => {
    const here = readAt(plan.schema, pointer);
    if (seen.has(pointer) || !isObject(here)) return undefined;
    seen.add(pointer);
    if (Object.hasOwn(here, keyword)) return join(pointer, keyword);
    for (const next of listApplied(here, pointer)) {
      const found = search(next);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(schema);
}

/** The `required` that names a field, in the schema around it or in one that this is made of. */
export function findRequired(plan: Plan, schema: Pointer, name: string): Pointer | undefined {
  const around = parentOf(parentOf(schema) ?? '') ?? '';
  const found = findKeyword(plan, around, 'required');
  const names = found === undefined ? undefined : readAt(plan.schema, found);
  return Array.isArray(names) && names.includes(name) ? found : undefined;
}

/** The place of a rule in form.json. What stands in the rows of a list is placed at the list. */
export function placeOfRule(plan: Plan, rule: PlanRule): SourcePlace {
  const file = 'form.json';
  if (rule.effect === 'skip') {
    const step = plan.steps.findIndex(({ id }) => id === rule.pointer);
    return { file, pointer: `/steps/${step}/skip` };
  }
  const field = placeOfField(plan, rule.pointer);
  if (field === undefined) return { file, pointer: '' };
  if (!field.isExact) return { file, pointer: field.pointer };
  if (rule.effect !== 'warning' && rule.effect !== 'error')
    return { file, pointer: `${field.pointer}/rules/${rule.effect}` };
  const alike = plan.rules.filter(({ effect, pointer }) => effect === rule.effect && pointer === rule.pointer);
  return { file, pointer: `${field.pointer}/rules/${rule.effect}s/${alike.indexOf(rule)}/when` };
}

function placeOfField({ steps }: Plan, pointer: Pointer): { pointer: Pointer; isExact: boolean } | undefined {
  for (let here: Pointer | undefined = pointer; here !== undefined; here = parentOf(here)) {
    for (const [step, { sections }] of steps.entries()) {
      for (const [section, { fields }] of sections.entries()) {
        const field = fields.indexOf(here);
        if (field >= 0)
          return { pointer: `/steps/${step}/sections/${section}/fields/${field}`, isExact: here === pointer };
      }
    }
  }
  return undefined;
}

function listApplied(schema: JsonObject, pointer: Pointer): Pointer[] {
  const { $ref: ref, allOf } = schema;
  const referred = typeof ref === 'string' && ref.startsWith('#') ? [ref.slice(1)] : [];
  const parts: JsonValue[] = Array.isArray(allOf) ? allOf : [];
  return [...referred, ...parts.map((_, index) => join(join(pointer, 'allOf'), index))];
}
