/**
 * Walks a data schema and notes for each place in the answers which schemas describe it, and under which conditions it is
 * required, narrowed or does not apply.
 */
import { isObject } from '../data/json.js';
import { join } from '../data/pointer.js';
import type { JsonObject, JsonSchema, JsonValue, PlanCondition, Pointer } from '../plan/plan.js';
import { findDiscriminator } from './find-discriminator.js';
import type { Located, SchemaDocuments } from '../vocabulary/schema-documents.js';
import { collectReads } from './collect-reads.js';

/** What the schema says of one place. */
export interface Place {
  pointer: Pointer;
  /** The schemas that describe it, the unconditional first found first; that of one branch of a union tells nothing of the others. */
  occurrences: { located: Located; condition: number | undefined; ofBranch?: true }[];
  required: boolean;
  requiredWhen: Set<number>;
  /** `false` with no condition: the place is never there. */
  never: boolean;
  hiddenWhen: Set<number>;
  /** The schemas contain themselves here: the place above that they already describe. */
  sameAs: Pointer | undefined;
  /** What the place has inside beside properties: rows of a list, parts of a tuple, entries of a map. */
  holds: Set<'items' | 'parts' | 'entries'>;
  /** Regular expressions that name the entries; a second one leaves the map to a control of its own. */
  entryNames: Set<string>;
  /** For the place that tells the branches of a union apart: the values of all branches. */
  union: JsonValue[];
}

/** The whole of what was traced. */
export interface Trace {
  places: ReadonlyMap<Pointer, Place>;
  conditions: readonly PlanCondition[];
  /** Places at which a schema contains itself; they are not followed further. */
  recursive: readonly Pointer[];
}

/** The token of any row or entry in the pointer of a template. */
export const ROW = '*';

/** A place of which nothing is known yet. */
export function makePlace(pointer: Pointer): Place {
  return {
    pointer,
    occurrences: [],
    required: false,
    requiredWhen: new Set(),
    never: false,
    hiddenWhen: new Set(),
    sameAs: undefined,
    holds: new Set(),
    entryNames: new Set(),
    union: [],
  };
}

/** Does a schema take `null` alone? */
export function isNull(schema: JsonSchema): boolean {
  return isObject(schema) && (schema['type'] === 'null' || schema['const'] === null);
}

