/**
 * Data that follows a schema and tries to satisfy it. A try may fail; the judges say what it came to.
 */
import { isEqual, isObject, ownValue, readTokens, setOwn } from '../../data/json.js';
import { tokensOf } from '../../data/pointer.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../plan/plan.js';
import { createDice, type Dice } from './dice.js';
import { defers, type Document } from './document.js';
import { DEFERRED_PATTERNS, FORMATS, NUMBERS, PATTERNS, PLAIN_NAMES, TEXTS } from './pools.js';
import { decimal } from './spoil.js';

/** A value that the document's schema may well accept; equal seeds give equal values. */
export function satisfy(document: Document, seed: number): JsonValue {
  return new Satisfier(document, createDice(seed)).value(document.schema, 3);
}

/** A value of the kind that the keyword in focus concerns, whatever the schema says of it. */
export function concern(document: Document, seed: number): JsonValue {
  const type = concernedBy(document.focus) ?? (defers(document) ? 'string' : undefined);
  return satisfy({ ...document, schema: type === undefined ? {} : { type } }, seed);
}

/** Values that one try may make: a schema that refers to itself ends there. */
const MOST_VALUES = 24;

/** Schemas that are looked at for one value. */
const MOST_PARTS = 16;

class Satisfier {
  private made = 0;
  private readonly targets = new Map<string, JsonValue | undefined>();

  constructor(
    private readonly document: Document,
    private readonly dice: Dice,
  ) {}

  value(schema: JsonSchema | undefined, depth: number): JsonValue {
    this.made += 1;
    if (this.made > MOST_VALUES) return this.dice.pick<JsonValue>([null, 1, 'a']);
    const parts = this.parts(schema);
    const fixed = this.fixed(parts);
    if (fixed !== undefined) return fixed;
    const type = this.type(parts);
    if (type === 'null') return null;
    if (type === 'boolean') return this.dice.chance(0.5);
    if (type === 'string') return this.text(parts);
    if (type === 'array') return this.list(parts, depth);
    if (type === 'object') return this.object(parts, depth);
    return this.number(parts, type === 'integer');
  }

  /** The schema objects that hold for one value at once, one branch chosen where there are several. */
  private parts(schema: JsonValue | undefined, found: JsonObject[] = []): JsonObject[] {
    if (!isObject(schema) || found.length >= MOST_PARTS) return found;
    found.push(schema);
    const add = (more: JsonValue | undefined): unknown => this.parts(more, found);
    for (const keyword of ['$ref', '$dynamicRef']) {
      const ref = schema[keyword];
      if (typeof ref === 'string') add(this.target(ref));
    }
    listOf(schema['allOf']).forEach(add);
    for (const keyword of ['anyOf', 'oneOf']) {
      const branches = listOf(schema[keyword]);
      if (branches.length > 0) add(this.dice.pick(branches));
    }
    if (schema['if'] !== undefined) {
      const holds = this.dice.chance(0.6);
      if (holds) add(schema['if']);
      add(schema[holds ? 'then' : 'else']);
    }
    for (const keyword of ['dependentSchemas', 'dependencies'])
      for (const more of membersOf(schema[keyword]).slice(0, 1)) if (this.dice.chance(0.5)) add(more);
    return found;
  }

  private target(ref: string): JsonValue | undefined {
    if (!this.targets.has(ref)) this.targets.set(ref, this.look(ref));
    return this.targets.get(ref);
  }

  private look(ref: string): JsonValue | undefined {
    const [uri = '', fragment = ''] = ref.split('#');
    const root = ownValue(this.document.companions as JsonObject, uri) ?? this.document.schema;
    const inner = uri === '' || root !== this.document.schema ? root : find(root, (schema) => schema['$id'] === uri);
    if (fragment === '') return inner;
    if (fragment.startsWith('/'))
      return (
        readTokens(inner, tokensOf(decodeURIComponent(fragment))) ??
        find(root, (schema) => isObject(schema['leaf']) && ref.includes('leaf'))?.['leaf']
      );
    return find(
      inner,
      (schema) => schema['$anchor'] === fragment || schema['$dynamicAnchor'] === fragment || schema['$id'] === ref,
    );
  }

  private fixed(parts: readonly JsonObject[]): JsonValue | undefined {
    for (const part of parts) {
      if (part['const'] !== undefined) return part['const'];
      const choices = listOf(part['enum']);
      if (choices.length > 0) return this.dice.pick(choices);
    }
    return undefined;
  }

