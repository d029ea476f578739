/**
 * Counts which keywords the cases have seen decide: a keyword fails where the value is wrong with it and right without it alone,
 * and holds where the value is right, stands under it, and is of the kind that it concerns.
 */
import { isObject } from '../../data/json.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../plan/plan.js';
import type { CreateValidator } from './compare.js';
import { concernedBy } from './data.js';
import type { Document } from './document.js';
import type { JudgedCase } from './judge-case.js';
import { KEYWORDS } from './schemas.js';

/** How often something was seen in each verdict. */
export interface Sightings {
  holds: number;
  fails: number;
}

/** The count as it grows. */
export interface Tally {
  /** By draft and keyword, formats and kinds of references apart. */
  readonly seen: ReadonlyMap<string, Sightings>;
  add(judged: JudgedCase): void;
}

/** More sightings of one keyword are not looked for. */
const ENOUGH = 25;

/** Opens an empty tally. */
export function createTally(createValidator: CreateValidator): Tally {
  const seen = new Map<string, Sightings>();
  const enter = (label: string): Sightings => {
    const known = seen.get(label) ?? { holds: 0, fails: 0 };
    seen.set(label, known);
    return known;
  };

  function add({ document, values }: JudgedCase): void {
    for (const { label, without, concerns } of subjectsOf(document)) {
      const sightings = enter(label);
      if (sightings.holds >= ENOUGH && sightings.fails >= ENOUGH) continue;
      const validate = createValidator(without, { schemas: document.companions, patterns: 'defer' });
      for (const { value, valid } of values) {
        if (valid) sightings.holds += Number(concerns(value));
        else sightings.fails += Number(validate(value).valid === true);
      }
    }
  }

  return { seen, add };
}

interface Subject {
  label: string;
  /** The schema without the keyword. */
  without: JsonSchema;
  concerns(value: JsonValue): boolean;
}

function subjectsOf({ draft, schema }: Document): Subject[] {
  if (!isObject(schema)) return [{ label: `${draft} boolean schema`, without: true, concerns: () => true }];
  const keywords = Object.keys(schema).filter(
    (keyword) => Object.hasOwn(KEYWORDS, keyword) && KEYWORDS[keyword]?.drafts.includes(draft) === true,
  );
  const subjects: Subject[] = keywords.map((keyword) => ({
    label: `${draft} ${labelOf(keyword, schema[keyword] as JsonValue)}`,
    without: without(schema, keyword),
    concerns: concern(keyword),
  }));
  if (draft === '2020-12' && JSON.stringify(schema).includes('"$dynamicRef"'))
    subjects.push({
      label: `${draft} $dynamicRef`,
      without: withoutDeep(schema, '$dynamicRef') as JsonSchema,
      concerns: isObject,
    });
  return subjects;
}

function labelOf(keyword: string, value: JsonValue): string {
  if (keyword === 'format') return `format ${String(value)}`;
  if (keyword !== '$ref') return keyword;
  const ref = String(value);
  if (ref.startsWith('#/')) return '$ref to a definition';
  if (ref.startsWith('#')) return '$ref to an anchor';
  if (ref.startsWith('https:')) return '$ref to a companion';
  return ref.startsWith('inner#') ? '$ref into an inner document' : '$ref to an inner document';
}

function concern(keyword: string): (value: JsonValue) => boolean {
  const type = concernedBy(keyword);
  if (type === 'array') return Array.isArray;
  if (type === 'object') return isObject;
  return type === undefined ? () => true : (value) => typeof value === type;
}

function without(schema: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}

function withoutDeep(value: JsonValue, keyword: string): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withoutDeep(item, keyword));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(without(value, keyword)).map(([name, member]) => [name, withoutDeep(member, keyword)]),
  );
}
