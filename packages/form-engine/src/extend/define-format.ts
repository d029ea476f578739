import { ALL_FORMATS } from '../formats.js';
import { checkFunction, checkName, refuseTaken } from './refuse-part.js';

/** A format: what texts of a sort look like. Its issue is `format.<name>`. */
export interface FormatDefinition {
  /** As `format` names it: small letters, digits and hyphens. */
  name: string;
  /** Has the text the format? In time proportional to the text; it must not throw. */
  test(text: string): boolean;
}

/**
 * Checks a format of one's own.
 *
 * @throws {SchemaError} `vocabulary.malformed`, `vocabulary.name-taken`
 * @example
 * export const landPlot = defineFormat({ name: 'land-plot', test: (text) => /^\d{1,4}\/\d{1,4}$/u.test(text) });
 */
export function defineFormat(definition: FormatDefinition): FormatDefinition {
  checkName('format', definition.name, /^[a-z][a-z0-9-]*$/u, 'Use small letters, digits and hyphens.');
  checkFunction('format', definition, 'test', 'Give a function from a text to true or false.');
  if (Object.hasOwn(ALL_FORMATS, definition.name)) refuseTaken('format', definition.name);
  return Object.freeze({ ...definition });
}
