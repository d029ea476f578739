import { type Keyword, report } from '../check.js';

/** How many code points a text has: what JSON Schema counts as its length. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}

/** `pattern`, with the `u` flag as JSON Schema recommends. */
export const pattern: Keyword = {
  name: 'pattern',
  compile(source, site) {
    const expression = compilePattern(String(source), (message) => site.fail('schema.pattern-invalid', message, 'Write the pattern as an ECMAScript expression with the u flag.'));
    return (value, path, run) => typeof value !== 'string' || expression.test(value) || report(run, path, 'keyword.pattern', { pattern: expression.source });
  },
};

/** Compiles a pattern of a schema. */
export function compilePattern(source: string, fail: (message: string) => never): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return fail(`The pattern ${JSON.stringify(source)} is no regular expression.`);
  }
}

/** `format`: asserted where the engine knows it, else an annotation. */
export const format: Keyword = {
  name: 'format',
  compile(name, site) {
    const test = typeof name === 'string' ? site.format(name) : undefined;
    if (test === undefined) return undefined;
    return (value, path, run) => typeof value !== 'string' || test(value) || report(run, path, `format.${String(name)}`, { format: String(name) });
  },
};
