import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { type Check, holdsAndSees, type Keyword, report } from '../check.js';
import { compileBranches, reportBranch } from './branches.js';
import { evidentBranch } from './evident-branch.js';
import { createValueSet } from './value-set.js';

/** `oneOf`: exactly one branch. A list of titled constants is one look-up. */
export const oneOf: Keyword = {
  name: 'oneOf',
  compile(expected, site) {
    if (Array.isArray(expected) && expected.length > 0 && areTitledConstants(expected))
      return compileTitledConstants(expected);
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

const TITLED = new Set(['const', 'title', 'description', 'deprecated', '$comment']);

function areTitledConstants(branches: readonly JsonValue[]): boolean {
  if (
    !branches.every(
      (branch) =>
        isObject(branch) && Object.hasOwn(branch, 'const') && Object.keys(branch).every((name) => TITLED.has(name)),
    )
  )
    return false;
  const constants = branches.map((branch) => (isObject(branch) ? branch['const'] : null) as JsonValue);
  return (
    constants.every((constant) => typeof constant !== 'object' || constant === null) &&
    new Set(constants).size === constants.length
  );
}

function compileTitledConstants(branches: readonly JsonValue[]): Check {
  const has = createValueSet(branches.map((branch) => (isObject(branch) ? branch['const'] : null) as JsonValue));
  return (value, path, run) => has(value) || report(run, path, 'keyword.oneOf', { matched: 0, count: branches.length });
}
