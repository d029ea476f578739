import { isObject } from '../../data/json.js';
import type { Keyword } from '../check.js';
import { checkEachName } from './check-each-name.js';
import { compilePattern } from './pattern.js';

/** `additionalProperties`: those that neither `properties` nor `patternProperties` name. `false` points at the extra property itself. */
export const additionalProperties: Keyword = {
  name: 'additionalProperties',
  compile(expected, site) {
    const named = isObject(site.schema['properties'])
      ? new Set(Object.keys(site.schema['properties']))
      : new Set<string>();
    const patterns = isObject(site.schema['patternProperties'])
      ? Object.keys(site.schema['patternProperties']).map((source) => compilePattern(source, site))
      : [];
    const isExtra = (name: string): boolean =>
      !named.has(name) && !patterns.some((expression) => expression.test(name));
    return checkEachName(
      'keyword.additionalProperties',
      expected,
      site.child(expected, 'additionalProperties'),
      isExtra,
    );
  },
};
