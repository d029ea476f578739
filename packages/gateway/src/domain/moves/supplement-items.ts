/**
 * Checks what an agency asks for: fields of the form, items of a list that was filed, and papers of the procedure, each once.
 */
import { isWithin, readAt, type JsonObject, type PlanNode } from '@motcua/form-engine';
import type { ProcedureRecord, SupplementItem } from '@motcua/schemas';
import { GatewayProblem } from '../../http/problem.js';
import type { StoredDossier } from '../../ports/dossier-store.js';
import type { OpenProcedure, ProcedureRepository } from '../../ports/procedure-repository.js';
import { createServerIssue } from '../server-issue.js';

/**
 * The items, a paper that has a place in the answers by that place.
 * @throws GatewayProblem `supplement.unknown-item`, `plan.outdated`
 */
export function checkSupplementItems(
  items: readonly SupplementItem[],
  stored: StoredDossier,
  procedures: ProcedureRepository,
): SupplementItem[] {
  const procedure = findFiledProcedure(stored, procedures);
  const computed = new Set(
    procedure.plan.rules.filter(({ effect }) => effect === 'computed').map((rule) => rule.pointer),
  );
  const fields = new Set(listFields(procedure.plan.root).filter((pointer) => !computed.has(pointer)));
  const placed = items.map((item) => placePaper(item, procedure.record));
  const names = placed.map((item) => ('pointer' in item ? item.pointer : `document ${item.document}`));
  const issues = placed.flatMap((item, index) => {
    const known =
      'pointer' in item
        ? fields.has(item.pointer) || isFiledItem(item.pointer, fields, stored.submission.data as JsonObject)
        : procedure.record.requiredDocuments.some(({ id }) => id === item.document);
    if (known && names.indexOf(names[index] ?? '') === index) return [];
    return [createServerIssue('supplement.unknown-item', 'pointer' in item ? item.pointer : '', { index })];
  });
  if (issues.length > 0) throw new GatewayProblem('supplement.unknown-item', { issues });
  return placed;
}

/**
 * The procedure as the dossier was filed under it.
 * @throws GatewayProblem `plan.outdated` when another version is open by now
 */
export function findFiledProcedure({ procedure }: StoredDossier, procedures: ProcedureRepository): OpenProcedure {
  const open = procedures.find(procedure.slug);
  if (!open || open.plan.hash !== procedure.planHash) throw new GatewayProblem('plan.outdated');
  return open;
}

/** Pointers of the fields: nodes without children. */
export function listFields(node: PlanNode): string[] {
  return node.children === undefined ? [node.pointer] : node.children.flatMap(listFields);
}

/** An item of a list, or a part of one, by its index in the filed answers. */
function isFiledItem(pointer: string, fields: ReadonlySet<string>, filed: JsonObject): boolean {
  const list = [...fields].find((field) => isWithin(pointer, field));
  return list !== undefined && Array.isArray(readAt(filed, list)) && readAt(filed, pointer) !== undefined;
}

function placePaper(item: SupplementItem, { requiredDocuments }: ProcedureRecord): SupplementItem {
  if (!('document' in item)) return item;
  const pointer = requiredDocuments.find(({ id }) => id === item.document)?.pointer;
  return pointer === undefined ? item : { pointer, reason: item.reason };
}
