import { isObject } from '../data/json.js';
import type { JsonObject, JsonSchema, JsonValue } from '../plan/plan.js';

/** Keywords that speak of one type only, by that type; the first that is met decides. */
const SPEAKS_OF: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  [
    'object',
    [
      'properties',
      'patternProperties',
      'required',
      'propertyNames',
      'minProperties',
      'maxProperties',
      'dependentRequired',
      'dependentSchemas',
    ],
  ],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format', 'contentMediaType', 'contentEncoding']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/**
 * A schema that names no type gets the one that its keywords speak of: it takes other types as well, and nobody could be asked for
 * them. What refers elsewhere, or lists its values, says enough.
 */
export function settleType(schema: JsonObject): JsonSchema {
  if (Array.isArray(schema['type'])) return settleSeveral(schema, schema['type']);
  if (['type', 'enum', 'const', '$ref', 'allOf', 'anyOf', 'oneOf'].some((name) => schema[name] !== undefined))
    return schema;
  const found = typeOf(schema);
  return found === undefined ? schema : { type: found, ...schema };
}

/** Of several types the one whose parts are described: a form asks for these parts. `null` stays, since it only leaves the answer out. */
function settleSeveral(schema: JsonObject, types: readonly JsonValue[]): JsonObject {
  const parted = ['object', 'array'].find((type) => types.includes(type) && typeOf(schema) === type);
  if (parted === undefined) return schema;
  return { ...schema, type: types.filter((type) => type === parted || type === 'null') };
}

/** The type of which the keywords of a schema speak. */
export function typeOf(schema: JsonObject): string | undefined {
  if (isObject(schema['additionalProperties']) || isObject(schema['unevaluatedProperties'])) return 'object';
  return SPEAKS_OF.find(([, keywords]) => keywords.some((name) => schema[name] !== undefined))?.[0];
}
