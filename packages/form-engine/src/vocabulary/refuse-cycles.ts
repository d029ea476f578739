/**
 * Finds references that lead back to their schema without a step into the data: no value could ever be checked against them.
 */
import { isObject } from '../data/json.js';
import { SchemaError } from '../errors.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import type { Located, SchemaDocuments } from './schema-documents.js';

const IN_PLACE = ['not', 'if', 'then', 'else'];
const IN_PLACE_LISTS = ['allOf', 'anyOf', 'oneOf'];

/** Schemas that may apply one another at one place: far more than any document needs. */
const LONGEST_CHAIN = 256;

/**
 * @throws {SchemaError} `schema.ref-cycle` with the chain of places, `schema.limit-depth` where a chain of references is too long.
 */
export function refuseCycles(documents: SchemaDocuments): void {
  const finished = new Set<JsonObject>();
  const open: Located[] = [];

  function visit(located: Located): void {
    const { schema } = located;
    if (!isObject(schema) || finished.has(schema)) return;
    const start = open.findIndex((entry) => entry.schema === schema);
    if (start >= 0) throwCycle([...open.slice(start), located]);
    if (open.length >= LONGEST_CHAIN) {
      throw new SchemaError('schema.limit-depth', 'The references lead too deep.', {
        pointer: located.pointer,
        cure: 'Shorten the chain of references.',
      });
    }
    open.push(located);
    for (const target of appliedInPlace(schema, located, documents)) visit(target);
    open.pop();
    finished.add(schema);
  }

  for (const located of documents.all) visit(located);
}

/** The schemas that a schema applies to the same value. */
export function appliedInPlace(schema: JsonObject, located: Located, documents: SchemaDocuments): Located[] {
  const targets: Located[] = [];
  const add = (value: JsonValue | undefined, ...tokens: (string | number)[]): void => {
    if (value !== undefined) targets.push(documents.enter(value, located, tokens));
  };
  if (typeof schema['$ref'] === 'string') {
    const target = documents.find(schema['$ref'], located);
    if (target !== undefined) targets.push(target);
  }
  for (const name of IN_PLACE) add(schema[name], name);
  for (const name of IN_PLACE_LISTS)
    if (Array.isArray(schema[name])) schema[name].forEach((value, index) => add(value, name, index));
  const dependent = schema['dependentSchemas'];
  if (isObject(dependent)) for (const name of Object.keys(dependent)) add(dependent[name], 'dependentSchemas', name);
  return targets;
}

function throwCycle(places: readonly Located[]): never {
  const chain = places.map((place) => place.pointer || '#');
  throw new SchemaError('schema.ref-cycle', `The references go round: ${chain.join(' → ')}.`, {
    pointer: places[0]?.pointer ?? '',
    cure: 'Put one of the references under a property or an item.',
    chain,
  });
}
