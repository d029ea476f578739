/**
 * Compiles schemas to closures, each place once. What applies to the same value is compiled at once, so that a reference that leads
 * back is found; what applies inside the value waits, so that no schema is too deep to compile.
 */
import { isObject } from '../data/json.js';
import { join } from '../data/pointer.js';
import { refuseSchema, type SchemaErrorCode } from '../errors.js';
import type { JsonObject, JsonValue, Pointer } from '../plan/plan.js';
import { type Check, checkAll, NEVER, type Part } from './check.js';
import type { Dialect, Keyword, PatternTest, SchemaSite } from './keyword.js';
import { createMatcher, PatternFault } from './patterns/create-matcher.js';
import { type Located, type SchemaDocuments, splitUri } from './schema-documents.js';
import { refuseSize, type SchemaLimits } from './schema-limits.js';

const WRONG = 'Malformed.';

/** What the compiler is told. */
export interface CompilerSettings {
  formats: Readonly<Record<string, (text: string) => boolean>>;
  /** Does `format` assert, or only annotate? */
  assertsFormats: boolean;
  patterns?: 'refuse' | 'defer';
  limits: SchemaLimits;
}

/** The way on which a schema was reached, as far as dynamic references can tell ways apart: the outermost schema by dynamic name. */
type Scope = readonly (Located | undefined)[];

/**
 * Opens a compiler over documents: a function that compiles a schema as if the root led to it, so that dynamic references look among the
 * anchors of the root's resource first. It remembers what it has compiled.
 *
 * @throws {SchemaError} from that function: `schema.unsupported`, `schema.malformed`, `schema.ref-unknown`, `schema.ref-cycle`,
 * `schema.limit-depth`, `schema.limit-branches`, `schema.pattern-invalid`, `schema.pattern-unsafe`.
 */
