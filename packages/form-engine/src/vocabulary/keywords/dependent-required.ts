import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { below, type Keyword, report } from '../check.js';
import { requireNames, textList } from './require-names.js';

/** `dependentRequired`: while one property is there, others must be. */
export const dependentRequired: Keyword = {
  name: 'dependentRequired',
  compile(expected, site) {
    if (!isObject(expected)) return site.malformed('dependentRequired', 'an object of lists of names');
    const lists = Object.keys(expected).map(
      (cause) => [cause, textList(expected[cause] as JsonValue, site, 'dependentRequired')] as const,
    );
    return (value, path, run) => {
      if (!isObject(value)) return true;
      let valid = true;
      for (const [because, names] of lists) {
        if (!Object.hasOwn(value, because)) continue;
        if (
          !requireNames(value, names, (name) =>
            report(run, below(path, name), 'keyword.dependentRequired', { because }),
          )
        )
          valid = false;
      }
      return valid;
    };
  },
};
