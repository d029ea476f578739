import type { Keyword } from '../check.js';
import { checkEachName } from './check-each-name.js';

/** `unevaluatedProperties`: those that nothing beside it has looked at. */
export const unevaluatedProperties: Keyword = {
  name: 'unevaluatedProperties',
  compile(expected, site) {
    return checkEachName(
      'keyword.unevaluatedProperties',
      expected,
      site.child(expected, 'unevaluatedProperties'),
      (name, seen) => seen?.has(name) !== true,
    );
  },
};
