import type { Keyword } from '../check.js';

/** `$ref`: the schema it names. */
export const ref: Keyword = {
  name: '$ref',
  compile(expected, site) {
    return site.reference(String(expected));
  },
};
