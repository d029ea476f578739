import { type Keyword, report, type SchemaSite } from '../check.js';

/** `pattern`, with the `u` flag as JSON Schema recommends. */
export const pattern: Keyword = {
  name: 'pattern',
  compile(source, site) {
    const expression = compilePattern(String(source), site);
    return (value, path, run) =>
      typeof value !== 'string' ||
      expression.test(value) ||
      report(run, path, 'keyword.pattern', { pattern: expression.source });
  },
};

/** Compiles a pattern of a schema. */
export function compilePattern(source: string, site: SchemaSite): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return site.fail(
      'schema.pattern-invalid',
      `The pattern ${JSON.stringify(source)} is no regular expression.`,
      'Write an ECMAScript expression with the u flag.',
    );
  }
}
