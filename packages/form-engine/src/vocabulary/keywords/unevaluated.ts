import { type Keyword } from '../check.js';
import { checkEachItem } from './items.js';
import { checkEachName } from './properties.js';

/** `unevaluatedProperties`: those that nothing beside it has looked at. */
export const unevaluatedProperties: Keyword = {
  name: 'unevaluatedProperties',
  compile(expected, site) {
    return checkEachName('keyword.unevaluatedProperties', expected, site.child(expected, 'unevaluatedProperties'), (name, seen) => seen?.has(name) !== true);
  },
};

/** `unevaluatedItems`: those that nothing beside it has looked at. */
export const unevaluatedItems: Keyword = {
  name: 'unevaluatedItems',
  compile(expected, site) {
    return checkEachItem('keyword.unevaluatedItems', expected, site.child(expected, 'unevaluatedItems'), (index, seen) => seen?.has(index) !== true);
  },
};
