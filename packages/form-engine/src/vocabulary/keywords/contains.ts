import { ownValue } from '../../data/json.js';
import { below } from '../../data/path.js';
import { holds, report } from '../check.js';
import type { Keyword } from '../keyword.js';

/** `contains` with `minContains` and `maxContains`, where the draft has them. */
export const contains: Keyword = {
  name: 'contains',
  holds: 'one',
  compile(expected, site) {
    const part = site.inside(expected, 'contains');
    const bound = (name: string, otherwise: number): number =>
      ((site.knows(name) ? ownValue(site.schema, name) : undefined) as number | undefined) ?? otherwise;
    const least = bound('minContains', 1);
    const most = bound('maxContains', Infinity);
    return (value, path, run, seen) => {
      if (!Array.isArray(value)) return true;
      let actual = 0;
      let undecided = 0;
      value.forEach((item, index) => {
        const key = String(index);
        const truth = holds(part, item, below(path, key), run);
        if (truth) actual += 1;
        else if (truth === undefined) undecided += 1;
        if (truth !== false) seen?.set(key, truth ?? seen.get(key) === true);
      });
      if (actual + undecided < least)
        return report(run, path, least === 1 ? 'keyword.contains' : 'keyword.minContains', { limit: least, actual });
      if (actual > most) return report(run, path, 'keyword.maxContains', { limit: most, actual });
      return (actual >= least && actual + undecided <= most) || undefined;
    };
  },
};
