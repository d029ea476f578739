import type { JsonObject, JsonValue } from '../../plan/plan.js';
import type { SchemaSite } from '../check.js';

/** Calls `miss` for each name that the object does not own. */
export function requireNames(value: JsonObject, names: readonly string[], miss: (name: string) => false): boolean {
  let valid = true;
  for (const name of names) if (!Object.hasOwn(value, name)) valid = miss(name);
  return valid;
}

/** The value of a keyword that is a list of names. */
export function textList(value: JsonValue, site: SchemaSite, keyword: string): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  return site.malformed(keyword, 'a list of names');
}
