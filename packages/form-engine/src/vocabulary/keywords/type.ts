import { report } from '../check.js';
import type { Keyword } from '../keyword.js';

const TYPES: ReadonlySet<unknown> = new Set('null boolean string number integer array object'.split(' '));

/** `type`: one of the seven names, or a list of them. */
export const type: Keyword = {
  name: 'type',
  compile(expected, site) {
    const names = [expected].flat();
    const types = new Set(names);
    if (!names[0] || names.some((name) => !TYPES.has(name))) site.malformed('a type');
    return (value, path, run) =>
      types.has(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value) ||
      (types.has('integer') && Number.isInteger(value)) ||
      report(run, path, 'keyword.type', { expected: names });
  },
};
