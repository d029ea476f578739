/**
 * The names in a dossier's answers, so that the desk can list it and find it without marks.
 */
import type { JsonObject, Plan } from '@motcua/form-engine';
import { fold } from '@motcua/form-engine/text';
import type { DossierNames } from '../ports/dossier-store.js';
import { listAnsweredPlaces } from './plan-places.js';

/** The applicant is who is named first on the form. */
export function readNames(plan: Plan, data: JsonObject): DossierNames {
  const order = plan.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  const names = listAnsweredPlaces(plan, data)
    .flatMap(({ node, pointer, value }) =>
      node.kind === 'person-name' && typeof value === 'string' ? [{ place: order.indexOf(pointer), name: value }] : [],
    )
    .sort((left, right) => left.place - right.place)
    .map(({ name }) => name);
  return { applicant: names[0] ?? '', folded: [...new Set(names.map(fold))].join('\n') };
}
