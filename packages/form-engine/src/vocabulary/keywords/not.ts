import { holds, type Keyword, report } from '../check.js';

/** `not`: the schema must fail. */
export const not: Keyword = {
  name: 'not',
  compile(expected, site) {
    const check = site.child(expected, 'not');
    return (value, path, run) => !holds(check, value, run, undefined) || report(run, path, 'keyword.not');
  },
};
