import { ownValue } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import type { Keyword } from '../keyword.js';
import { checkItemsFrom } from './items-from.js';

/** `items`: every item after those of `prefixItems`. */
export const items: Keyword = {
  name: 'items',
  holds: 'one',
  compile(expected, site) {
    const prefix = ownValue(site.schema, 'prefixItems') as JsonValue[] | undefined;
    return checkItemsFrom(prefix?.length ?? 0, expected, site);
  },
};
