import type { Keyword } from '../keyword.js';

/** `$ref`: the schema it names. */
export const ref: Keyword = {
  name: '$ref',
  takes: 'string',
  compile: (expected, site) => site.reference(expected as string, false).check,
};
