import { report } from '../check.js';
import type { Keyword } from '../keyword.js';

/** `type`: one of the seven names, or a list of them. */
export const type: Keyword = {
  name: 'type',
  compile(expected, site) {
    const names = Array.isArray(expected) ? expected : [expected];
    const types = new Set(names);
    if (names.length === 0) site.malformed('a type');
    for (const name of names)
      if (typeof name !== 'string' || !/^(null|boolean|string|number|integer|array|object)$/u.test(name))
        site.malformed('a type');
    return (value, path, run) =>
      types.has(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value) ||
      (types.has('integer') && Number.isInteger(value)) ||
      report(run, path, 'keyword.type', { expected: names });
  },
};
