/**
 * What a form makes of `oneOf` and `anyOf`: titled values are a choice, a branch beside `null` may be left empty, branches that a property tells
 * apart follow the answer to that property, and of any others the form asks for one.
 */
import { canonicalJson } from '../data/canonical-json.js';
import { isEqual, isObject, ownValue } from '../data/json.js';
import { join } from '../data/pointer.js';
import { findDiscriminator } from '../compile/find-discriminator.js';
import { lookThrough } from '../compile/trace-schema.js';
import type { JsonObject, JsonSchema, JsonValue } from '../plan/plan.js';
import type { Located, SchemaDocuments } from '../vocabulary/schema-documents.js';
import type { InferenceNotes } from './notes.js';

/** Where a schema with branches stands, and how its parts are copied as a form asks for them. */
export interface BranchSite {
  located: Located;
  documents: SchemaDocuments;
  notes: InferenceNotes;
  read(schema: JsonValue, ...tokens: (string | number)[]): JsonSchema;
}

const KEYWORDS = ['oneOf', 'anyOf'] as const;
/** What may stand in a schema that is to allow `null` beside: anything else would judge the `null` too. */
const ANY_TYPE = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', '$ref', 'const']);

/** The property that tells branches apart when each of them demands it, so that none is narrowed at the cost of another. */
export function isToldApart(
  schema: JsonObject,
  keyword: string,
  located: Located,
  documents: SchemaDocuments,
): boolean {
  const targets = targetsOf(schema, keyword, located, documents);
  const told = findDiscriminator(targets.map(({ schema: target }) => (isObject(target) ? target : undefined)));
  return (
    told !== undefined && (keyword === 'anyOf' || targets.every(({ schema: target }) => demands(target, told.name)))
  );
}

/** The schema with its unions settled. */
export function settleBranches(plain: JsonObject, site: BranchSite): JsonObject {
  return KEYWORDS.reduce((schema, keyword) => settleUnion(schema, keyword, site), plain);
}

function settleUnion(plain: JsonObject, keyword: 'oneOf' | 'anyOf', site: BranchSite): JsonObject {
  const source = site.located.schema as JsonObject;
  const branches = source[keyword];
  if (!Array.isArray(branches) || branches.length === 0) return plain;
  const targets = targetsOf(source, keyword, site.located, site.documents);
  const values = targets.map(({ schema }) => constantsOf(schema));
  if (values.every((list) => list !== undefined))
    return plain['enum'] === undefined ? { ...plain, enum: distinct(values.flat()) } : plain;
  const told = findDiscriminator(targets.map(({ schema }) => (isObject(schema) ? schema : undefined)));
  if (told !== undefined) return declares(plain, told.name) ? plain : conjoin(plain, keyword, choiceAmong(told));
  const real = targets.flatMap(({ schema }, index) => (isNull(schema) ? [] : [index]));
  const [only] = real;
  if (only === undefined) return plain;
  if (real.length === 1 && targets.length === 2) {
    const merged = besideNull(site.read(branches[only] as JsonValue, keyword, only), targets[only] as Located, site);
    if (merged !== undefined) return { ...merged, ...withoutKeyword(plain, keyword), ...typeBesideNull(merged) };
  }
  if (!targets.some(({ schema }) => hasShape(schema, plain))) return plain;
  return chooseBranch(plain, keyword, branches, targets, only, site);
}

function chooseBranch(
  plain: JsonObject,
  keyword: string,
  branches: readonly JsonValue[],
  targets: readonly Located[],
  usual: number,
  { located, notes, read }: BranchSite,
): JsonObject {
  const place = join(located.document === '' ? located.pointer : `/${located.document}${located.pointer}`, keyword);
  const wanted = notes.wanted(place);
  const chosen = wanted !== undefined && branches[wanted] !== undefined ? wanted : usual;
  const titles = targets.map(({ schema }, index) => titleOf(branches[index], schema, index));
  if (!notes.unions.some((union) => union.place === place)) notes.unions.push({ place, titles, chosen });
  if (branches.length > 1)
    notes.advise(
      'schema.branch-chosen',
      place,
      `No property tells the ${branches.length} branches of ${keyword} apart; the form asks for "${titles[chosen] ?? ''}".`,
      'Give each branch a property with constants of its own, or choose another by `branches`.',
    );
  return conjoin(plain, keyword, read(branches[chosen] as JsonValue, keyword, chosen));
}

