import { isObject } from '../data/json.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { findKind } from '../kinds/index.js';
import type { JsonSchema, JsonValue, PlanNode } from '../plan/plan.js';

/** Members by which kinds of several parts know their values: a definition of that name without them is about something else. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  address: ['country', 'province', 'commune'],
  period: ['from', 'to'],
  'consent-reference': [],
};
/** Kinds whose values are lists, and what a member of the list has. */
const LISTS = new Set(['attachments', 'repeat-group', 'table', 'multiple-choice', 'ranked-choice']);
const NUMBERS = new Set(['integer', 'number', 'money']);
const OTHERS = new Set(['boolean', 'map', 'json', 'choice', 'large-choice']);

/**
 * Is a definition with the name of a kind about what the kind is about? Its type must be the one of the kind's values, and each value that it
 * gives as an example, default or constant must be one that the kind would have made.
 */
export function suitsKind(name: string, schema: JsonSchema): boolean {
  if (!isObject(schema) || OTHERS.has(name)) return false;
  const kind = findKind(name, FURTHER_KINDS);
  if (kind === undefined) return false;
  if (!hasTypeOf(name, schema)) return false;
  const samples = [schema['default'], schema['const'], ...listOf(schema['examples']), ...listOf(schema['enum'])];
  const node: PlanNode = { id: 0, pointer: '', kind: name, schema: '' };
  return samples.every((sample) => {
    if (sample === undefined) return true;
    const parsed = kind.parse(kind.format(sample, { locale: 'vi' }), node);
    return !('fault' in parsed) && JSON.stringify(parsed.value) === JSON.stringify(sample);
  });
}

function hasTypeOf(name: string, schema: { [name: string]: JsonValue }): boolean {
  const { type } = schema;
  const parts = PARTS[name];
  if (parts !== undefined) {
    const properties = isObject(schema['properties']) ? schema['properties'] : {};
    return parts.length > 0 && type === 'object' && parts.every((part) => Object.hasOwn(properties, part));
  }
  if (LISTS.has(name)) {
    const items = schema['items'];
    const inline = isObject(items) && isObject(items['properties']) ? items['properties'] : {};
    const named = isObject(items) ? items['$ref'] : undefined;
    const isPaper =
      Object.hasOwn(inline, 'sha256') || (typeof named === 'string' && /attachment(\.schema\.json)?$/u.test(named));
    return name === 'attachments' && type === 'array' && isPaper;
  }
  if (NUMBERS.has(name)) return type === 'integer' || (type === 'number' && name === 'number');
  return type === 'string' && schema['format'] === undefined;
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}
