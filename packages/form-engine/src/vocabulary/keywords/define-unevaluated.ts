import type { JsonValue } from '../../plan/plan.js';
import type { Keyword } from '../keyword.js';
import { checkMembers, see } from './check-members.js';

/** A keyword for the members of a value that nothing beside or below it has looked at. */
export function defineUnevaluated(name: string, isRight: (value: JsonValue) => boolean): Keyword {
  return {
    name,
    holds: 'one',
    compile(expected, site) {
      const part = site.inside(expected, name);
      return checkMembers(
        isRight,
        () => part,
        `keyword.${name}`,
        (key, seen) => {
          const known = seen?.get(key);
          return see(key, seen) && (known === undefined || (known ? false : undefined));
        },
      );
    },
  };
}
