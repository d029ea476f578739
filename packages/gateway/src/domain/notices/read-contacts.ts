/**
 * Where the applicant is reached, read from the answers.
 */
import type { JsonObject, Plan, PlanNode } from '@motcua/form-engine';
import type { MessageAddress } from '../../ports/message-sender.js';
import { listAnsweredPlaces } from '../plan-places.js';

/**
 * The applicant is who stands first on the form, so the first field for a telephone and the first for e-mail are the applicant's. When that
 * one is empty there is none: the next may be another person's.
 */
export function readContacts(plan: Plan, data: JsonObject): MessageAddress {
  const phone = readFirst('phone', plan, data);
  const email = readFirst('email', plan, data);
  return { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) };
}

function readFirst(kind: string, plan: Plan, data: JsonObject): string | undefined {
  const order = plan.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  const first = listPointers(plan.root, kind).sort((left, right) => order.indexOf(left) - order.indexOf(right))[0];
  const place = listAnsweredPlaces(plan, data).find(({ pointer }) => pointer === first);
  return typeof place?.value === 'string' && place.value !== '' ? place.value : undefined;
}

function listPointers(node: PlanNode, kind: string): string[] {
  return [
    ...(node.kind === kind ? [node.pointer] : []),
    ...(node.children ?? []).flatMap((child) => listPointers(child, kind)),
  ];
}
