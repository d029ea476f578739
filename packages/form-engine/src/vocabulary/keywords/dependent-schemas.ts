import { isObject } from '../../data/json.js';
import { type Check, checkAll, type Part } from '../check.js';
import { type Keyword, partsOf } from '../keyword.js';

/** `dependentSchemas`: a schema for the whole while one property is there. */
export const dependentSchemas: Keyword = {
  name: 'dependentSchemas',
  holds: 'map',
  compile: (expected, site) =>
    checkAll(partsOf(expected, site, 'here', isObject).map(([because, part]) => checkBecause(because, part))),
};

/** Checks the whole while the property `because` is there. */
export function checkBecause(because: string, part: Part): Check {
  return (value, path, run, seen) =>
    !isObject(value) || !Object.hasOwn(value, because) || part.check(value, path, run, seen);
}
