import { type Keyword, report } from '../check.js';
import { createValueSet } from './value-set.js';

/** `enum`: the value is in the list. A miss does not repeat a long list. */
export const enumeration: Keyword = {
  name: 'enum',
  compile(expected, site) {
    if (!Array.isArray(expected)) return site.malformed('enum', 'a list');
    const has = createValueSet(expected);
    return (value, path, run) => has(value) || report(run, path, 'keyword.enum', { count: expected.length });
  },
};
