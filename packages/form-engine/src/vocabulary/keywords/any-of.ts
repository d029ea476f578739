import type { JsonValue } from '../../plan/plan.js';
import { holdsAndSees, type Keyword } from '../check.js';
import { compileBranches, reportBranch } from './branches.js';
import { evidentBranch } from './evident-branch.js';

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
