import { holdsAndSees, type Keyword } from '../check.js';

/** `if` with `then` and `else`. */
export const conditional: Keyword = {
  name: 'if',
  compile(expected, site) {
    const test = site.child(expected, 'if');
    const [yes, no] = ['then', 'else'].map((name) =>
      site.schema[name] === undefined ? undefined : site.child(site.schema[name], name),
    );
    return (value, path, run, seen) => {
      const branch = holdsAndSees(test, value, run, seen) ? yes : no;
      return branch === undefined || branch(value, path, run, seen);
    };
  },
};
