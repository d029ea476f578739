import { type Keyword, partsOf } from '../keyword.js';
import { checkMembers } from './check-members.js';

/** `prefixItems`: the first items, each by its own schema. */
export const prefixItems: Keyword = {
  name: 'prefixItems',
  holds: 'one',
  compile(expected, site) {
    const parts = new Map(partsOf(expected, site, 'inside', Array.isArray));
    return checkMembers(Array.isArray, (index) => parts.get(index));
  },
};
