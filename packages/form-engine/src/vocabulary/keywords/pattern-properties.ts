import { isObject } from '../../data/json.js';
import { type Keyword, partsOf } from '../keyword.js';
import { checkAll } from '../check.js';
import { checkMembers } from './check-members.js';

/** `patternProperties`: each property whose name matches. */
export const patternProperties: Keyword = {
  name: 'patternProperties',
  holds: 'map',
  compile: (expected, site) =>
    checkAll(
      partsOf(expected, site, 'inside', isObject).map(([source, part]) => {
        const matcher = site.pattern(source);
        return checkMembers(
          isObject,
          () => part,
          undefined,
          (name, seen) => {
            const matches = matcher.test(name);
            if (matches !== false) seen?.set(name, matches ?? seen.get(name) === true);
            return matches;
          },
        );
      }),
    ),
};
