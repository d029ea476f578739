/**
 * Checks form.json on its own: shape, known kinds, no field twice.
 */
import { isPointer, join } from '../data/pointer.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { findKind } from '../kinds/index.js';
import type { FieldKind } from '../kinds/kind.js';
import type { Pointer } from '../plan/plan.js';
import type { FormDocument, FormField, FormStep } from '../plan/procedure-source.js';
import type { Findings } from './diagnostics.js';

const FILE = 'form.json';

/** A field with its place in form.json. */
export interface PlacedField {
  field: FormField;
  place: Pointer;
}

/** The fields of the form in the order of the page, by pointer into the answers; those of rows follow their list, with `*` for any row. */
export function readFields(
  form: FormDocument,
  findings: Findings,
  kinds: readonly FieldKind[] = FURTHER_KINDS,
): Map<Pointer, PlacedField> {
  const fields = new Map<Pointer, PlacedField>();
  if (!Array.isArray((form as Partial<FormDocument> | undefined)?.steps)) {
    findings.refuse(
      'form.malformed',
      FILE,
      '',
      'There is no list of steps.',
      'Give `steps`, each with `id` and `sections`.',
    );
    return fields;
  }
  form.steps.forEach((step: Partial<FormStep>, stepIndex) => {
    if (step.sections === undefined) {
      findings.refuse(
        'form.malformed',
        FILE,
        `/steps/${stepIndex}`,
        'The step has no sections.',
        'Give `sections`, each with `id` and `fields`.',
      );
      return;
    }
    step.sections.forEach((section, sectionIndex) => {
      const place = `/steps/${stepIndex}/sections/${sectionIndex}/fields`;
      section.fields.forEach((field, index) => addField(field, join(place, index)));
    });
  });
  return fields;

  function addField(field: FormField, place: Pointer, row?: Pointer): void {
    const isWritten = typeof field.pointer === 'string' && isPointer(field.pointer);
    if (!isWritten || (field.pointer === '' && row === undefined)) {
      findings.refuse(
        'form.malformed',
        FILE,
        place,
        'The field has no JSON Pointer.',
        'Name the place in the answers, as /child/fullName.',
      );
      return;
    }
    const pointer = `${row ?? ''}${field.pointer}`;
    if (fields.has(pointer)) {
      findings.refuse('form.field-repeated', FILE, place, `${pointer} stands twice.`, 'Keep one of them.');
      return;
    }
    if (field.kind !== undefined && !isKnownKind(field.kind, kinds)) {
      findings.refuse(
        'form.kind-unknown',
        FILE,
        join(place, 'kind'),
        `There is no kind ${field.kind}.`,
        'Use a known kind, or leave it out.',
      );
    }
    fields.set(pointer, { field: row === undefined ? field : { ...field, pointer }, place });
    for (const part of ['items', 'entries'] as const)
      field[part]?.fields?.forEach((inner, index) =>
        addField(inner, join(join(join(place, part), 'fields'), index), `${pointer}/*`),
      );
  }
}

/** Groups are no kinds of their own, but may be asked for. */
const GROUPS: ReadonlySet<string> = new Set(['object', 'list', 'entries', 'tuple']);

function isKnownKind(name: string, kinds: readonly FieldKind[]): boolean {
  return GROUPS.has(name) || findKind(name, kinds) !== undefined;
}
