/**
 * What applies, by definition and without the engine: a place applies while an active schema describes it and none makes it `false`,
 * and which schemas are active is decided on what applies. Beginning with all answers, that is repeated until nothing changes.
 * Every test is put to @hyperjump/json-schema, as is the verdict on what is left.
 */
import * as hyperjump from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/formats';
import type { JsonObject, JsonSchema, JsonValue } from '../plan/plan.js';

/** An outside opinion on one data schema. */
export interface ConditionOracle {
  /** What applies of the answers; undefined when it never comes to rest. */
  prune(data: JsonObject): JsonObject | undefined;
  /** Does a place apply to answers that are pruned already, whether it is answered or not? */
  applies(data: JsonObject, tokens: readonly string[]): boolean;
  isValid(data: JsonValue): boolean;
}

const BASE = 'https://example.org/conditions/';
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const ROUNDS = 100;
let count = 0;

hyperjump.setShouldValidateSchema(false);
hyperjump.setShouldValidateFormat(true);

type Test = (value: JsonValue) => boolean;
type SchemaMap = { [name: string]: JsonValue };

/** Opens the oracle for a schema whose references are pointers into itself. */
export async function openConditionOracle(schema: JsonSchema): Promise<ConditionOracle> {
  count += 1;
  const uri = `${BASE}${count}`;
  hyperjump.registerSchema(schema as hyperjump.SchemaObject, uri, DIALECT);
  try {
    const tests = new Map<JsonValue, Test>();
    for (const [pointer, test] of listTests(schema, '')) {
      const validate = await hyperjump.validate(`${uri}#${encodeURI(pointer)}`);
      tests.set(test, (value) => validate(value).valid);
    }
    const validate = await hyperjump.validate(uri);
    const judge = { root: schema, tests };
    return {
      prune: (data) => settle(judge, data),
      applies: (data, tokens) => reaches([judge.root], data, tokens, judge),
      isValid: (value) => validate(value).valid,
    };
  } finally {
    hyperjump.unregisterSchema(uri);
  }
}

interface Judge {
  root: JsonSchema;
  tests: ReadonlyMap<JsonValue, Test>;
}

function settle(judge: Judge, data: JsonObject): JsonObject | undefined {
  let current = data;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = keep([judge.root], data, current, judge);
    if (JSON.stringify(next) === JSON.stringify(current)) return next;
    current = next;
  }
  return undefined;
}

