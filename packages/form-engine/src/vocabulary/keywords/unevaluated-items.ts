import type { Keyword } from '../check.js';
import { checkEachItem } from './check-each-item.js';

/** `unevaluatedItems`: those that nothing beside it has looked at. */
export const unevaluatedItems: Keyword = {
  name: 'unevaluatedItems',
  compile(expected, site) {
    return checkEachItem(
      'keyword.unevaluatedItems',
      expected,
      site.child(expected, 'unevaluatedItems'),
      (index, seen) => seen?.has(index) !== true,
    );
  },
};
