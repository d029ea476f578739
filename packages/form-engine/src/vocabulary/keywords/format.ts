import { type Keyword, report } from '../check.js';

/** `format`: asserted where the engine knows it, else an annotation. */
export const format: Keyword = {
  name: 'format',
  compile(name, site) {
    const test = typeof name === 'string' ? site.format(name) : undefined;
    if (test === undefined) return undefined;
    return (value, path, run) =>
      typeof value !== 'string' || test(value) || report(run, path, `format.${String(name)}`, { format: String(name) });
  },
};
