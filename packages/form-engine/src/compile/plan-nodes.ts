/**
 * Makes the tree of nodes: one for each place in the answers, compound kinds being one node with their parts.
 */
import { isObject } from '../data/json.js';
import { join, parentOf } from '../data/pointer.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { KINDS } from '../kinds/index.js';
import type { FieldKind } from '../kinds/kind.js';
import type { JsonObject, JsonValue, PlanCheck, PlanNode, PlanOptions, PlanPart, Pointer } from '../plan/plan.js';
import type { SchemaDocuments } from '../vocabulary/schema-documents.js';
import type { PlacedField } from './check-form.js';
import { describePlace, type Description } from './describe-place.js';
import type { Findings } from './diagnostics.js';
import { makePlace, type Place, ROW, type Trace } from './trace-schema.js';

/** Kinds that hold further places. */
const GROUPS: ReadonlySet<string> = new Set(['object', 'tuple', 'list', 'entries', 'optional']);
/** Kinds whose values the schema lists, and those whose items' values it lists. */
const OF_ONE: ReadonlySet<string> = new Set(['choice', 'large-choice']);
const OF_SEVERAL: ReadonlySet<string> = new Set(['multiple-choice', 'ranked-choice']);
/** Kinds whose value is a number, and those whose value is a text. */
const OF_NUMBERS: ReadonlySet<string> = new Set(['integer', 'number', 'money']);
const OF_TEXTS: ReadonlySet<string> = new Set([
  'text',
  'long-text',
  'person-name',
  'citizen-number',
  'phone',
  'email',
  'date',
  'partial-date',
  'time',
  'date-time',
  'old-number',
  'passport',
  'tax-code',
  'social-insurance-code',
  'vehicle-plate',
  'dossier-code',
  'bank-account',
]);
/** Kinds whose value is a list. */
const OF_LISTS: ReadonlySet<string> = new Set([...OF_SEVERAL, 'attachments', 'repeat-group', 'table']);

