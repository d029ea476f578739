import { isObject } from '../../data/json.js';
import { observe } from '../check.js';
import { type Keyword, partsOf } from '../keyword.js';
import { checkMembers } from './check-members.js';

/** `properties`: each named property by its own schema. */
export const properties: Keyword = {
  name: 'properties',
  holds: 'map',
  compile(expected, site) {
    const parts = new Map(partsOf(expected, site, 'inside', isObject));
    const check = checkMembers(isObject, (name) => parts.get(name));
    return (value, path, run, seen) => {
      observe(run, path, parts);
      return check(value, path, run, seen);
    };
  },
};
