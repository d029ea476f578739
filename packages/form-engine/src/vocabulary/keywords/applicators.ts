import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { type Check, holds, holdsAndSees, type Keyword, report, type SchemaSite } from '../check.js';
import { evidentBranch } from './evident-branch.js';
import { createValueSet } from './enumeration.js';

/** `$ref`: the schema it names. */
export const ref: Keyword = {
  name: '$ref',
  compile(expected, site) {
    return site.reference(String(expected));
  },
};

/** `allOf`: every branch. */
export const allOf: Keyword = {
  name: 'allOf',
  compile(expected, site) {
    const branches = compileBranches(expected, site, 'allOf');
    return (value, path, run, seen) => {
      let valid = true;
      for (const branch of branches) {
        if (branch(value, path, run, seen)) continue;
        valid = false;
        if (run.issues === undefined) return false;
      }
      return valid;
    };
  },
};

/** `anyOf`: at least one branch; else the faults of the branch that the value evidently means. */
export const anyOf: Keyword = {
  name: 'anyOf',
  compile(expected, site) {
    const branches = compileBranches(expected, site, 'anyOf');
    const evident = evidentBranch(expected as JsonValue[], site);
    return (value, path, run, seen) => {
      let valid = false;
      for (const branch of branches) {
        if (!holdsAndSees(branch, value, run, seen)) continue;
        valid = true;
        if (seen === undefined) return true;
      }
      return valid || reportBranch(branches, evident(value), 'keyword.anyOf', value, path, run);
    };
  },
};

/** `oneOf`: exactly one branch. A list of titled constants is one look-up. */
export const oneOf: Keyword = {
  name: 'oneOf',
  compile(expected, site) {
    if (Array.isArray(expected) && expected.length > 0 && areTitledConstants(expected)) return compileTitledConstants(expected);
    const branches = compileBranches(expected, site, 'oneOf');
    const evident = evidentBranch(expected as JsonValue[], site);
    return (value, path, run, seen) => {
      let matched = 0;
      for (const branch of branches) if (holdsAndSees(branch, value, run, seen)) matched += 1;
      if (matched === 1) return true;
      if (matched > 1) return report(run, path, 'keyword.oneOf', { matched });
      return reportBranch(branches, evident(value), 'keyword.oneOf', value, path, run);
    };
  },
};

/** `not`: the schema must fail. */
export const not: Keyword = {
  name: 'not',
  compile(expected, site) {
    const check = site.child(expected, 'not');
    return (value, path, run) => !holds(check, value, run, undefined) || report(run, path, 'keyword.not');
  },
};

/** `if` with `then` and `else`. */
export const conditional: Keyword = {
  name: 'if',
  compile(expected, site) {
    const test = site.child(expected, 'if');
    const [yes, no] = ['then', 'else'].map((name) => (site.schema[name] === undefined ? undefined : site.child(site.schema[name], name)));
    return (value, path, run, seen) => {
      const branch = holdsAndSees(test, value, run, seen) ? yes : no;
      return branch === undefined || branch(value, path, run, seen);
    };
  },
};

/** `dependentSchemas`: a schema for the whole while one property is there. */
export const dependentSchemas: Keyword = {
  name: 'dependentSchemas',
  compile(expected, site) {
    if (!isObject(expected)) return site.fail('schema.malformed', '`dependentSchemas` is not an object.', 'Give one schema for each name.');
    const checks = Object.keys(expected).map((name) => [name, site.child(expected[name] as JsonValue, 'dependentSchemas', name)] as const);
    return (value, path, run, seen) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const [name, check] of checks) if (Object.hasOwn(value, name) && !check(value, path, run, seen)) valid = false;
      return valid;
    };
  },
};

function compileBranches(expected: JsonValue, site: SchemaSite, name: string): Check[] {
  if (!Array.isArray(expected) || expected.length === 0) return site.fail('schema.malformed', `\`${name}\` is no list of schemas.`, 'Give at least one schema.');
  return expected.map((schema, index) => site.child(schema, name, index));
}

function reportBranch(branches: readonly Check[], evident: number | undefined, code: string, value: JsonValue, path: Parameters<Check>[1], run: Parameters<Check>[2]): false {
  const branch = evident === undefined ? undefined : branches[evident];
  if (branch === undefined || run.issues === undefined) return report(run, path, code, { matched: 0 });
  branch(value, path, run, undefined);
  return false;
}

const TITLED = new Set(['const', 'title', 'description', 'deprecated', '$comment']);

function areTitledConstants(branches: readonly JsonValue[]): boolean {
  if (!branches.every((branch) => isObject(branch) && Object.hasOwn(branch, 'const') && Object.keys(branch).every((name) => TITLED.has(name)))) return false;
  const constants = branches.map((branch) => (isObject(branch) ? branch['const'] : null) as JsonValue);
  return constants.every((constant) => typeof constant !== 'object' || constant === null) && new Set(constants).size === constants.length;
}

function compileTitledConstants(branches: readonly JsonValue[]): Check {
  const has = createValueSet(branches.map((branch) => (isObject(branch) ? branch['const'] : null) as JsonValue));
  return (value, path, run) => has(value) || report(run, path, 'keyword.oneOf', { matched: 0, count: branches.length });
}
