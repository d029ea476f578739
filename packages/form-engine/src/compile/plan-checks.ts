/**
 * Adds to the nodes what form.json says of registers, of options that the host gives, and of prefilled values; to the steps, what they come after.
 */
import { join, resolvePointer } from '../data/pointer.js';
import { isField } from '../plan/find-node.js';
import type { PlanNode, PlanOptions, PlanRegisterCheck, Pointer } from '../plan/plan.js';
import type { FormDocument } from '../plan/procedure-source.js';
import type { PlacedField } from './check-form.js';
import type { Findings } from './diagnostics.js';

const FILE = 'form.json';

/** Completes the nodes of the fields that ask for something. */
export function planChecks(
  nodes: ReadonlyMap<Pointer, PlanNode>,
  fields: ReadonlyMap<Pointer, PlacedField>,
  findings: Findings,
): void {
  for (const [pointer, { field, place }] of fields) {
    const node = nodes.get(pointer);
    if (node === undefined) continue;
    const resolve = (texts: readonly Pointer[] | undefined, at: Pointer): { list?: readonly Pointer[] } =>
      texts === undefined ? {} : { list: texts.flatMap((text, index) => resolveKnown(text, pointer, join(at, index))) };
    if (field.check !== undefined) {
      const inputs = resolve(field.check.with, join(join(place, 'check'), 'with')).list;
      const fills = resolve(field.check.fills, join(join(place, 'check'), 'fills')).list;
      const check: PlanRegisterCheck = { register: field.check.register };
      node.check = { ...check, ...(inputs && { with: inputs }), ...(fills && { fills }) };
    }
    if (field.options?.resolver !== undefined) {
      const inputs = resolve(field.options.with, join(join(place, 'options'), 'with')).list;
      const options: PlanOptions = { ...node.options, resolver: field.options.resolver };
      node.options = { ...options, ...(inputs && { with: inputs }) };
    }
    if (field.prefilled !== undefined) node.prefilled = field.prefilled;
  }

  /** Only fields can be read and filled. */
  function resolveKnown(text: string, from: Pointer, at: Pointer): Pointer[] {
    const pointer = resolvePointer(text, from);
    const node = pointer === undefined ? undefined : nodes.get(pointer);
    if (pointer !== undefined && node !== undefined && isField(node)) return [pointer];
    findings.refuse(
      'form.field-unknown',
      FILE,
      at,
      `${text} is no field of the form.`,
      'Name a field of the data schema, or of the same row by a relative pointer.',
    );
    return [];
  }
}

/** The steps that a step comes after. */
export function planOrder({ steps }: FormDocument, index: number, findings: Findings): { after?: readonly string[] } {
  const after = steps[index]?.after;
  if (after === undefined) return {};
  const earlier = new Set(steps.slice(0, index).map(({ id }) => id));
  for (const [place, id] of after.entries()) {
    if (earlier.has(id)) continue;
    findings.refuse(
      'form.malformed',
      FILE,
      `/steps/${index}/after/${place}`,
      `There is no earlier step ${id}.`,
      'Name a step that stands before this one.',
    );
  }
  return { after };
}