/** Traces a bundled schema. */
export function traceSchema(documents: SchemaDocuments): Trace {
  const places = new Map<Pointer, Place>();
  const conditions: PlanCondition[] = [];
  const conditionIds = new Map<string, number>();
  const recursive: Pointer[] = [];
  const open: { schema: JsonObject; at: Pointer }[] = [];

  const placeAt = (pointer: Pointer): Place => {
    const known = places.get(pointer);
    if (known !== undefined) return known;
    const place = makePlace(pointer);
    places.set(pointer, place);
    return place;
  };

  const demand = (pointer: Pointer, condition: number | undefined): void => {
    if (condition === undefined) placeAt(pointer).required = true;
    else placeAt(pointer).requiredWhen.add(condition);
  };

  const conditionOf = (condition: Omit<PlanCondition, 'id'>): number => {
    const key = JSON.stringify([
      condition.parent,
      condition.at,
      condition.schema,
      condition.present,
      condition.expected,
    ]);
    const known = conditionIds.get(key);
    if (known !== undefined) return known;
    const id = conditions.length;
    conditions.push({ id, ...condition });
    conditionIds.set(key, id);
    return id;
  };

  const under = (parent: number | undefined, at: Pointer, test: Located, expected: boolean): number =>
    conditionOf({
      ...(parent === undefined ? {} : { parent }),
      at,
      schema: test.pointer,
      expected,
      reads: collectReads(test, at, documents),
    });

  const present = (parent: number | undefined, at: Pointer, name: string): number =>
    conditionOf({
      ...(parent === undefined ? {} : { parent }),
      at,
      present: name,
      expected: true,
      reads: [join(at, name)],
    });

  const walk = (located: Located, at: Pointer, condition: number | undefined): void => {
    const { schema } = located;
    if (!isObject(schema)) return;
    const around = open.find((entry) => entry.schema === schema);
    if (around !== undefined) {
      recursive.push(at);
      if (around.at !== at) placeAt(at).sameAs ??= around.at;
      return;
    }
    open.push({ schema, at });
    walkProperties(schema, located, at, condition);
    walkRows(schema, located, at, condition);
    walkEntries(schema, located, at, condition);
    walkRequired(schema, at, condition);
    walkNot(schema, at, condition);
    walkInPlace(schema, located, at, condition);
    open.pop();
  };

  const walkProperties = (schema: JsonObject, located: Located, at: Pointer, condition: number | undefined): void => {
    if (!isObject(schema['properties'])) return;
    for (const name of Object.keys(schema['properties'])) {
      const child = documents.enter(schema['properties'][name] as JsonValue, located, ['properties', name]);
      if (child.schema === false) forbid(join(at, name), condition);
      else describeAt(child, join(at, name), condition);
    }
  };

  const forbid = (pointer: Pointer, condition: number | undefined): void => {
    if (condition === undefined) placeAt(pointer).never = true;
    else placeAt(pointer).hiddenWhen.add(condition);
  };

  const describeAt = (child: Located, pointer: Pointer, condition: number | undefined): void => {
    const place = placeAt(pointer);
    place.occurrences.push({ located: child, condition });
    walk(child, pointer, condition);
  };

  const walkRows = (schema: JsonObject, located: Located, at: Pointer, condition: number | undefined): void => {
    if (Array.isArray(schema['prefixItems'])) {
      placeAt(at).holds.add('parts');
      schema['prefixItems'].forEach((part, index) => {
        describeAt(documents.enter(part, located, ['prefixItems', index]), join(at, index), condition);
      });
    }
    if (!isObject(schema['items'])) return;
    placeAt(at).holds.add('items');
    describeAt(documents.enter(schema['items'], located, ['items']), join(at, ROW), condition);
  };

  /** What any property may be that has no name of its own. */
  const walkEntries = (schema: JsonObject, located: Located, at: Pointer, condition: number | undefined): void => {
    const patterns = isObject(schema['patternProperties']) ? schema['patternProperties'] : {};
    for (const pattern of Object.keys(patterns)) {
      const entry = documents.enter(patterns[pattern] as JsonValue, located, ['patternProperties', pattern]);
      if (!isObject(entry.schema)) continue;
      placeAt(at).holds.add('entries');
      placeAt(at).entryNames.add(pattern);
      describeAt(entry, join(at, ROW), condition);
    }
    for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
      if (!isObject(schema[keyword])) continue;
      placeAt(at).holds.add('entries');
      placeAt(at).entryNames.add('');
      describeAt(documents.enter(schema[keyword], located, [keyword]), join(at, ROW), condition);
    }
  };

  /** Whoever may not have a property at all may not be shown it: `not: { required: [name] }`, alone or as one of several. */
  const walkNot = (schema: JsonObject, at: Pointer, condition: number | undefined): void => {
    const not = schema['not'];
    if (!isObject(not)) return;
    const either = Array.isArray(not['anyOf']) && Object.keys(not).length === 1 ? not['anyOf'] : [not];
    for (const one of either) {
      if (!isObject(one) || Object.keys(one).some((name) => name !== 'required')) continue;
      const [name, ...others] = textsOf(one['required']);
      if (name !== undefined && others.length === 0) forbid(join(at, name), condition);
    }
  };

  const walkRequired = (schema: JsonObject, at: Pointer, condition: number | undefined): void => {
    for (const name of textsOf(schema['required'])) demand(join(at, name), condition);
    if (!isObject(schema['dependentRequired'])) return;
    for (const cause of Object.keys(schema['dependentRequired'])) {
      for (const name of textsOf(schema['dependentRequired'][cause]))
        demand(join(at, name), present(condition, at, cause));
    }
  };

  const walkInPlace = (schema: JsonObject, located: Located, at: Pointer, condition: number | undefined): void => {
    const enter = (value: JsonValue, ...tokens: (string | number)[]): Located =>
      documents.enter(value, located, tokens);
    if (typeof schema['$ref'] === 'string') walk(documents.resolve(schema['$ref'], located), at, condition);
    if (Array.isArray(schema['allOf']))
      schema['allOf'].forEach((branch, index) => walk(enter(branch, 'allOf', index), at, condition));
    if (schema['if'] !== undefined) {
      const test = enter(schema['if'], 'if');
      if (schema['then'] !== undefined) walk(enter(schema['then'], 'then'), at, under(condition, at, test, true));
      if (schema['else'] !== undefined) walk(enter(schema['else'], 'else'), at, under(condition, at, test, false));
    }
    if (isObject(schema['dependentSchemas'])) {
      for (const name of Object.keys(schema['dependentSchemas']))
        walk(
          enter(schema['dependentSchemas'][name] as JsonValue, 'dependentSchemas', name),
          at,
          present(condition, at, name),
        );
    }
    for (const keyword of ['oneOf', 'anyOf']) walkAlternatives(keyword, schema, located, at, condition);
  };

  const walkAlternatives = (
    keyword: string,
    schema: JsonObject,
    located: Located,
    at: Pointer,
    condition: number | undefined,
  ): void => {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) return;
    const targets = branches.map((branch, index) =>
      lookThrough(documents.enter(branch, located, [keyword, index]), documents),
    );
    const discriminator = findDiscriminator(
      targets.map(({ schema: target }) => (isObject(target) ? target : undefined)),
    );
    if (discriminator === undefined) {
      const only = targets.filter((target) => !isNull(target.schema));
      if (only.length === 1 && only[0] !== undefined) walk(only[0], at, condition);
      return;
    }
    const place = placeAt(join(at, discriminator.name));
    const isDeclared = place.occurrences.some(({ ofBranch }) => ofBranch === undefined);
    if (condition === undefined || !isDeclared) place.union.push(...discriminator.values.flat());
    for (const target of targets) {
      const properties =
        isObject(target.schema) && isObject(target.schema['properties']) ? target.schema['properties'] : {};
      const test = documents.enter(properties[discriminator.name] ?? true, target, ['properties', discriminator.name]);
      if (place.occurrences.length === 0) place.occurrences.push({ located: test, condition, ofBranch: true });
      const branch = under(condition, join(at, discriminator.name), test, true);
      walkBranch(target, place, at, branch, condition);
    }
  };

  /** As `walk`, but what the branch says of its own discriminator is no consequence of being in the branch. */
  const walkBranch = (
    target: Located,
    discriminator: Place,
    at: Pointer,
    branch: number,
    condition: number | undefined,
  ): void => {
    const before = discriminator.occurrences.slice();
    walk(target, at, branch);
    discriminator.occurrences = before;
    if (discriminator.requiredWhen.delete(branch)) demand(discriminator.pointer, condition);
  };

  walk(documents.root, '', undefined);
  return { places, conditions, recursive };
}

/** Follows references until a schema that says something itself. */
export function lookThrough(located: Located, documents: SchemaDocuments): Located {
  let here = located;
  for (
    let steps = 0;
    steps < 16 &&
    isObject(here.schema) &&
    typeof here.schema['$ref'] === 'string' &&
    Object.keys(here.schema).length === 1;
    steps += 1
  ) {
    here = documents.resolve(here.schema['$ref'], here);
  }
  return here;
}

function textsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
