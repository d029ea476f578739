import type { Keyword } from '../check.js';
import { compileBranches } from './branches.js';

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