/** `null` beside a schema of one sort is one schema: the answer may be left out in words. */
function besideNull(branch: JsonSchema, target: Located, site: BranchSite): JsonObject | undefined {
  const inline = isObject(branch) && typeof branch['$ref'] === 'string' ? site.read(target.schema) : branch;
  if (!isObject(inline) || inline === site.located.schema) return undefined;
  if (Object.keys(inline).some((name) => ANY_TYPE.has(name))) return undefined;
  return typeof inline['type'] === 'string' || Array.isArray(inline['enum']) ? inline : undefined;
}

function typeBesideNull({ type, enum: values }: JsonObject): JsonObject {
  return {
    ...(typeof type === 'string' ? { type: [type, 'null'] } : {}),
    ...(Array.isArray(values) ? { enum: distinct([...values, null]) } : {}),
  };
}

function targetsOf(schema: JsonObject, keyword: string, located: Located, documents: SchemaDocuments): Located[] {
  const branches = schema[keyword];
  if (!Array.isArray(branches)) return [];
  return branches.map((branch, index) => lookThrough(documents.enter(branch, located, [keyword, index]), documents));
}

/** Does a branch say what is asked, or only what must hold of what is declared beside it? */
function hasShape(branch: JsonSchema, beside: JsonObject): boolean {
  if (!isObject(branch)) return false;
  const declared = isObject(beside['properties']) ? beside['properties'] : {};
  if (
    isObject(branch['properties']) &&
    Object.keys(branch['properties']).some((name) => !Object.hasOwn(declared, name))
  )
    return true;
  if (
    ['items', 'prefixItems', 'enum', 'const', '$ref', 'allOf', 'oneOf', 'anyOf'].some(
      (name) => branch[name] !== undefined,
    )
  )
    return true;
  return branch['type'] !== undefined && !isEqual(branch['type'], beside['type']);
}

function constantsOf(schema: JsonSchema): JsonValue[] | undefined {
  if (!isObject(schema)) return undefined;
  if (Object.hasOwn(schema, 'const')) return [schema['const'] as JsonValue];
  if (Array.isArray(schema['enum'])) return schema['enum'];
  return isNull(schema) ? [null] : undefined;
}

function isNull(schema: JsonSchema): boolean {
  return (
    isObject(schema) && (schema['type'] === 'null' || (Object.hasOwn(schema, 'const') && schema['const'] === null))
  );
}

function demands(schema: JsonSchema, name: string): boolean {
  const required = isObject(schema) ? schema['required'] : undefined;
  return Array.isArray(required) && required.includes(name);
}

/** Another schema that must hold, at the place of the keyword it comes from: what it declares is asked there. */
function conjoin(schema: JsonObject, keyword: string, also: JsonSchema): JsonObject {
  const all = schema['allOf'];
  const parts: [string, JsonValue][] = [['allOf', [...(Array.isArray(all) ? all : []), also]]];
  return Object.fromEntries(
    Object.entries(schema).flatMap((entry) =>
      entry[0] === 'allOf' ? [] : entry[0] === keyword ? [...parts, entry] : [entry],
    ),
  );
}

function declares({ properties }: JsonObject, name: string): boolean {
  return isObject(properties) && Object.hasOwn(properties, name);
}

/** The property that tells branches apart, with the values of all of them: which the branches say, and no form could offer otherwise. */
function choiceAmong({ name, values }: { name: string; values: JsonValue[][] }): JsonObject {
  return { properties: { [name]: { enum: distinct(values.flat()) } } };
}

function withoutKeyword(schema: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}

function distinct(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()];
}

function titleOf(branch: JsonValue | undefined, target: JsonSchema, index: number): string {
  for (const schema of [branch, target]) {
    const title = isObject(schema) ? ownValue(schema, 'title') : undefined;
    if (typeof title === 'string' && title.trim() !== '') return title.trim();
  }
  const type = isObject(target) ? target['type'] : undefined;
  return typeof type === 'string' ? type : `${index + 1}`;
}
