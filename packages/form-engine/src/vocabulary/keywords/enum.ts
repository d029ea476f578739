import { report } from '../check.js';
import type { Keyword } from '../keyword.js';
import { createValueIndex } from './value-index.js';

/** `enum`: the value is in the list. A miss does not repeat the list. */
export const enumeration: Keyword = {
  name: 'enum',
  compile(expected, site) {
    if (!Array.isArray(expected)) return site.malformed('a list');
    const { find } = createValueIndex(expected);
    return (value, path, run) =>
      find(value) !== undefined || report(run, path, 'keyword.enum', { count: expected.length });
  },
};