  private type(parts: readonly JsonObject[]): string {
    let types = ['null', 'boolean', 'string', 'number', 'integer', 'array', 'object'];
    for (const part of parts) {
      const given = part['type'];
      const allowed = listOf(typeof given === 'string' ? [given] : given);
      if (allowed.length > 0)
        types = types.filter((type) => allowed.includes(type) || (type === 'integer' && allowed.includes('number')));
    }
    const fitting = types.filter((type) =>
      parts.some((part) => Object.keys(part).some((key) => CONCERNS[key] === type)),
    );
    if (fitting.length > 0 && this.dice.chance(0.9)) return this.dice.pick(fitting);
    return types.length > 0 ? this.dice.pick(types) : 'null';
  }

  private number(parts: readonly JsonObject[], whole: boolean): number {
    const [divisor] = numbersOf(parts, 'multipleOf');
    const [least, most, over, under] = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((keyword) =>
      numbersOf(parts, keyword),
    ) as [number[], number[], number[], number[]];
    const edges = [...least, ...most, ...over.map((edge) => edge + 1), ...under.map((edge) => edge - 1)];
    const near = [...edges, ...edges, ...NUMBERS];
    const fitting = near.filter(
      (item) =>
        item >= Math.max(...least, -Infinity) &&
        item <= Math.min(...most, Infinity) &&
        item > Math.max(...over, -Infinity) &&
        item < Math.min(...under, Infinity),
    );
    const chosen = this.dice.pick([...fitting, this.dice.pick(near)]);
    if (divisor === undefined) return whole ? Math.round(chosen) : decimal(chosen);
    return decimal((Math.round(chosen / divisor) + (this.dice.chance(0.2) ? 1 : 0)) * divisor);
  }

  private text(parts: readonly JsonObject[]): string {
    const [format] = textsOf(parts, 'format');
    const known = format === undefined ? undefined : FORMATS[format];
    if (known !== undefined) return this.dice.pick(this.dice.chance(0.75) ? known.right : known.wrong);
    const [pattern] = textsOf(parts, 'pattern');
    const deferred = this.dice.chance(0.6) ? DEFERRED_PATTERNS : {};
    const matching = pattern === undefined ? undefined : (PATTERNS[pattern] ?? deferred[pattern]);
    const least = Math.max(0, ...numbersOf(parts, 'minLength'));
    const most = Math.min(6, ...numbersOf(parts, 'maxLength'));
    const fitting = (matching ?? TEXTS).filter((item) => [...item].length >= least && [...item].length <= most);
    return fitting.length > 0 ? this.dice.pick(fitting) : this.dice.pick(matching ?? TEXTS);
  }

  private list(parts: readonly JsonObject[], depth: number): JsonValue[] {
    const least = Math.max(0, ...numbersOf(parts, 'minItems'), ...numbersOf(parts, 'minContains'));
    const most = Math.max(least, Math.min(4, ...numbersOf(parts, 'maxItems')));
    const size = depth <= 0 ? least : least + this.dice.below(most - least + 1);
    const wanted = parts.find((part) => part['contains'] !== undefined);
    const [asked = 1] = wanted === undefined ? [] : numbersOf([wanted], 'minContains');
    const enough = Math.max(asked, this.dice.below(4));
    const unique = parts.some((part) => part['uniqueItems'] === true);
    const items: JsonValue[] = [];
    for (let index = 0; index < Math.max(size, wanted === undefined ? 0 : 1); index += 1) {
      const schemas = itemSchemas(parts, index);
      const contained = wanted !== undefined && index < enough && this.dice.chance(0.8);
      let item = this.value(contained ? (wanted['contains'] as JsonSchema) : joined(schemas), depth - 1);
      for (let tries = 0; unique && tries < 4 && items.some((other) => isEqual(other, item)); tries += 1)
        item = this.value(joined(schemas), depth - 1);
      items.push(item);
    }
    if (!unique && items.length > 0 && this.dice.chance(0.1)) items.push(items[0] as JsonValue);
    return items;
  }

