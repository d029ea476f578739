import { type Check, report } from '../check.js';
import type { Keyword, SchemaSite } from '../keyword.js';

/** `format`: asserted where the engine knows it, else an annotation. */
export const format: Keyword = {
  name: 'format',
  takes: 'string',
  compile: (name, site) => (site.settings.assertsFormats ? compileFormat(name as string, site) : undefined),
};

/** Asserts a format that is known. */
export function compileFormat(format: string, { settings: { formats } }: SchemaSite): Check | undefined {
  const test = Object.hasOwn(formats, format) && formats[format];
  return test
    ? (value, path, run) =>
        typeof value !== 'string' || test(value) || report(run, path, `format.${format}`, { format })
    : undefined;
}
