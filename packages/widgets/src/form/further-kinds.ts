/**
 * The kinds and operators that few procedures need, with their words: fetched when a plan names one, kept for the page. They are code, the same for every form;
 * no form changes them.
 */
import type { FieldKind, FormOptions, Plan, PlanNode } from '@motcua/form-engine/runtime';
import { findKind } from '@motcua/form-engine/runtime';
import type { LocaleCode } from '../text/texts.js';

type Words = Readonly<Record<string, string>>;

let kinds: readonly FieldKind[] = [];
const words = new Map<LocaleCode, Words>();

/** What `createForm` is given beside the plan. */
export type FurtherParts = Required<Pick<FormOptions, 'kinds' | 'operators'>>;

/** The further kinds and operators when the plan names one, else none. The Vietnamese words of the kinds come with them. */
export async function loadFurtherParts(plan: Plan): Promise<FurtherParts> {
  if (!namesUnknownKind(plan.root) && (plan.operators ?? []).length === 0) return { kinds: [], operators: [] };
  const { FURTHER_KINDS, FURTHER_OPERATORS, furtherVi } = await import('./further-parts.js');
  kinds = FURTHER_KINDS;
  words.set('vi', furtherVi);
  return { kinds: FURTHER_KINDS, operators: FURTHER_OPERATORS };
}

/** Told when a language comes to the page: its words of the further codes, which travel with the rest of the language. */
export function keepFurtherWords(locale: LocaleCode, texts: Words): void {
  words.set(locale, texts);
}

/** The kind of that name among all that the page has. */
export function findLoadedKind(name: string): FieldKind | undefined {
  return findKind(name, kinds);
}

/** The words of the further codes in a language; none while no plan needed them. */
export function furtherWords(locale: LocaleCode): Words {
  return words.get(locale) ?? {};
}

/** Groups are no fields: `createForm` asks no kind of them. */
function namesUnknownKind(node: PlanNode): boolean {
  const inner = [
    ...(node.children ?? []),
    ...(node.items ? [node.items] : []),
    ...(node.entries ? [node.entries] : []),
  ];
  const isField = inner.length === 0 && !['object', 'tuple', 'list', 'entries'].includes(node.kind);
  return (isField && findKind(node.kind) === undefined) || inner.some(namesUnknownKind);
}
