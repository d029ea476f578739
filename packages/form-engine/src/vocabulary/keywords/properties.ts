import { isObject } from '../../data/json.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import { below, type Check, holds, type Keyword, report, type SchemaSite } from '../check.js';
import { compilePattern } from './strings.js';

/** `properties`: each named property by its own schema. */
export const properties: Keyword = {
  name: 'properties',
  compile(expected, site) {
    if (!isObject(expected)) return site.fail('schema.malformed', '`properties` is not an object.', 'Give one schema for each name.');
    const checks = Object.keys(expected).map((name) => [name, site.child(expected[name] as JsonValue, 'properties', name)] as const);
    return (value, path, run, seen) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const [name, check] of checks) {
        if (!Object.hasOwn(value, name)) continue;
        seen?.names.add(name);
        if (check(value[name] as JsonValue, below(path, name), run, undefined)) continue;
        valid = false;
        if (run.issues === undefined) return false;
      }
      return valid;
    };
  },
};

/** `patternProperties`: each property whose name matches. */
export const patternProperties: Keyword = {
  name: 'patternProperties',
  compile(expected, site) {
    if (!isObject(expected)) return site.fail('schema.malformed', '`patternProperties` is not an object.', 'Give one schema for each pattern.');
    const checks = Object.keys(expected).map((source) => [compileName(source, site), site.child(expected[source] as JsonValue, 'patternProperties', source)] as const);
    return (value, path, run, seen) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const name of Object.keys(value)) {
        for (const [expression, check] of checks) {
          if (!expression.test(name)) continue;
          seen?.names.add(name);
          if (check(value[name] as JsonValue, below(path, name), run, undefined)) continue;
          valid = false;
          if (run.issues === undefined) return false;
        }
      }
      return valid;
    };
  },
};

/** `additionalProperties`: those that neither `properties` nor `patternProperties` name. `false` points at the extra property itself. */
export const additionalProperties: Keyword = {
  name: 'additionalProperties',
  compile(expected, site) {
    const named = isObject(site.schema['properties']) ? new Set(Object.keys(site.schema['properties'])) : new Set<string>();
    const patterns = isObject(site.schema['patternProperties']) ? Object.keys(site.schema['patternProperties']).map((source) => compileName(source, site)) : [];
    const isExtra = (name: string): boolean => !named.has(name) && !patterns.some((expression) => expression.test(name));
    return checkEachName('keyword.additionalProperties', expected, site.child(expected, 'additionalProperties'), isExtra);
  },
};

/** Checks the properties that `applies` picks; with the schema `false` each of them is a fault under the code. */
export function checkEachName(code: string, expected: JsonValue, check: Check, applies: (name: string, seen: ReadonlySet<string> | undefined) => boolean): Check {
  return (value, path, run, seen) => {
    if (!isObject(value)) return true;
    let valid = true;
    for (const name of Object.keys(value)) {
      if (!applies(name, seen?.names)) continue;
      seen?.names.add(name);
      const place = below(path, name);
      if (expected === false ? report(run, place, code) : check(value[name] as JsonValue, place, run, undefined)) continue;
      valid = false;
      if (run.issues === undefined) return false;
    }
    return valid;
  };
}

/** `propertyNames`: the names themselves, as texts. The fault points at the property. */
export const propertyNames: Keyword = {
  name: 'propertyNames',
  compile(expected, site) {
    const check = site.child(expected, 'propertyNames');
    return (value, path, run) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const name of Object.keys(value)) {
        if (holds(check, name, run, undefined)) continue;
        valid = report(run, below(path, name), 'keyword.propertyNames');
        if (run.issues === undefined) return false;
      }
      return valid;
    };
  },
};

/** `required`: the fault points at the missing property itself. */
export const required: Keyword = {
  name: 'required',
  compile(expected, site) {
    const names = textList(expected, site, 'required');
    return (value, path, run) => !isObject(value) || requireNames(value, names, (name) => report(run, below(path, name), 'keyword.required'));
  },
};

/** `dependentRequired`: while one property is there, others must be. */
export const dependentRequired: Keyword = {
  name: 'dependentRequired',
  compile(expected, site) {
    if (!isObject(expected)) return site.fail('schema.malformed', '`dependentRequired` is not an object.', 'Give a list of names for each name.');
    const lists = Object.keys(expected).map((cause) => [cause, textList(expected[cause] as JsonValue, site, 'dependentRequired')] as const);
    return (value, path, run) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const [because, names] of lists) {
        if (!Object.hasOwn(value, because)) continue;
        if (!requireNames(value, names, (name) => report(run, below(path, name), 'keyword.dependentRequired', { because }))) valid = false;
      }
      return valid;
    };
  },
};

function requireNames(value: JsonObject, names: readonly string[], miss: (name: string) => false): boolean {
  let valid = true;
  for (const name of names) if (!Object.hasOwn(value, name)) valid = miss(name);
  return valid;
}

function textList(value: JsonValue, site: SchemaSite, keyword: string): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  return site.fail('schema.malformed', `\`${keyword}\` is not a list of names.`, 'Give a list of property names.');
}

function compileName(source: string, site: SchemaSite): RegExp {
  return compilePattern(source, (message) => site.fail('schema.pattern-invalid', message, 'Write the pattern as an ECMAScript expression with the u flag.'));
}
