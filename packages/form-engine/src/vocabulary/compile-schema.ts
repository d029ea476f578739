/**
 * Compiles schemas to closures, each place once. What applies to the same value is compiled at once, so that a reference that leads
 * back is found; what applies inside the value waits, so that no schema is too deep to compile.
 */
import { isObject } from '../data/json.js';
import { join } from '../data/pointer.js';
import { refuseSchema } from '../errors.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import { type Check, checkAll, NEVER, type Part } from './check.js';
import type { PatternTest, SchemaSite } from './keyword.js';
import { createMatcher, PatternFault } from './patterns/create-matcher.js';
import { type Located, type SchemaDocuments, splitUri } from './schema-documents.js';
import { refuseSize, type SchemaLimits } from './schema-limits.js';

const WRONG = 'Malformed.';

/** What the compiler is told. */
export interface CompilerSettings {
  formats: Readonly<Record<string, (text: string) => boolean>>;
  formatAssertion?: boolean;
  patterns?: 'refuse' | 'defer';
  limits: SchemaLimits;
}

/** Compiles on demand and remembers. */
export interface SchemaCompiler {
  compile(located: Located): Part;
}

/** The way on which a schema was reached, as far as dynamic references can tell ways apart: the outermost schema by dynamic name. */
type Scope = readonly (Located | undefined)[];

interface PendingPart extends Part {
  located: Located;
  scope: Scope;
  isBuilt: boolean;
  /** Schemas that may apply to one value here. */
  cost: number;
}

/**
 * Opens a compiler over documents.
 *
 * @throws {SchemaError} from `compile`: `schema.unsupported`, `schema.malformed`, `schema.ref-unknown`, `schema.ref-cycle`,
 * `schema.limit-depth`, `schema.limit-nodes`, `schema.limit-branches`, `schema.pattern-invalid`, `schema.pattern-unsafe`.
 */
export function createSchemaCompiler(documents: SchemaDocuments, settings: CompilerSettings): SchemaCompiler {
  const { limits } = settings;
  const matchers = new Map<string, PatternTest>();
  const parts = new Map<string, PendingPart>();
  const dynamicNames = [...documents.dynamicNames];
  const waiting: PendingPart[] = [];
  const open: PendingPart[] = [];

  function compile(located: Located): Part {
    const part = request(
      located,
      dynamicNames.map(() => undefined),
    );
    for (let next = waiting.pop(); next; next = waiting.pop()) build(next);
    return part;
  }

  /** The part for a schema, which waits to be built. */
  function request(located: Located, from: Scope): Part {
    const { schema, base, pointer, dialect } = located;
    if (schema === true) return { check: () => true, pointer };
    if (schema === false) return NEVER;
    if (!isObject(schema)) refuseSchema('schema.malformed', pointer, WRONG, 'Give a schema.');
    if (dialect.missing)
      refuseSchema(
        'schema.unsupported',
        '/$schema',
        `Unknown: ${dialect.missing}.`,
        'Use 2020-12, or give `dialects` of `@motcua/form-engine/draft-07`.',
      );
    const scope = from.map((outer, index) => outer ?? documents.anchorOf(base, dynamicNames[index] as string));
    // The same object may stand in several resources, and mean another thing in each.
    const way = [dialect.uri, base, pointer, ...scope.map((outer) => outer?.base)].join(' ');
    let part = parts.get(way);
    if (!part) {
      if (parts.size > limits.branches) refuseSize('branches', limits, pointer);
      part = { check: NEVER.check, pointer, located, scope, isBuilt: false, cost: 1 };
      parts.set(way, part);
      waiting.push(part);
    }
    return part;
  }

  function build(part: PendingPart): void {
    if (part.isBuilt) return;
    const start = open.indexOf(part);
    open.push(part);
    if (start >= 0) refuseCycle(open.slice(start));
    if (open.length > 2 * limits.depth) refuseSize('depth', limits, part.pointer);
    part.check = compileObject(part);
    part.isBuilt = true;
    open.pop();
  }

  function compileObject(part: PendingPart): Check {
    const { located, pointer } = part;
    const { dialect } = located;
    const schema = located.schema as JsonObject;
    const site = openSite(part, schema);
    const checks: Check[] = [];
    let sight: number | undefined;
    const isAlone = dialect.refAlone && Object.hasOwn(schema, '$ref');
    for (const [name, keyword] of dialect.keywords) {
      if (!Object.hasOwn(schema, name) || (isAlone && name !== '$ref')) continue;
      site.keyword = name;
      const expected = schema[name] as JsonValue;
      if (keyword.takes && typeof expected !== keyword.takes) site.malformed(`a ${keyword.takes}`);
      const check = keyword.compile?.(expected, site);
      if (name.startsWith('unev')) sight ??= checks.length;
      if (check) checks.push(check);
    }
    if (part.cost > limits.branches) refuseSize('branches', limits, pointer);
    const [only] = checks;
    if (only && !checks[1] && /ef$/u.test(site.keyword)) return only;
    return checkAll(checks, sight);
  }

  function openSite(part: PendingPart, schema: JsonObject): SchemaSite {
    const { located, scope, pointer } = part;
    const { dialect } = located;
    const inside = (child: JsonValue, ...tokens: string[]): Part =>
      request(documents.enter(child, located, tokens), scope);
    const here = (target: Part): Part => {
      if ('cost' in target) {
        build(target as PendingPart);
        part.cost += (target as PendingPart).cost;
      }
      return target;
    };
    const site: SchemaSite = {
      schema,
      pointer,
      keyword: '',
      knows: (name) => dialect.keywords.has(name),
      inside,
      here: (child, ...tokens) => here(inside(child, ...tokens)),
      reference(ref, isDynamic) {
        const target = documents.resolve(ref, located);
        const name = splitUri(ref)[1];
        const outermost = isDynamic && documents.anchorOf(target.base, name) && scope[dynamicNames.indexOf(name)];
        return here(request(outermost || target, scope));
      },
      assertsFormats: settings.formatAssertion !== false,
      formats: settings.formats,
      pattern: (source) => findMatcher(source, site),
      malformed: (expected) => site.fail('schema.malformed', WRONG, `Give ${expected}.`),
      fail: (code, message, cure) => refuseSchema(code, join(pointer, site.keyword), message, cure),
    };
    return site;
  }

  function findMatcher(source: string, site: SchemaSite): PatternTest {
    const known = matchers.get(source);
    if (known) return known;
    let matcher: PatternTest = { steps: 0, test: () => undefined };
    try {
      matcher = createMatcher(source);
    } catch (error) {
      if (!(error instanceof PatternFault)) throw error;
      if (error.kind === 'invalid' || settings.patterns !== 'defer')
        site.fail(`schema.pattern-${error.kind}`, error.message, error.cure);
    }
    matchers.set(source, matcher);
    return matcher;
  }

  return { compile };
}

function refuseCycle(parts: readonly Part[]): never {
  const chain = parts.map(({ pointer }) => pointer || '#');
  refuseSchema(
    'schema.ref-cycle',
    parts[0]?.pointer ?? '',
    `${chain.join(' ')}.`,
    'Refer from a property or item.',
    chain,
  );
}