/** Plans the nodes; ids count from 0 (the root) in the order of the page. */
export function planNodes(
  trace: Trace,
  fields: ReadonlyMap<Pointer, PlacedField>,
  documents: SchemaDocuments,
  findings: Findings,
  further: readonly FieldKind[] = FURTHER_KINDS,
): PlanNode {
  // Further kinds stand for definitions of their own, so they are asked first.
  const allKinds = [...further, ...KINDS];
  const leaves = new Set<Pointer>();
  const ids = new Map<Pointer, number>();
  const { order, groups } = orderPlaces(trace, fields);
  const hiddenBelow = gatherHidden(trace);

  const root = makeNode({
    ...(trace.places.get('') ?? makePlace('')),
    required: true,
    occurrences: [{ located: documents.root, condition: undefined }],
  });
  refuseUnknownFields();
  return root;

  function makeNode(place: Place): PlanNode {
    const { pointer } = place;
    const description = describePlace(place, documents);
    const field = fields.get(pointer)?.field;
    const kind = pointer === '' ? 'object' : chooseKind(place, description, field);
    const node: PlanNode = { id: ids.size, pointer, kind, schema: place.occurrences[0]?.located.pointer ?? '' };
    ids.set(pointer, node.id);
    noteConditions(node, place);
    if (GROUPS.has(kind)) return Object.assign(node, insideOf(place, kind, description, field));
    leaves.add(pointer);
    refuseUnsuited(pointer, kind, description.schema);
    node.checks = checksOf(place);
    notePresentation(node, description, field);
    return Object.assign(node, partsOf(pointer));
  }

  /** What a group has inside, and what a list or map says of itself. */
  function insideOf(
    place: Place,
    kind: string,
    description: Description,
    field: PlacedField['field'] | undefined,
  ): Partial<PlanNode> {
    const own = kind === 'object' || kind === 'tuple' ? {} : rowsOf(place, description, field);
    if (place.sameAs !== undefined) return { ...own, sameAs: ids.get(place.sameAs) ?? 0 };
    const below = order.get(place.pointer) ?? [];
    const named = below.filter(({ pointer }) => pointer !== join(place.pointer, ROW));
    const row = below.find(({ pointer }) => pointer === join(place.pointer, ROW));
    return {
      ...own,
      ...(kind === 'list' || kind === 'optional' ? {} : { children: named.map(makeNode) }),
      ...(row !== undefined && (kind === 'list' || kind === 'tuple') ? { items: makeNode(row) } : {}),
      ...(row !== undefined && kind === 'entries' ? { entries: makeNode(row) } : {}),
    };
  }

  function chooseKind(
    { pointer, sameAs, holds, entryNames }: Place,
    { schema, definition, types }: Description,
    field: PlacedField['field'] | undefined,
  ): string {
    if (field?.kind !== undefined) return field.kind;
    if (sameAs !== undefined) return pointer.endsWith(`/${ROW}`) ? 'object' : 'optional';
    const particular = allKinds.find((kind) => kind.name !== 'json' && kind.matches(schema, definition));
    const isOpen = groups.has(pointer) || !fields.has(pointer);
    if (schema['type'] === 'array' || (schema['type'] === undefined && (holds.has('items') || holds.has('parts')))) {
      if (field?.items === undefined && OF_LISTS.has(particular?.name ?? '')) return particular?.name ?? 'json';
      if (field?.items === undefined && !isOpen) return 'json';
      return holds.has('parts') ? 'tuple' : holds.has('items') ? 'list' : 'json';
    }
    const isNamed = particular !== undefined && particular.name === definition;
    if (holds.has('entries') && entryNames.size === 1 && !isNamed && (isOpen || field?.entries !== undefined))
      return 'entries';
    if (groups.has(pointer)) return 'object';
    const isGroup = schema['type'] === 'object' || isObject(schema['properties']);
    if (isGroup) return isNamed ? particular.name : fields.has(pointer) ? 'json' : 'object';
    if (particular === undefined && types !== undefined) return 'json';
    return particular?.name ?? 'json';
  }

  function partsOf(pointer: Pointer): { parts?: PlanPart[] } {
    const parts = (hiddenBelow.get(pointer) ?? [])
      .filter((place) => !place.pointer.slice(pointer.length).includes(`/${ROW}`))
      .map((place) => ({ pointer: place.pointer, hiddenWhen: [...place.hiddenWhen] }));
    return parts.length > 0 ? { parts } : {};
  }

  function refuseUnsuited(pointer: Pointer, kind: string, { type }: JsonObject): void {
    const isNumber = type === 'integer' || type === 'number';
    if (!(OF_NUMBERS.has(kind) ? type === 'string' : OF_TEXTS.has(kind) && isNumber)) return;
    findings.refuse(
      'form.kind-unsuited',
      'form.json',
      fields.get(pointer)?.place ?? pointer,
      `${pointer} is of the kind ${kind}, and the data schema declares the type ${type}.`,
      isNumber ? 'Declare it as a string: a number loses the zeros in front.' : 'Declare it as a number.',
    );
  }

  function refuseUnknownFields(): void {
    for (const [pointer, { place }] of fields) {
      if (!leaves.has(pointer) && trace.places.get(pointer) === undefined) {
        findings.refuse(
          'form.field-unknown',
          'form.json',
          place,
          `The data schema knows nothing of ${pointer}.`,
          'Declare it in `properties`, or correct the pointer.',
        );
      }
    }
    for (const pointer of leaves) {
      if (!fields.has(pointer))
        findings.advise(
          'form.field-missing',
          'form.json',
          pointer,
          `${pointer} stands in no step.`,
          'Put it into a section, so that it can be answered.',
        );
    }
  }
}

function orderPlaces(
  trace: Trace,
  fields: ReadonlyMap<Pointer, PlacedField>,
): { order: Map<Pointer, Place[]>; groups: Set<Pointer> } {
  const rank = new Map<Pointer, number>();
  const groups = new Set<Pointer>();
  let position = 0;
  for (const pointer of fields.keys()) {
    for (let here: Pointer | undefined = pointer; here !== undefined; here = parentOf(here)) {
      if (!rank.has(here)) rank.set(here, position);
      if (here !== pointer) groups.add(here);
    }
    position += 1;
  }
  const children = new Map<Pointer, Place[]>();
  for (const place of trace.places.values()) {
    if (place.occurrences.length === 0 || place.never) continue;
    const parent = parentOf(place.pointer) ?? '';
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [place]);
    else siblings.push(place);
  }
  for (const siblings of children.values())
    siblings.sort((left, right) => (rank.get(left.pointer) ?? Infinity) - (rank.get(right.pointer) ?? Infinity) || 0);
  return { order: children, groups };
}

