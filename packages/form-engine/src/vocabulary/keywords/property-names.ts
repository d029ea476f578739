import { isObject } from '../../data/json.js';
import { below } from '../../data/path.js';
import { and, holds, report, type Truth } from '../check.js';
import type { Keyword } from '../keyword.js';

/** `propertyNames`: the names themselves, as texts. The fault points at the property. */
export const propertyNames: Keyword = {
  name: 'propertyNames',
  holds: 'one',
  compile(expected, site) {
    const part = site.inside(expected, 'propertyNames');
    return (value, path, run) => {
      if (!isObject(value)) return true;
      let truth: Truth = true;
      for (const name of Object.keys(value)) {
        const place = below(path, name);
        const one = holds(part, name, place, run);
        truth = and(truth, one === false ? report(run, place, 'keyword.propertyNames') : one);
        if (truth === false && !run.note) break;
      }
      return truth;
    };
  },
};
