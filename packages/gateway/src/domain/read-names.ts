/**
 * The names in a dossier's answers, so that the desk can list it and find it without marks.
 */
import type { JsonObject, Plan } from '@motcua/form-engine';
import { fold } from '@motcua/form-engine/text';
import type { DossierNames } from '../ports/dossier-store.js';
import { listAnsweredPlaces } from './plan-places.js';

/** The applicant is who is named first on the form. */
export function readNames(plan: Plan, data: JsonObject): DossierNames {
  const names = listNamePlaces(plan, data).map(({ name }) => name);
  return { applicant: names[0] ?? '', folded: [...new Set(names.map(fold))].join('\n') };
}

/** Every person's name, in the order of the form. */
export function listNamePlaces(plan: Plan, data: JsonObject): { pointer: string; name: string }[] {
  const order = plan.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  return listAnsweredPlaces(plan, data)
    .flatMap(({ node, pointer, value }) =>
      node.kind === 'person-name' && typeof value === 'string' ? [{ pointer, name: value }] : [],
    )
    .sort((left, right) => order.indexOf(left.pointer) - order.indexOf(right.pointer));
}
