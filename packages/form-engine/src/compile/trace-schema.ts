/**
 * Walks a data schema and notes for each place in the answers which schemas describe it, and under which conditions it is
 * required, narrowed or does not apply.
 */
import { isObject } from '../data/json.js';
import { join } from '../data/pointer.js';
import type { JsonObject, JsonValue, PlanCondition, Pointer } from '../plan/plan.js';
import { findDiscriminator } from './find-discriminator.js';
import type { Located, SchemaDocuments } from '../vocabulary/schema-documents.js';
import { collectReads } from './collect-reads.js';

/** What the schema says of one place. */
export interface Place {
  pointer: Pointer;
  /** The schemas that describe it, the unconditional first found first. */
  occurrences: { located: Located; condition: number | undefined }[];
  required: boolean;
  requiredWhen: Set<number>;
  /** `false` with no condition: the place is never there. */
  never: boolean;
  hiddenWhen: Set<number>;
}

/** The whole of what was traced. */
export interface Trace {
  places: ReadonlyMap<Pointer, Place>;
  conditions: readonly PlanCondition[];
  /** Places at which a schema contains itself; they are not followed further. */
  recursive: readonly Pointer[];
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
    const place: Place = {
      pointer,
      occurrences: [],
      required: false,
      requiredWhen: new Set(),
      never: false,
      hiddenWhen: new Set(),
    };
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
    if (open.some((entry) => entry.schema === schema)) {
      recursive.push(at);
      return;
    }
    open.push({ schema, at });
    walkProperties(schema, located, at, condition);
    walkRequired(schema, at, condition);
    walkInPlace(schema, located, at, condition);
    open.pop();
  };

  const walkProperties = (schema: JsonObject, located: Located, at: Pointer, condition: number | undefined): void => {
    if (!isObject(schema['properties'])) return;
    for (const name of Object.keys(schema['properties'])) {
      const child = documents.enter(schema['properties'][name] as JsonValue, located, ['properties', name]);
      const place = placeAt(join(at, name));
      if (child.schema === false) {
        if (condition === undefined) place.never = true;
        else place.hiddenWhen.add(condition);
        continue;
      }
      place.occurrences.push({ located: child, condition });
      walk(child, place.pointer, condition);
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
    if (discriminator === undefined) return;
    for (const target of targets) {
      const properties =
        isObject(target.schema) && isObject(target.schema['properties']) ? target.schema['properties'] : {};
      const test = documents.enter(properties[discriminator.name] ?? true, target, ['properties', discriminator.name]);
      const branch = under(condition, join(at, discriminator.name), test, true);
      walkBranch(target, discriminator.name, at, branch);
    }
  };

  /** As `walk`, but what the branch says of its own discriminator is no consequence of being in the branch. */
  const walkBranch = (target: Located, discriminator: string, at: Pointer, branch: number): void => {
    const place = placeAt(join(at, discriminator));
    const before = place.occurrences.slice();
    walk(target, at, branch);
    place.occurrences = before;
    if (place.requiredWhen.delete(branch)) demand(place.pointer, undefined);
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
