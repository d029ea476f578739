import { type Keyword, partsOf } from '../keyword.js';
import { checkAll } from '../check.js';

/** `allOf`: every branch. */
export const allOf: Keyword = {
  name: 'allOf',
  holds: 'one',
  compile: (expected, site) => checkAll(partsOf(expected, site, 'here', Array.isArray).map(([, part]) => part.check)),
};
