/**
 * Draft-07 as a dialect: given to `createValidator` as `dialects: [draft07]`, it serves documents whose `$schema` names it.
 */
import { isObject, ownValue } from './data/json.js';
import { checkAll } from './vocabulary/check.js';
import { checkBecause } from './vocabulary/keywords/dependent-schemas.js';
import { ATTENDANTS, KEYWORDS } from './vocabulary/keywords/index.js';
import { checkItemsFrom } from './vocabulary/keywords/items-from.js';
import { prefixItems } from './vocabulary/keywords/prefix-items.js';
import { requireNames } from './vocabulary/keywords/require-names.js';
import { defineDialect, type Dialect, type Keyword } from './vocabulary/keyword.js';

const SINCE_2019 = new Set([
  '$dynamicRef',
  '$defs',
  'dependentRequired',
  'dependentSchemas',
  'minContains',
  'maxContains',
  'prefixItems',
  'items',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
]);

/** `items` as a schema for every item, or as a list of schemas for the first ones. */
const items: Keyword = {
  name: 'items',
  holds: 'one',
  compile: (expected, site) =>
    Array.isArray(expected) ? prefixItems.compile?.(expected, site) : checkItemsFrom(0, expected, site),
};

/** `additionalItems`: those after a list of `items`. */
const additionalItems: Keyword = {
  name: 'additionalItems',
  holds: 'one',
  compile(expected, site) {
    const first = ownValue(site.schema, 'items');
    return Array.isArray(first) ? checkItemsFrom(first.length, expected, site) : undefined;
  },
};

/** `dependencies`: names, or a schema for the whole, while one property is there. */
const dependencies: Keyword = {
  name: 'dependencies',
  holds: 'map',
  compile(expected, site) {
    if (!isObject(expected)) return site.malformed('an object');
    return checkAll(
      Object.entries(expected).map(([because, what]) =>
        Array.isArray(what)
          ? requireNames(what, site, because)
          : checkBecause(because, site.here(what, 'dependencies', because)),
      ),
    );
  },
};

/** Draft-07: `$ref` stands alone, `items` may be a list, `dependencies` and `definitions` are known, `$id` may be an anchor. */
export const draft07: Dialect = {
  ...defineDialect('http://json-schema.org/draft-07/schema', [
    ...[...KEYWORDS, ...ATTENDANTS].filter(({ name }) => !SINCE_2019.has(name)),
    items,
    additionalItems,
    dependencies,
    { name: 'definitions', holds: 'map' },
  ]),
  refAlone: true,
};
