/**
 * What a procedure calls its fields and papers, in each of its languages.
 */
import type { PlanNode } from '@motcua/form-engine';
import type { LocalizedText } from '@motcua/schemas';
import type { OpenProcedure } from '../../ports/procedure-repository.js';

export interface FieldLabels {
  /** The field as a letter names it, with the step of the form in which it stands: `Số điện thoại (Người yêu cầu)`. */
  nameField(pointer: string): LocalizedText;
  /** A required document by its id. */
  nameDocument(id: string): LocalizedText;
}

interface Locale {
  steps?: Readonly<Record<string, { title: string }>>;
  fields?: Readonly<Record<string, { label: string }>>;
}

/** @param procedure absent when it is not open any more: then places keep their pointers and papers their ids */
export function createFieldLabels(procedure: OpenProcedure | undefined): FieldLabels {
  const locales = Object.entries(procedure?.locales ?? {}).map(
    ([language, { text }]) => [language, JSON.parse(text) as Locale] as const,
  );
  const documents = procedure?.record.requiredDocuments ?? [];
  // A place that carries no more than the number of a paper is named as a field.
  const attached = new Set(procedure ? listAttachmentPlaces(procedure.plan.root) : []);
  const steps = listStepsOfFields(procedure);
  return {
    nameField(pointer) {
      const paper = attached.has(pointer) ? documents.find((document) => document.pointer === pointer) : undefined;
      if (paper) return paper.name;
      const names = locales.flatMap(([language, locale]) => {
        const name = nameIn(locale, pointer, steps);
        return name === undefined ? [] : [[language, name] as const];
      });
      return { vi: pointer, ...Object.fromEntries(names) };
    },
    nameDocument: (id) => documents.find((document) => document.id === id)?.name ?? { vi: id },
  };
}

/** A part of a field, or an item of a list, is named by the field and its number in the list, from 1. */
function nameIn(locale: Locale, pointer: string, steps: ReadonlyMap<string, string>): string | undefined {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const label = locale.fields?.[place]?.label;
    if (label === undefined) continue;
    const [index] = pointer.slice(place.length + 1).split('/');
    const number = index !== undefined && /^\d+$/.test(index) ? ` ${Number(index) + 1}` : '';
    const step = locale.steps?.[steps.get(place) ?? '']?.title;
    return `${label}${number}${step === undefined || step === label ? '' : ` (${step})`}`;
  }
  return undefined;
}

function listAttachmentPlaces(node: PlanNode): string[] {
  if (node.kind === 'attachments') return [node.pointer];
  return (node.children ?? []).flatMap(listAttachmentPlaces);
}

function listStepsOfFields(procedure: OpenProcedure | undefined): ReadonlyMap<string, string> {
  return new Map(
    (procedure?.plan.steps ?? []).flatMap(({ id, sections }) =>
      sections.flatMap(({ fields }) => fields.map((pointer) => [pointer, id] as const)),
    ),
  );
}
