import type { Keyword } from '../keyword.js';

/** `$dynamicRef`: the schema it names or, where that has a dynamic anchor, the outermost one of this name on the way here. */
export const dynamicRef: Keyword = {
  name: '$dynamicRef',
  takes: 'string',
  compile: (expected, site) => site.reference(expected as string, true).check,
};
