import { defer, report } from '../check.js';
import type { Keyword } from '../keyword.js';

/** `pattern`: found anywhere in the text, under the `u` flag as JSON Schema recommends. */
export const pattern: Keyword = {
  name: 'pattern',
  takes: 'string',
  compile(expected, site) {
    const source = expected as string;
    const matcher = site.pattern(source);
    return (value, path, run) => {
      if (typeof value !== 'string') return true;
      run.steps += matcher.steps;
      const truth = matcher.test(value);
      run.steps -= matcher.steps;
      if (truth === undefined) return defer(run, path);
      return truth || report(run, path, 'keyword.pattern', { pattern: source });
    };
  },
};
