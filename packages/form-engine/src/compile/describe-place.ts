/**
 * What the schemas of a place say of it as one: followed through references, `allOf`, and the one branch that a nullable leaves.
 */
import { isObject } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import type { Located, SchemaDocuments } from '../vocabulary/schema-documents.js';
import { isNull, type Place } from './trace-schema.js';

/** A place in one piece. */
export interface Description {
  /** The keywords; of those that stand several times, the outermost. `type` is one name where one is left beside `null`. */
  schema: JsonObject;
  /** Name of the shared definition that it refers to. */
  definition: string | undefined;
  nullable: boolean;
  /** The types that it takes, where there are several beside `null`. */
  types: readonly string[] | undefined;
}

/** Keywords that lead on to other schemas of the same place. */
const LEADS_ON = ['$ref', 'allOf', 'anyOf', 'oneOf'] as const;
/** References and branches followed for one place. */
const REACH = 16;

/** Describes a place by its first schema that holds without a condition, else by the first. */
export function describePlace(place: Place, documents: SchemaDocuments): Description {
  return withUnion(describeAlone(place, documents), place);
}

/** Whoever chooses between the branches of a union chooses one of their values. */
function withUnion(found: Description, { union, occurrences }: Place): Description {
  const { const: constant, enum: values, ...rest } = found.schema;
  const ofBranch = occurrences.every((occurrence) => occurrence.ofBranch === true);
  if (union.length === 0 || (!ofBranch && (constant !== undefined || values !== undefined))) return found;
  return { ...found, schema: { ...rest, enum: union } };
}

function describeAlone({ occurrences }: Place, documents: SchemaDocuments): Description {
  const first =
    occurrences.find(({ condition, ofBranch }) => condition === undefined && ofBranch === undefined) ?? occurrences[0];
  const found: Description = { schema: {}, definition: undefined, nullable: false, types: undefined };
  let left = REACH;

  const take = (located: Located): void => {
    const { schema } = located;
    left -= 1;
    if (!isObject(schema) || left < 0) return;
    found.schema = { ...schema, ...found.schema };
    const ref = schema['$ref'];
    if (typeof ref === 'string') {
      found.definition ??= /^#\/\$defs\/([^/]+)$/u.exec(ref)?.[1]?.replace(/-shared$/u, '');
      take(documents.resolve(ref, located));
    }
    listOf(schema['allOf']).forEach((part, index) => take(documents.enter(part, located, ['allOf', index])));
    for (const keyword of ['anyOf', 'oneOf']) {
      const branches = listOf(schema[keyword]).map((branch, index) =>
        documents.enter(branch, located, [keyword, index]),
      );
      const [only, ...others] = branches.filter((branch) => !isNull(branch.schema));
      if (only === undefined || others.length > 0) takeTypes(branches.map((branch) => branch.schema));
      else take(only);
      if (only !== undefined && others.length < branches.length - 1) found.nullable = true;
    }
  };

  const takeTypes = (branches: readonly JsonValue[]): void => {
    const types = branches.flatMap((branch) => (isObject(branch) ? (branch['type'] ?? []) : []));
    if (branches.length > 0 && types.length >= branches.length) found.schema = { type: types, ...found.schema };
  };

  if (first === undefined) return found;
  const { schema } = first.located;
  if (isObject(schema) && !LEADS_ON.some((name) => name in schema)) return withOneType({ ...found, schema });
  take(first.located);
  return withOneType(found);
}

function withOneType(found: Description): Description {
  const { type } = found.schema;
  if (!Array.isArray(type)) return found;
  const types = [...new Set(type.filter((name) => typeof name === 'string' && name !== 'null'))] as string[];
  const usual = types.includes('string') ? 'string' : types.includes('number') ? 'number' : undefined;
  const one = types.length === 1 ? types[0] : types.every((name) => SIMPLE.has(name)) ? usual : undefined;
  const { type: _several, ...rest } = found.schema;
  return {
    ...found,
    schema: one === undefined ? rest : { ...rest, type: one },
    nullable: found.nullable || type.includes('null'),
    types: types.length > 1 ? types : undefined,
  };
}

/** Types that a text or a number of its own can be typed as. */
const SIMPLE: ReadonlySet<string> = new Set(['string', 'number', 'integer']);

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
