/** The answers of a dossier as an officer reads them: whole, in the order of the form, each with its place. */
import type { JsonObject, JsonValue, PlanNode } from '@motcua/form-engine/runtime';
import { describeAnswer, textsAt, type AnswerText } from '@motcua/widgets/answers';
import type { DeskTexts } from '../text/desk-texts.js';
import type { FiledProcedure } from './load-procedure.js';

export interface AnswerRow extends AnswerText {
  pointer: string;
  label: string;
  /** Unlike any other's: with the step in which it stands. */
  fullLabel: string;
  /** The field holds papers. */
  isPaper: boolean;
  /** Nobody answered it. */
  isEmpty: boolean;
  /** May be asked for anew: what the form computes may not. */
  canRequest: boolean;
}

export interface AnswerSection {
  id: string;
  title: string;
  rows: readonly AnswerRow[];
}

export interface AnswerStep {
  id: string;
  title: string;
  sections: readonly AnswerSection[];
}

/** @param withEmpty also the fields that nobody answered */
export function listAnswers(
  data: JsonObject,
  filed: FiledProcedure,
  words: DeskTexts,
  withEmpty: boolean,
): readonly AnswerStep[] {
  const nodes = new Map(listNodes(filed.plan.root).map((node) => [node.pointer, node]));
  const computed = new Set(
    filed.plan.rules.filter(({ effect }) => effect === 'computed').map(({ pointer }) => pointer),
  );
  const rowOf = (pointer: string): AnswerRow[] => {
    const node = nodes.get(pointer);
    const value = readPlace(data, pointer);
    if (!node || (value === undefined && !withEmpty)) return [];
    const isPaper = node.kind === 'attachments';
    const texts = textsAt(filed.texts, pointer);
    return [
      {
        pointer,
        label: texts.reviewLabel ?? texts.label,
        fullLabel: labelPlace(pointer, filed),
        isPaper,
        isEmpty: value === undefined,
        canRequest: !computed.has(pointer),
        ...(value === undefined ? { text: words.t('answers.none') } : describeWhole(value, node, filed, words)),
      },
    ];
  };
  return filed.plan.steps
    .map(({ id, sections }) => ({
      id,
      title: filed.texts.steps[id]?.title ?? id,
      sections: sections
        .map((section) => ({
          id: section.id,
          title: filed.texts.sections[section.id]?.title ?? '',
          rows: section.fields.flatMap(rowOf),
        }))
        .filter(({ rows }) => rows.length > 0),
    }))
    .filter(({ sections }) => sections.length > 0);
}

/** Without the form: every answer by its pointer. */
export function listRawAnswers(data: JsonValue, pointer = ''): readonly AnswerRow[] {
  if (Array.isArray(data)) return data.flatMap((item, index) => listRawAnswers(item, `${pointer}/${index}`));
  if (typeof data === 'object' && data !== null)
    return Object.entries(data).flatMap(([name, value]) =>
      listRawAnswers(value, `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`),
    );
  const label = pointer;
  return [{ pointer, label, fullLabel: label, text: String(data), isPaper: false, isEmpty: false, canRequest: false }];
}

/** The name of a place as a letter says it, `Dân tộc (Người mẹ)`; a pointer names itself where the form does not. */
export function labelPlace(pointer: string, filed: FiledProcedure | undefined): string {
  const texts = filed && textsAt(filed.texts, pointer);
  const label = (texts?.reviewLabel ?? texts?.label) || pointer;
  const step = filed?.plan.steps.find(({ sections }) => sections.some(({ fields }) => fields.includes(pointer)));
  const title = step && filed?.texts.steps[step.id]?.title;
  return title === undefined || title === label ? label : `${label} (${title})`;
}

function listNodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.children ?? []).flatMap(listNodes)];
}

/** An officer compares numbers with the paper, so none is masked. */
function describeWhole(value: JsonValue, node: PlanNode, filed: FiledProcedure, words: DeskTexts): AnswerText {
  if (node.kind === 'citizen-number') return { text: String(value), figures: true };
  if (node.kind === 'phone') return { text: String(value).replace(/^\+84/, '0'), figures: true };
  const { texts, catalogs } = filed;
  return describeAnswer(value, node, {
    texts,
    catalogs,
    locale: words.locale,
    yes: words.t('answers.yes'),
    no: words.t('answers.no'),
  });
}

function readPlace(data: JsonValue, pointer: string): JsonValue | undefined {
  let at: JsonValue | undefined = data;
  for (const token of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) return undefined;
    const name = token.replace(/~1/g, '/').replace(/~0/g, '~');
    at = Object.hasOwn(at, name) ? (at as JsonObject)[name] : undefined;
  }
  return at;
}
