import { report } from '../check.js';
import type { Keyword } from '../keyword.js';
import { createValueIndex } from './value-index.js';

/** `const`: the value is exactly this one. */
export const constant: Keyword = {
  name: 'const',
  compile(expected) {
    const { find } = createValueIndex([expected]);
    const params = typeof expected === 'object' ? {} : { expected };
    return (value, path, run) => find(value) === 0 || report(run, path, 'keyword.const', params);
  },
};
