import { type Keyword, report } from '../check.js';
import { createValueSet } from './value-set.js';

/** `const`: the value is exactly this one. */
export const constant: Keyword = {
  name: 'const',
  compile(expected) {
    const has = createValueSet([expected]);
    return (value, path, run) => has(value) || report(run, path, 'keyword.const', { expected });
  },
};