export function createSchemaCompiler(
  documents: SchemaDocuments,
  settings: CompilerSettings,
): (located: Located) => Part {
  const { limits } = settings;
  const matchers = new Map<string, PatternTest>();
  const parts = new Map<string, SchemaPart>();
  const dynamicNames = [...documents.dynamicNames];
  const waiting: SchemaPart[] = [];
  const open: SchemaPart[] = [];

  /** One schema at one place: its check, and what its keywords may ask while it is built. */
  class SchemaPart implements Part, SchemaSite {
    declare readonly schema: JsonObject;
    declare readonly base: string;
    declare readonly pointer: Pointer;
    declare readonly document: string;
    declare readonly dialect: Dialect;
    readonly #scope: Scope;
    readonly settings = settings;
    check = NEVER.check;
    /** Schemas that may apply to one value here. */
    cost = 1;
    keyword = '';

    constructor(located: Located, scope: Scope) {
      Object.assign(this, located);
      this.#scope = scope;
    }

    knows(name: string): boolean {
      return this.dialect.keywords.has(name);
    }

    inside(child: JsonValue, ...tokens: string[]): Part {
      return request(documents.enter(child, this, tokens), this.#scope);
    }

    here(child: JsonValue, ...tokens: string[]): Part {
      return buildFor(this, this.inside(child, ...tokens));
    }

    reference(ref: string, isDynamic: boolean): Part {
      const scope = this.#scope;
      const target = documents.resolve(ref, this, this.keyword);
      const name = splitUri(ref)[1];
      const outermost = isDynamic && documents.anchorOf(target.base, name) && scope[dynamicNames.indexOf(name)];
      return buildFor(this, request(outermost || target, scope));
    }

    pattern(source: string): PatternTest {
      let matcher = matchers.get(source);
      if (!matcher) {
        matcher = { steps: 0, test: () => undefined };
        try {
          matcher = createMatcher(source);
        } catch (error) {
          if (!(error instanceof PatternFault)) throw error;
          if (error.kind === 'invalid' || settings.patterns !== 'defer')
            this.fail(`schema.pattern-${error.kind}`, error.message, error.cure);
        }
        matchers.set(source, matcher);
      }
      return matcher;
    }

    malformed(expected: string): never {
      this.fail('schema.malformed', WRONG, `Give ${expected}.`);
    }

    fail(code: SchemaErrorCode, message: string, cure: string): never {
      refuseSchema(code, { ...this, pointer: join(this.pointer, this.keyword) }, message, cure);
    }
  }

  return (located) => {
    const part = request(located, widen([], documents.root.base));
    for (let next = waiting.pop(); next; next = waiting.pop()) build(next);
    return part;
  };

  /** The part for a schema, which waits to be built. */
  function request(located: Located, from: Scope): Part {
    const { schema, base, pointer, dialect } = located;
    if (schema === true) return { check: () => true, pointer };
    if (schema === false) return NEVER;
    if (!isObject(schema)) refuseSchema('schema.malformed', located, WRONG, 'Give a schema.');
    if (dialect.missing) refuseDialect(dialect.missing, located);
    const scope = widen(from, base);
    // The same object may stand in several resources, and mean another thing in each.
    const way = [base, pointer, ...scope.map((outer) => outer?.base)].join(' ');
    let part = parts.get(way);
    if (!part) {
      if (parts.size * (1 + dynamicNames.length) > limits.branches) refuseSize('branches', limits, located);
      parts.set(way, (part = new SchemaPart(located, scope)));
      waiting.push(part);
    }
    return part;
  }

  /** The scope on entering a resource. */
  function widen(from: Scope, base: string): Scope {
    return dynamicNames.map((name, index) => from[index] ?? documents.anchorOf(base, name));
  }

  function build(part: SchemaPart): void {
    if (part.check !== NEVER.check) return;
    const start = open.indexOf(part);
    open.push(part);
    if (start >= 0) refuseCycle(open.slice(start));
    if (open.length > 2 * limits.depth) refuseSize('depth', limits, part);
    part.check = compileKeywords(part);
    if (part.cost > limits.branches) refuseSize('branches', limits, part);
    open.pop();
  }

  /** Builds what is applied to the same value at once, so that a way round is found. */
  function buildFor(part: SchemaPart, target: Part): Part {
    if (target instanceof SchemaPart) {
      build(target);
      part.cost += target.cost;
    }
    return target;
  }
}

function compileKeywords(part: SchemaSite & Located): Check {
  const { schema, dialect } = part;
  const checks: Check[] = [];
  let sight: number | undefined;
  for (const name of namesInOrder(schema, dialect)) {
    const { takes, compile } = dialect.keywords.get(name) as Keyword;
    const expected = schema[name] as JsonValue;
    part.keyword = name;
    if (takes && typeof expected !== takes) part.malformed(`a ${takes}`);
    const check = compile?.(expected, part);
    if (name.startsWith('unev')) sight ??= checks.length;
    if (check) checks.push(check);
  }
  const [only] = checks;
  if (only && !checks[1] && part.keyword.endsWith('ef')) return only;
  return checkAll(checks, sight);
}

/** The keywords of a schema, in the order in which they are checked. */
function namesInOrder(schema: JsonObject, { keywords, order, refAlone }: Dialect): string[] {
  if (refAlone && Object.hasOwn(schema, '$ref')) return ['$ref'];
  const names = Object.keys(schema).filter((name) => keywords.has(name) && schema[name] !== undefined);
  return names.sort((one, other) => order.indexOf(one) - order.indexOf(other));
}

function refuseDialect(missing: string, located: Located): never {
  refuseSchema(
    'schema.unsupported',
    { ...located, pointer: join(located.dialect.pointer as Pointer, '$schema') },
    `Unknown: ${missing}.`,
    missing.includes('draft-07')
      ? 'Give `dialects` of `@motcua/form-engine/draft-07`.'
      : 'Use 2020-12: its page says how.',
  );
}

function refuseCycle(parts: readonly Located[]): never {
  const chain = parts.map(({ pointer, document }) => (document && `${document}#`) + pointer || '#');
  refuseSchema('schema.ref-cycle', parts[0] as Located, `${chain.join(' ')}.`, 'Refer from a property or item.', chain);
}
