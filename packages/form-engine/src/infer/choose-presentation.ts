/**
 * The kind, control and width of a field, from what its schema says. Its name decides one thing only, where nothing else does: whether a text
 * without a limit is long.
 */
import { isObject } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import type { FormField } from '../plan/procedure-source.js';
import { type AskedField, firstType, isSeveralChoice } from './asked-field.js';
import { labelFromName } from './label-of.js';
import { typeOf } from './settle-type.js';

/** Formats that have a kind of their own; any other text is typed as it is and judged by its format. */
const KIND_OF_FORMAT: ReadonlyMap<JsonValue | undefined, string> = new Map([
  ['date', 'date'],
  ['date-time', 'date-time'],
  ['email', 'email'],
]);
const KIND_OF_TYPE: ReadonlyMap<string | undefined, string> = new Map([
  ['boolean', 'boolean'],
  ['integer', 'integer'],
  ['number', 'number'],
]);
/** Last words of names whose answers run over several lines. */
const LONG =
  /(?:^|\s)(?:description|notes?|comments?|remarks?|message|summary|biography|mô tả|ghi chú|nội dung|lý do)$/iu;
/** Above this a text has several lines, as the kind `long-text` has it. */
const ONE_LINE = 255;
/** More values than these are found by typing. */
const FEW = 12;
/** Widths by the longest answer; what is longer takes the whole line. */
const WIDTHS: readonly (readonly [width: NonNullable<FormField['width']>, most: number])[] = [
  ['xs', 6],
  ['s', 20],
  ['m', 60],
];

/** What form.json would say of the field. */
export function choosePresentation(field: AskedField): Pick<FormField, 'kind' | 'control' | 'width'> {
  const kind = chooseKind(field);
  const width = kind === 'text' ? widthOf(field.said) : undefined;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(Object.hasOwn(field.said, 'const') ? { control: 'fact' } : {}),
    ...(width === undefined ? {} : { width }),
  };
}

/** The kind; undefined where the engine finds it, or nothing particular suits. */
function chooseKind({ said, definition, name }: AskedField): string | undefined {
  if (definition !== undefined) return definition;
  const values = Object.hasOwn(said, 'const') ? [said['const'] as JsonValue] : said['enum'];
  if (Array.isArray(values))
    return values.some((value) => isObject(value) || Array.isArray(value)) ? 'json' : choiceOf(values);
  if (isSeveralChoice(said)) return 'multiple-choice';
  if (severalTypes(said)) return undefined;
  const type = firstType(said['type']) ?? typeOf(said) ?? 'string';
  if (type === 'object' || type === 'array') return 'json';
  if (type !== 'string') return KIND_OF_TYPE.get(type);
  return KIND_OF_FORMAT.get(said['format']) ?? (isLong(said, name) ? 'long-text' : 'text');
}

function choiceOf(values: readonly JsonValue[]): string {
  return values.length > FEW ? 'large-choice' : 'choice';
}

function severalTypes({ type }: JsonObject): boolean {
  return Array.isArray(type) && type.filter((one) => one !== 'null').length > 1;
}

/** The content of a file as text, a limit above one line, or a name that says so where no other keyword speaks of the text. */
function isLong(said: JsonObject, name: string): boolean {
  if (said['contentMediaType'] !== undefined || said['contentEncoding'] !== undefined) return true;
  if (typeof said['maxLength'] === 'number') return said['maxLength'] > ONE_LINE;
  return said['pattern'] === undefined && said['format'] === undefined && LONG.test(labelFromName(name));
}

function widthOf({ maxLength }: JsonObject): FormField['width'] | undefined {
  return typeof maxLength === 'number' ? (WIDTHS.find(([, most]) => maxLength <= most)?.[0] ?? 'l') : undefined;
}