/** Places that may be hidden, by each place above them. */
function gatherHidden(trace: Trace): Map<Pointer, Place[]> {
  const below = new Map<Pointer, Place[]>();
  for (const place of trace.places.values()) {
    if (place.hiddenWhen.size === 0) continue;
    for (let above = parentOf(place.pointer); above !== undefined; above = parentOf(above)) {
      const known = below.get(above);
      if (known === undefined) below.set(above, [place]);
      else known.push(place);
    }
  }
  return below;
}

function noteConditions(node: PlanNode, { required, requiredWhen, hiddenWhen, occurrences }: Place): void {
  if (required) node.required = true;
  else if (requiredWhen.size > 0) node.requiredWhen = [...requiredWhen];
  if (hiddenWhen.size > 0) node.hiddenWhen = [...hiddenWhen];
  if (occurrences.some(({ condition }) => condition === undefined)) return;
  node.declaredWhen = [...new Set(occurrences.flatMap(({ condition }) => condition ?? []))];
}

function checksOf({ occurrences }: Place): PlanCheck[] {
  return occurrences
    .filter(({ ofBranch }) => ofBranch === undefined)
    .map(({ located, condition }) =>
      condition === undefined ? { schema: located.pointer } : { schema: located.pointer, condition },
    );
}

/** What a list or map says of itself. */
function rowsOf(place: Place, { schema }: Description, field: PlacedField['field'] | undefined): Partial<PlanNode> {
  const least = schema['minItems'] ?? schema['minProperties'];
  const most = schema['maxItems'] ?? schema['maxProperties'];
  const [entryName = ''] = place.entryNames;
  return {
    checks: checksOf(place),
    ...(typeof least === 'number' ? { minItems: least } : {}),
    ...(typeof most === 'number' ? { maxItems: most } : {}),
    ...(schema['uniqueItems'] === true ? { uniqueItems: true } : {}),
    ...(entryName === '' ? {} : { entryName }),
    ...shownAs(schema, field),
  };
}

function shownAs(schema: JsonObject, field: PlacedField['field'] | undefined): Partial<PlanNode> {
  const shown: Partial<PlanNode> = {};
  if (field?.control !== undefined) shown.control = field.control;
  if (schema['readOnly'] === true || field?.rules?.computed !== undefined) shown.readOnly = true;
  if (schema['writeOnly'] === true) shown.writeOnly = true;
  if (schema['deprecated'] === true) shown.deprecated = true;
  if (field?.source !== undefined) shown.source = field.source;
  return shown;
}

function notePresentation(
  node: PlanNode,
  { schema, nullable, types }: Description,
  field: PlacedField['field'] | undefined,
): void {
  Object.assign(node, shownAs(schema, field));
  const options = optionsOf(schema, node.kind, field);
  if (options !== undefined) node.options = options;
  if (field?.width !== undefined) node.width = field.width;
  if (field?.autocomplete !== undefined) node.autocomplete = field.autocomplete;
  if (typeof schema['maxLength'] === 'number') node.maxLength = schema['maxLength'];
  if (schema['const'] !== undefined) node.constant = schema['const'];
  if (schema['default'] !== undefined) node.default = schema['default'];
  if (nullable) node.nullable = true;
  if (types !== undefined) node.types = types;
  if (typeof schema['contentMediaType'] === 'string') node.mediaType = schema['contentMediaType'];
}

function optionsOf(schema: JsonObject, kind: string, field: PlacedField['field'] | undefined): PlanOptions | undefined {
  const values = OF_ONE.has(kind) ? valuesOf(schema) : OF_SEVERAL.has(kind) ? valuesOf(itemsOf(schema)) : undefined;
  const catalog = field?.options?.catalog;
  if (values === undefined && catalog === undefined) return undefined;
  return { ...(values === undefined ? {} : { values }), ...(catalog === undefined ? {} : { catalog }) };
}

function itemsOf({ items }: JsonObject): JsonObject {
  return isObject(items) ? items : {};
}

function valuesOf(schema: JsonObject): (string | number | boolean)[] | undefined {
  const list = Array.isArray(schema['enum'])
    ? schema['enum']
    : Array.isArray(schema['oneOf'])
      ? schema['oneOf'].map((branch) => (isObject(branch) ? branch['const'] : undefined))
      : Object.hasOwn(schema, 'const')
        ? [schema['const']]
        : undefined;
  return list?.filter(isSimple);
}

function isSimple(value: JsonValue | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
