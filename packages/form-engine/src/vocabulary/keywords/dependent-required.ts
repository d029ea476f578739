import { isObject } from '../../data/json.js';
import { checkAll } from '../check.js';
import type { Keyword } from '../keyword.js';
import { requireNames } from './require-names.js';

/** `dependentRequired`: while one property is there, others must be. */
export const dependentRequired: Keyword = {
  name: 'dependentRequired',
  compile: (expected, site) =>
    isObject(expected)
      ? checkAll(Object.entries(expected).map(([because, names]) => requireNames(names, site, because)))
      : site.malformed('an object'),
};
