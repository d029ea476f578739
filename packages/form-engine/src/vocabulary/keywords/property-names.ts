import { isObject } from '../../data/json.js';
import { below, holds, type Keyword, report } from '../check.js';

/** `propertyNames`: the names themselves, as texts. The fault points at the property. */
export const propertyNames: Keyword = {
  name: 'propertyNames',
  compile(expected, site) {
    const check = site.child(expected, 'propertyNames');
    return (value, path, run) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const name of Object.keys(value)) {
        if (holds(check, name, run, undefined)) continue;
        valid = report(run, below(path, name), 'keyword.propertyNames');
        if (run.issues === undefined) return false;
      }
      return valid;
    };
  },
};
