/**
 * What a form asks, as a tree: a field, a group of fields, the rows of a list, the entries of a map, the places of a tuple.
 */
import { isObject } from '../data/json.js';
import { join, tokensOf } from '../data/pointer.js';
import type { JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import { labelFromName, oneLine } from './label-of.js';
import { type PlaceView, readPlace } from './read-place.js';
import { suitsKind } from './suits-kind.js';
import { typeOf } from './settle-type.js';

/** One place that is asked for. */
export interface AskedField {
  /** From the root; `*` for any row or entry. */
  pointer: Pointer;
  /** From the row on which it stands, or from the root. */
  inRow: Pointer;
  name: string;
  shape: 'field' | 'group' | 'list' | 'map' | 'tuple' | 'again';
  said: JsonObject;
  /** The definition that gives it its kind. */
  definition: string | undefined;
  required: boolean;
  /** What its values are called, by the value as JSON. */
  titles: ReadonlyMap<string, string>;
  /** Of a group or tuple. */
  children: readonly AskedField[];
  /** Of a list, a map, and a tuple that may be longer. */
  row: AskedField | undefined;
}

/** Levels that are read: a page shows no more, and schemas may go on for ever. */
const DEEPEST = 12;

/** Reads everything that a self-contained schema asks for. */
export function readAskedFields(root: JsonSchema, data: JsonValue | undefined): AskedField {
  return readField({
    pointer: '',
    inRow: '',
    name: '',
    schemas: [root],
    required: true,
    data,
    titles: undefined,
    above: [],
  });

  function readField(place: {
    pointer: Pointer;
    inRow: Pointer;
    name: string;
    schemas: readonly JsonSchema[];
    required: boolean;
    data: JsonValue | undefined;
    titles: ReadonlyMap<string, string> | undefined;
    above: readonly ReadonlySet<JsonObject>[];
  }): AskedField {
    const { pointer, inRow, name, schemas, required, data: held, above } = place;
    const view = readPlace(schemas, root);
    const { said, definition } = view;
    const field: AskedField = {
      pointer,
      inRow,
      name,
      shape: shapeOf(view),
      said,
      definition: definition !== undefined && suitsKind(definition, said) ? definition : undefined,
      required,
      titles: new Map([...view.titles, ...(place.titles ?? [])]),
      children: [],
      row: undefined,
    };
    if (field.definition !== undefined || field.shape === 'field') return { ...field, shape: 'field' };
    const isOpen = above.some((one) => [...view.read].some((schema) => one.has(schema)));
    if (isOpen || above.length > DEEPEST) return { ...field, shape: 'again' };
    const deeper = [...above, view.read];
    const inside = (part: {
      token: string | number;
      schemas: readonly JsonSchema[];
      row?: boolean;
      required: boolean;
    }): AskedField =>
      readField({
        pointer: join(pointer, part.token),
        inRow: part.row === true ? '' : join(inRow, part.token),
        name: part.row === true ? name : typeof part.token === 'number' ? `${name} ${part.token + 1}` : part.token,
        schemas: part.schemas,
        required: part.required,
        data: isObject(held) ? held[part.token] : Array.isArray(held) ? held[Number(part.token)] : undefined,
        titles: part.row === true ? undefined : view.titlesOf.get(String(part.token)),
        above: deeper,
      });
    const children =
      field.shape === 'tuple'
        ? view.prefix.map((parts, index) =>
            inside({ token: index, schemas: parts, required: index < Number(said['minItems'] ?? 0) }),
          )
        : namesInOrder(view).map((one) =>
            inside({ token: one, schemas: view.properties.get(one) ?? [true], required: view.required.has(one) }),
          );
    const entries = view.entryNames.size === 1 ? view.entries : [];
    const rows = field.shape === 'map' || field.shape === 'group' ? entries : view.items;
    return {
      ...field,
      children: children.filter((child) => isWanted(child, held)),
      row:
        rows.length > 0 && rows.every((schema) => schema !== false)
          ? inside({ token: '*', schemas: rows, row: true, required: true })
          : undefined,
    };
  }
}

/** As they are declared; what is demanded and nowhere declared comes first, since nothing says where it stands. */
function namesInOrder(view: PlaceView): string[] {
  const declared = [...view.properties.keys()];
  const isOpen = view.said['additionalProperties'] !== false && view.said['unevaluatedProperties'] !== false;
  const demanded =
    isOpen && view.entries.length === 0 ? [...view.required].filter((name) => !view.properties.has(name)) : [];
  return [...demanded, ...declared];
}

/** What is deprecated is left out, unless it holds an answer or has to have one. */
function isWanted(field: AskedField, held: JsonValue | undefined): boolean {
  if (field.said['deprecated'] !== true || field.required) return true;
  return isObject(held) && Object.hasOwn(held, tokensOf(field.pointer).at(-1) ?? '');
}

function shapeOf({ said, properties, entryNames, items, prefix }: PlaceView): AskedField['shape'] {
  const type = firstType(said['type']) ?? (properties.size > 0 ? 'object' : typeOf(said));
  if (type === 'object') return properties.size > 0 ? 'group' : entryNames.size === 1 ? 'map' : 'field';
  if (type !== 'array') return 'field';
  if (prefix.length > 0) return 'tuple';
  return items.length === 0 || isSeveralChoice(said) ? 'field' : 'list';
}

/** Any of a few values: one field. */
export function isSeveralChoice(said: JsonObject): boolean {
  const items = said['items'];
  return said['uniqueItems'] === true && isObject(items) && Array.isArray(items['enum']);
}

/** The type of a place: `null` beside it only says that it may be left empty. */
export function firstType(type: JsonValue | undefined): string | undefined {
  const types = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
  return types.find((one) => one !== 'null') ?? types[0];
}

/** The label of a place: its title, else its name in words. */
export function labelOf({ said, name }: AskedField): string {
  return oneLine(said['title']) ?? labelFromName(name);
}
