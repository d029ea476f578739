/**
 * Compiles schemas to closures, each place once: check limits → gather keywords → close over them.
 */
import { isObject } from '../data/json.js';
import { SchemaError } from '../errors.js';
import type { JsonObject, JsonSchema } from '../plan/plan.js';
import { type Check, merge, report, type SchemaSite, type Seen } from './check.js';
import { KEYWORDS, UNSUPPORTED } from './keywords/index.js';
import type { Located, SchemaDocuments } from './schema-documents.js';

/** Schemas that may be open at once while data is checked; each takes a few frames of the stack. */
const OPEN_SCHEMAS = 2_100;

/** Schemas that may be compiling at once. */
const NESTED_COMPILATIONS = 600;

/** Thrown while data is checked, when it nests deeper than the stack may go; the validator turns it into `data.limit-depth`. */
export class DepthReached extends Error {}

/** Compiles on demand and remembers. */
export interface SchemaCompiler {
  compile(located: Located): Check;
}

/**
 * Opens a compiler over documents.
 *
 * @throws {SchemaError} from `compile`: `schema.unsupported`, `schema.malformed`, `schema.ref-unknown`, `schema.limit-depth`, `schema.pattern-invalid`.
 */
export function createSchemaCompiler(
  documents: SchemaDocuments,
  formats: Readonly<Record<string, (text: string) => boolean>>,
): SchemaCompiler {
  const compiled = new Map<JsonObject, Check>();
  let open = 0;

  function compile(located: Located): Check {
    const { schema, pointer } = located;
    if (schema === true) return () => true;
    if (schema === false) return (_value, path, run) => report(run, path, 'keyword.false');
    if (!isObject(schema))
      throw new SchemaError('schema.malformed', 'This is no schema.', {
        pointer,
        cure: 'Give an object or a boolean.',
      });
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const late: { check?: Check } = {};
    compiled.set(schema, (value, path, run, seen) => (late.check as Check)(value, path, run, seen));
    const check = compileObject(schema, located);
    late.check = check;
    compiled.set(schema, check);
    return check;
  }

  function compileObject(schema: JsonObject, located: Located): Check {
    open += 1;
    if (open > NESTED_COMPILATIONS)
      throw new SchemaError('schema.limit-depth', 'The references lead too deep.', {
        pointer: located.pointer,
        cure: 'Shorten the chain of references.',
      });
    const checks: Check[] = [];
    for (const name of Object.keys(schema)) {
      if (UNSUPPORTED.has(name))
        throw new SchemaError('schema.unsupported', `The keyword \`${name}\` is not supported.`, {
          pointer: `${located.pointer}/${name}`,
          cure: 'Say it with other keywords of draft 2020-12.',
        });
    }
    const site = openSite(schema, located);
    for (const keyword of KEYWORDS) {
      const expected = Object.hasOwn(schema, keyword.name) ? schema[keyword.name] : undefined;
      const check = expected === undefined ? undefined : keyword.compile(expected, site);
      if (check !== undefined) checks.push(check);
    }
    open -= 1;
    return 'unevaluatedProperties' in schema || 'unevaluatedItems' in schema
      ? closeWithOwnSight(checks, schema)
      : close(checks);
  }

  function openSite(schema: JsonObject, located: Located): SchemaSite {
    return {
      schema,
      pointer: located.pointer,
      child: (child, ...tokens) => compile(documents.enter(child, located, tokens)),
      reference: (ref) => compile(documents.resolve(ref, located)),
      format: (name) => (Object.hasOwn(formats, name) ? formats[name] : undefined),
      look: (target) => lookThrough(target, located),
      malformed: (keyword, expected) => {
        throw new SchemaError('schema.malformed', `\`${keyword}\` is not ${expected}.`, {
          pointer: `${located.pointer}/${keyword}`,
          cure: `Give ${expected}.`,
        });
      },
      fail: (code, message, cure) => {
        throw new SchemaError(code, message, { pointer: located.pointer, cure });
      },
    };
  }

  function lookThrough(target: JsonSchema, located: Located): JsonSchema {
    let here: Located = { ...located, schema: target };
    for (let steps = 0; steps < 16 && isObject(here.schema) && typeof here.schema['$ref'] === 'string'; steps += 1) {
      here = documents.resolve(here.schema['$ref'], here);
    }
    return here.schema;
  }

  return { compile };
}

function close(checks: readonly Check[]): Check {
  return (value, path, run, seen) => {
    if (++run.depth > OPEN_SCHEMAS) throw new DepthReached();
    let valid = true;
    for (const check of checks) {
      if (check(value, path, run, seen)) continue;
      valid = false;
      if (run.issues === undefined) break;
    }
    run.depth -= 1;
    return valid;
  };
}

/** `unevaluated*` see only what stands beside and below them; they keep silent where a cause is already known. */
function closeWithOwnSight(checks: readonly Check[], schema: JsonObject): Check {
  const last = Number('unevaluatedProperties' in schema) + Number('unevaluatedItems' in schema);
  const before = close(checks.slice(0, checks.length - last));
  const after = close(checks.slice(checks.length - last));
  return (value, path, run, seen) => {
    const own: Seen = { names: new Set(), items: new Set() };
    const valid = before(value, path, run, own) && after(value, path, run, own);
    if (valid && seen !== undefined) merge(own, seen);
    return valid;
  };
}
