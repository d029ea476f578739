/**
 * `oneOf` and `anyOf`. A list of titled constants is one look-up; else the branches are tried, and when none holds, the faults of the
 * branch that is evidently meant are reported.
 */
import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { type Check, holdsAndSees, observe, report } from '../check.js';
import { type Keyword, partsOf, type SchemaSite } from '../keyword.js';
import { reportEvident } from './evident-branch.js';
import { createValueIndex } from './value-index.js';

/** A keyword that wants at least one of its branches to hold, and at most `most`. */
export function defineChoice(name: string, most: number): Keyword {
  const code = `keyword.${name}`;

  function compileConstants(branches: JsonValue, site: SchemaSite): Check | undefined {
    if (!Array.isArray(branches) || !branches[0] || !site.knows('const')) return undefined;
    const constants: JsonValue[] = [];
    for (const branch of branches) {
      if (!isObject(branch) || !Object.hasOwn(branch, 'const')) return undefined;
      if (Object.keys(branch).some((key) => key !== 'const' && site.knows(key))) return undefined;
      constants.push(branch['const'] as JsonValue);
    }
    const { find, size } = createValueIndex(constants);
    if (size < constants.length && most === 1) return undefined;
    return (value, path, run) => {
      const index = find(value);
      if (index === undefined) return report(run, path, code, { matched: 0 });
      observe(run, path, `${site.pointer}/${name}/${index}`);
      return true;
    };
  }

  return {
    name,
    holds: 'one',
    compile(expected, site) {
      const constants = compileConstants(expected, site);
      if (constants) return constants;
      const parts = partsOf(expected, site, 'here', Array.isArray).map(([, part]) => part);
      return (value, path, run, seen) => {
        let matched = 0;
        let undecided = 0;
        for (const part of parts) {
          const truth = holdsAndSees(part, value, path, run, seen);
          if (truth === false) continue;
          if (!truth) undecided += 1;
          else if (++matched > most) return report(run, path, code, { matched });
          else if (!seen && most > 1 && !run.observe) return true;
          else if (observe(run, path, part.pointer)) part.check(value, path, run, undefined);
        }
        if (undecided && (!matched || most === 1)) return undefined;
        return matched > 0 || reportEvident(parts, code, value, path, run);
      };
    },
  };
}
