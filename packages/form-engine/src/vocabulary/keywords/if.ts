import { ownValue } from '../../data/json.js';
import { holdsAndSees, observe, type Part } from '../check.js';
import type { Keyword } from '../keyword.js';

/** `if` with `then` and `else`. */
export const conditional: Keyword = {
  name: 'if',
  holds: 'one',
  compile(expected, site) {
    const test = site.here(expected, 'if');
    const branch = (name: string): Part | undefined => {
      const schema = ownValue(site.schema, name);
      return schema === undefined ? undefined : site.here(schema, name);
    };
    const yes = branch('then');
    const no = branch('else');
    return (value, path, run, seen) => {
      const truth = holdsAndSees(test, value, path, run, seen);
      if (truth === undefined) {
        const [left, right] = [yes, no].map((part) => !part || holdsAndSees(part, value, path, run, seen, false));
        if (left !== false || right !== false) return left === right ? left : undefined;
      }
      const meant = truth === false ? no : yes;
      if (!meant) return true;
      observe(run, path, meant.pointer);
      return meant.check(value, path, run, seen);
    };
  },
};