  private object(parts: readonly JsonObject[], depth: number): JsonObject {
    const object: JsonObject = {};
    const least = Math.max(0, ...numbersOf(parts, 'minProperties'));
    const most = Math.max(least, Math.min(5, ...numbersOf(parts, 'maxProperties')));
    const named = parts.flatMap((part) => Object.keys(isObject(part['properties']) ? part['properties'] : {}));
    const required = parts.flatMap((part) => listOf(part['required'])).filter((item) => typeof item === 'string');
    const causes = parts.flatMap((part) =>
      ['dependentRequired', 'dependentSchemas', 'dependencies'].flatMap((keyword) =>
        Object.keys(isObject(part[keyword]) ? part[keyword] : {}),
      ),
    );
    const matching = parts.flatMap((part) =>
      Object.keys(isObject(part['patternProperties']) ? part['patternProperties'] : {}).map((pattern) =>
        this.dice.pick(PATTERNS[pattern] ?? DEFERRED_PATTERNS[pattern] ?? ['a']),
      ),
    );
    const optional = depth <= 0 ? [] : [...named, ...causes, ...matching];
    const wishes = [...required, ...optional.filter(() => this.dice.chance(0.55))];
    while (wishes.length < least || this.dice.chance(0.25)) wishes.push(this.dice.pick(PLAIN_NAMES));
    for (const wish of wishes.slice(0, Math.max(most, required.length))) {
      setOwn(object, wish, this.value(joined(propertySchemas(parts, wish)), depth - 1));
    }
    for (const part of parts) {
      for (const keyword of ['dependentRequired', 'dependencies'])
        for (const [cause, names] of Object.entries(isObject(part[keyword]) ? part[keyword] : {}))
          for (const also of Object.hasOwn(object, cause) && this.dice.chance(0.7) ? listOf(names) : [])
            if (typeof also === 'string' && !Object.hasOwn(object, also))
              setOwn(object, also, this.value(joined(propertySchemas(parts, also)), depth - 1));
    }
    return object;
  }
}

/** The kind of value that a keyword concerns, as a name for `type`. */
const CONCERNS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
    string: ['minLength', 'maxLength', 'pattern', 'format'],
    array: [
      'prefixItems',
      'items',
      'additionalItems',
      'contains',
      'minItems',
      'maxItems',
      'uniqueItems',
      'unevaluatedItems',
    ],
    object: [
      'required',
      'properties',
      'patternProperties',
      'additionalProperties',
      'propertyNames',
      'minProperties',
      'maxProperties',
      'dependentRequired',
      'dependentSchemas',
      'dependencies',
      'unevaluatedProperties',
    ],
  }).flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type])),
);

/** The kind of value that a keyword concerns; undefined: any. */
export function concernedBy(keyword: string): string | undefined {
  return CONCERNS[keyword];
}

function itemSchemas(parts: readonly JsonObject[], index: number): JsonSchema[] {
  return parts.flatMap((part) => {
    const before = listOf(Array.isArray(part['items']) ? part['items'] : part['prefixItems']);
    const rest = Array.isArray(part['items']) ? part['additionalItems'] : part['items'];
    const schema = index < before.length ? before[index] : (rest ?? part['unevaluatedItems']);
    return isSchema(schema) ? [schema] : [];
  });
}

function propertySchemas(parts: readonly JsonObject[], name: string): JsonSchema[] {
  return parts.flatMap((part) => {
    const own = isObject(part['properties']) ? ownValue(part['properties'], name) : undefined;
    const matching = Object.entries(isObject(part['patternProperties']) ? part['patternProperties'] : {}).flatMap(
      ([source, schema]) => (new RegExp(source, 'u').test(name) ? [schema] : []),
    );
    const found = [...(own === undefined ? [] : [own]), ...matching].filter(isSchema);
    const rest = part['additionalProperties'] ?? part['unevaluatedProperties'];
    return found.length === 0 && isSchema(rest) ? [rest] : found;
  });
}

function joined(schemas: readonly JsonSchema[]): JsonSchema {
  return schemas.length === 1 ? (schemas[0] as JsonSchema) : { allOf: [...schemas] };
}

function find(root: JsonValue | undefined, wanted: (schema: JsonObject) => boolean): JsonObject | undefined {
  if (isObject(root) && wanted(root)) return root;
  for (const child of Array.isArray(root) ? root : membersOf(root)) {
    const found = find(child, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === 'boolean' || isObject(value);
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function membersOf(value: JsonValue | undefined): JsonValue[] {
  return isObject(value) ? Object.keys(value).map((name) => value[name] as JsonValue) : [];
}

function numbersOf(parts: readonly JsonObject[], keyword: string): number[] {
  return parts.map((part) => part[keyword]).filter((item) => typeof item === 'number');
}

function textsOf(parts: readonly JsonObject[], keyword: string): string[] {
  return parts.map((part) => part[keyword]).filter((item) => typeof item === 'string');
}
