import type { JsonValue } from '../../plan/plan.js';
import type { Check } from '../check.js';
import type { SchemaSite } from '../keyword.js';
import { checkMembers } from './check-members.js';

/** Checks every item from an index on. */
export function checkItemsFrom(start: number, expected: JsonValue, site: SchemaSite): Check {
  const part = site.inside(expected, site.keyword);
  return checkMembers(Array.isArray, (index) => (Number(index) < start ? undefined : part), `keyword.${site.keyword}`);
}
