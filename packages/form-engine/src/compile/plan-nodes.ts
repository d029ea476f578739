/**
 * Makes the tree of nodes: one for each place in the answers, compound kinds being one node with their parts.
 */
import { isObject } from '../data/json.js';
import { isWithin, parentOf } from '../data/pointer.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { KINDS } from '../kinds/index.js';
import type { FieldKind } from '../kinds/kind.js';
import type { JsonObject, JsonValue, PlanCheck, PlanNode, PlanOptions, PlanPart, Pointer } from '../plan/plan.js';
import type { Located, SchemaDocuments } from '../vocabulary/schema-documents.js';
import type { PlacedField } from './check-form.js';
import type { Findings } from './diagnostics.js';
import type { Place, Trace } from './trace-schema.js';

/** Further kinds stand for definitions of their own, so they are asked first. */
const ALL_KINDS: readonly FieldKind[] = [...FURTHER_KINDS, ...KINDS];

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
): PlanNode {
  const leaves = new Set<Pointer>();
  const { order, groups } = orderPlaces(trace, fields);
  let nextId = 0;

  const root = makeNode({
    pointer: '',
    occurrences: [{ located: documents.root, condition: undefined }],
    required: true,
    requiredWhen: new Set(),
    never: false,
    hiddenWhen: new Set(),
  });
  refuseUnknownFields();
  return root;

  function makeNode(place: Place): PlanNode {
    const { schema, definition } = describe(place, documents);
    const field = fields.get(place.pointer)?.field;
    const kind = place.pointer === '' ? 'object' : chooseKind(place.pointer, schema, definition, field?.kind);
    const node: PlanNode = {
      id: nextId,
      pointer: place.pointer,
      kind,
      schema: place.occurrences[0]?.located.pointer ?? '',
    };
    nextId += 1;
    if (kind === 'object') {
      const children = (order.get(place.pointer) ?? []).map(makeNode);
      return { ...node, ...conditionsOf(place), children };
    }
    leaves.add(place.pointer);
    refuseUnsuited(place.pointer, kind, schema);
    return {
      ...node,
      ...conditionsOf(place),
      ...checksOf(place),
      ...partsOf(place.pointer),
      ...presentationOf(schema, kind, field),
    };
  }

  function chooseKind(
    pointer: Pointer,
    schema: JsonObject,
    definition: string | undefined,
    asked: string | undefined,
  ): string {
    if (asked !== undefined) return asked;
    if (groups.has(pointer)) return 'object';
    const particular = ALL_KINDS.find((kind) => kind.name !== 'json' && kind.matches(schema, definition));
    const isGroup = schema['type'] === 'object' || isObject(schema['properties']);
    if (isGroup)
      return particular !== undefined && particular.name === definition
        ? particular.name
        : fields.has(pointer)
          ? 'json'
          : 'object';
    if (schema['type'] === 'array' && !OF_LISTS.has(particular?.name ?? '')) return 'json';
    return particular?.name ?? 'json';
  }

  function partsOf(pointer: Pointer): { parts?: PlanPart[] } {
    const parts = [...trace.places.values()]
      .filter((place) => place.hiddenWhen.size > 0 && place.pointer !== pointer && isWithin(place.pointer, pointer))
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

function describe(place: Place, documents: SchemaDocuments): { schema: JsonObject; definition: string | undefined } {
  const first = place.occurrences.find(({ condition }) => condition === undefined) ?? place.occurrences[0];
  let schema: JsonObject = {};
  let definition: string | undefined;
  let here: Located | undefined = first?.located;
  for (let steps = 0; steps < 16 && here !== undefined && isObject(here.schema); steps += 1) {
    schema = { ...here.schema, ...schema };
    const ref: JsonValue | undefined = here.schema['$ref'];
    if (typeof ref !== 'string') break;
    definition ??= /^#\/\$defs\/([^/]+)$/u.exec(ref)?.[1]?.replace(/-shared$/u, '');
    here = documents.resolve(ref, here);
  }
  return { schema, definition };
}

function conditionsOf(place: Place): Partial<PlanNode> {
  const declared = place.occurrences.map(({ condition }) => condition);
  return {
    ...(place.required ? { required: true } : {}),
    ...(place.requiredWhen.size > 0 && !place.required ? { requiredWhen: [...place.requiredWhen] } : {}),
    ...(place.hiddenWhen.size > 0 ? { hiddenWhen: [...place.hiddenWhen] } : {}),
    ...(declared.includes(undefined)
      ? {}
      : { declaredWhen: [...new Set(declared.filter((condition) => condition !== undefined))] }),
  };
}

function checksOf(place: Place): { checks: PlanCheck[] } {
  return {
    checks: place.occurrences.map(({ located, condition }) => ({
      schema: located.pointer,
      ...(condition === undefined ? {} : { condition }),
    })),
  };
}

function presentationOf(schema: JsonObject, kind: string, field: PlacedField['field'] | undefined): Partial<PlanNode> {
  const options = optionsOf(schema, kind, field);
  return {
    ...(field?.control === undefined ? {} : { control: field.control }),
    ...(options === undefined ? {} : { options }),
    ...(field?.width === undefined ? {} : { width: field.width }),
    ...(field?.autocomplete === undefined ? {} : { autocomplete: field.autocomplete }),
    ...(typeof schema['maxLength'] === 'number' ? { maxLength: schema['maxLength'] } : {}),
    ...(schema['readOnly'] === true || field?.rules?.computed !== undefined ? { readOnly: true } : {}),
    ...(field?.source === undefined ? {} : { source: field.source }),
  };
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
  return list?.filter((value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean');
}