/** Of the answers at a group, those that its active schemas let apply as things stand. */
function keep(schemas: readonly JsonValue[], data: JsonObject, current: JsonObject, judge: Judge): JsonObject {
  const active = schemas.flatMap((schema) => listActive(schema, current, judge));
  const kept: JsonObject = {};
  const names = new Set(active.flatMap((schema) => Object.keys(mapOf(schema['properties']))));
  for (const name of names) {
    const about = active.flatMap((schema) => {
      const properties = mapOf(schema['properties']);
      return Object.hasOwn(properties, name) ? [properties[name] as JsonValue] : [];
    });
    if (about.includes(false)) continue;
    const value = keepOne(about, own(data, name), own(current, name), judge);
    const isDemanded = active.some((schema) => isRequiredBy(schema, name, current));
    const isEmptyGroup = isMap(value) && Object.keys(value).length === 0;
    if (value === undefined || (isEmptyGroup && !isDemanded)) continue;
    Object.defineProperty(kept, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return kept;
}

/** A group is looked through even before anything in it is answered. */
function keepOne(
  about: readonly JsonValue[],
  data: JsonValue | undefined,
  current: JsonValue | undefined,
  judge: Judge,
): JsonValue | undefined {
  const isGroup = about.some((schema) => describesGroup(schema, judge));
  if (!isGroup) return Array.isArray(data) ? keepRows(about, data, current, judge) : data;
  if (data !== undefined && !isMap(data)) return data;
  return keep(about, isMap(data) ? data : {}, isMap(current) ? current : {}, judge);
}

/** Rows are looked through each by itself; none is taken away. */
function keepRows(
  about: readonly JsonValue[],
  data: readonly JsonValue[],
  current: JsonValue | undefined,
  judge: Judge,
): JsonValue[] {
  const items = about.flatMap((schema) => {
    const described =
      isMap(schema) && typeof schema['$ref'] === 'string' ? resolve(schema['$ref'], judge.root) : schema;
    return isMap(described) && described['items'] !== undefined ? [described['items']] : [];
  });
  const rows = Array.isArray(current) ? current : [];
  return data.map((row, index) => keepOne(items, row, rows[index], judge) ?? row);
}

/** Follows a place down: at each level an active schema describes it, and none makes it `false`. */
function reaches(
  schemas: readonly JsonValue[],
  value: JsonObject,
  [name, ...rest]: readonly string[],
  judge: Judge,
): boolean {
  if (name === undefined) return true;
  const about = schemas
    .flatMap((schema) => listActive(schema, value, judge))
    .flatMap((schema) => own(mapOf(schema['properties']), name) ?? []);
  const below = own(value, name);
  return about.length > 0 && !about.includes(false) && reaches(about, isMap(below) ? below : {}, rest, judge);
}

/** The schemas that say something of a value, conditions decided. */
function listActive(schema: JsonValue, value: JsonObject, judge: Judge): SchemaMap[] {
  if (!isMap(schema)) return [];
  const also: JsonValue[] = [];
  if (typeof schema['$ref'] === 'string') also.push(resolve(schema['$ref'], judge.root));
  if (Array.isArray(schema['allOf'])) also.push(...schema['allOf']);
  if (schema['if'] !== undefined) {
    const branch = schema[ask(schema['if'], value, judge) ? 'then' : 'else'];
    if (branch !== undefined) also.push(branch);
  }
  const dependent = mapOf(schema['dependentSchemas']);
  for (const name of Object.keys(dependent))
    if (own(value, name) !== undefined) also.push(dependent[name] as JsonValue);
  for (const keyword of ['oneOf', 'anyOf']) also.push(...chooseBranch(schema[keyword], value, judge));
  return [schema, ...also.flatMap((each) => listActive(each, value, judge))];
}

/** The branch whose constant the answers hold; branches that no constant tells apart say nothing of what applies. */
function chooseBranch(branches: JsonValue | undefined, value: JsonObject, { root }: Judge): JsonValue[] {
  if (!Array.isArray(branches)) return [];
  const targets = branches.map((branch) =>
    isMap(branch) && typeof branch['$ref'] === 'string' ? resolve(branch['$ref'], root) : branch,
  );
  const constants = (target: JsonValue, name: string): JsonValue[] => {
    const about = mapOf(mapOf(isMap(target) ? target['properties'] : undefined)[name]);
    return Array.isArray(about['enum']) ? about['enum'] : about['const'] === undefined ? [] : [about['const']];
  };
  const [first] = targets;
  const name = Object.keys(mapOf(isMap(first) ? first['properties'] : undefined)).find((candidate) => {
    const lists = targets.map((target) => constants(target, candidate).map((constant) => JSON.stringify(constant)));
    return lists.every((list) => list.length > 0) && new Set(lists.flat()).size === lists.flat().length;
  });
  if (name === undefined) return [];
  return targets.filter((target) => constants(target, name).some((constant) => constant === own(value, name)));
}

function isRequiredBy(schema: SchemaMap, name: string, value: JsonObject): boolean {
  const dependent = mapOf(schema['dependentRequired']);
  const lists = [
    schema['required'],
    ...Object.keys(dependent).map((cause) => own(value, cause) !== undefined && dependent[cause]),
  ];
  return lists.some((list) => Array.isArray(list) && list.includes(name));
}

function describesGroup(schema: JsonValue, judge: Judge): boolean {
  if (!isMap(schema)) return false;
  if (typeof schema['$ref'] === 'string') return describesGroup(resolve(schema['$ref'], judge.root), judge);
  return schema['type'] === 'object' || schema['properties'] !== undefined;
}

function ask(test: JsonValue, value: JsonValue, { tests }: Judge): boolean {
  if (typeof test === 'boolean') return test;
  return tests.get(test)?.(value) === true;
}

/** Every `if` that is a schema, with its place. */
function listTests(schema: JsonValue, at: string): [string, JsonValue][] {
  if (Array.isArray(schema)) return schema.flatMap((each, index) => listTests(each, `${at}/${index}`));
  if (!isMap(schema)) return [];
  const own: [string, JsonValue][] = isMap(schema['if']) ? [[`${at}/if`, schema['if']]] : [];
  const below = Object.keys(schema).filter((name) => name !== 'const' && name !== 'enum');
  return [
    ...own,
    ...below.flatMap((name) =>
      listTests(schema[name] as JsonValue, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ),
  ];
}

function resolve(reference: string, root: JsonSchema): JsonValue {
  let here: JsonValue = root;
  for (const token of reference.slice(2).split('/'))
    here = (here as SchemaMap)[token.replaceAll('~1', '/').replaceAll('~0', '~')] as JsonValue;
  return here;
}

function own(value: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function mapOf(value: JsonValue | undefined): SchemaMap {
  return isMap(value) ? value : {};
}

function isMap(value: JsonValue | undefined): value is SchemaMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
