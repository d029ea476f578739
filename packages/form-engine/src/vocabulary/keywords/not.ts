import { holds, report } from '../check.js';
import type { Keyword } from '../keyword.js';

/** `not`: the schema must fail. */
export const not: Keyword = {
  name: 'not',
  holds: 'one',
  compile(expected, site) {
    const part = site.here(expected, 'not');
    return (value, path, run) => {
      const truth = holds(part, value, path, run);
      return truth ? report(run, path, 'keyword.not') : truth === undefined ? truth : true;
    };
  },
};
