import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { type Keyword, report } from '../check.js';

const TYPES: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  array: Array.isArray,
  object: isObject,
};

/** `type`: one of the seven names, or a list of them. */
export const type: Keyword = {
  name: 'type',
  compile(expected, site) {
    const names = Array.isArray(expected) ? expected : [expected];
    const tests = names.map((name) => {
      const test = typeof name === 'string' && Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
      return test ?? site.malformed('type', `one of ${Object.keys(TYPES).join(', ')}`);
    });
    const [only] = tests;
    if (tests.length === 1 && only !== undefined) {
      return (value, path, run) => only(value) || report(run, path, 'keyword.type', { expected: names });
    }
    return (value, path, run) =>
      tests.some((test) => test(value)) || report(run, path, 'keyword.type', { expected: names });
  },
};
