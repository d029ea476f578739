import { holds, type Keyword, report } from '../check.js';

/** `contains` with `minContains` and `maxContains`. */
export const contains: Keyword = {
  name: 'contains',
  compile(expected, site) {
    const check = site.child(expected, 'contains');
    const least = typeof site.schema['minContains'] === 'number' ? site.schema['minContains'] : 1;
    const most = typeof site.schema['maxContains'] === 'number' ? site.schema['maxContains'] : Infinity;
    return (value, path, run, seen) => {
      if (!Array.isArray(value)) return true;
      let actual = 0;
      value.forEach((item, index) => {
        if (!holds(check, item, run, undefined)) return;
        actual += 1;
        seen?.items.add(index);
      });
      if (actual < least)
        return report(run, path, least === 1 ? 'keyword.contains' : 'keyword.minContains', { limit: least, actual });
      return actual <= most || report(run, path, 'keyword.maxContains', { limit: most, actual });
    };
  },
};
