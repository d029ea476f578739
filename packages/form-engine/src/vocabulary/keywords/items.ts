import type { Keyword } from '../check.js';
import { checkEachItem } from './check-each-item.js';

/** `items`: every item after those of `prefixItems`. */
export const items: Keyword = {
  name: 'items',
  compile(expected, site) {
    const start = Array.isArray(site.schema['prefixItems']) ? site.schema['prefixItems'].length : 0;
    if (Array.isArray(expected)) {
      return site.fail('schema.unsupported', '`items` is a list, as before draft 2020-12.', 'Use `prefixItems`.');
    }
    return checkEachItem('keyword.items', expected, site.child(expected, 'items'), (index) => index >= start);
  },
};
