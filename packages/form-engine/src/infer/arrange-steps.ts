/**
 * Steps and sections for a form of which nobody has said how it is parted: short ones have one step, long ones one for each group at the top.
 */
import type { FieldSource } from '../plan/plan.js';
import type { FormStep } from '../plan/procedure-source.js';
import { type AskedField, labelOf } from './asked-field.js';
import { toFormFields } from './form-fields.js';
import { identifierOf } from './label-of.js';

/** Fields that a step, or a section of one, may have before it is parted. */
export const MANY_FIELDS = 12;

/** Steps, and what steps and sections are called. */
export interface Arrangement {
  steps: FormStep[];
  stepTitles: Record<string, string>;
  sectionTitles: Record<string, string>;
}

interface Part {
  title: string;
  fields: AskedField[];
}

/** Arranges what the root asks. */
export function arrangeSteps(root: AskedField, general: string, source: FieldSource): Arrangement {
  const arrangement: Arrangement = { steps: [], stepTitles: {}, sectionTitles: {} };
  const taken = new Set<string>();
  const parts = partsOf(root, general);
  const isLong = parts.reduce((sum, part) => sum + countFields(part), 0) > MANY_FIELDS;
  const steps = isLong ? parts.map((part) => [part]) : parts.length > 0 ? [parts] : [];
  for (const [first, ...others] of steps) {
    if (first === undefined) continue;
    const title = others.length > 0 ? general : first.title;
    const id = identify(title);
    arrangement.stepTitles[id] = title;
    const sections = (isLong ? sectionsOf(first) : [first, ...others]).map((section) => {
      const sectionId = identify(section.title);
      arrangement.sectionTitles[sectionId] = section.title;
      return { id: sectionId, fields: section.fields.flatMap((field) => toFormFields(field, source)) };
    });
    arrangement.steps.push({ id, sections });
  }
  return arrangement;

  function identify(title: string): string {
    const wanted = identifierOf(title);
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
    taken.add(id);
    return id;
  }
}

/** Groups each by themselves; what stands in none, and groups of a single field, together where the first of them stands. */
function partsOf(root: AskedField, general: string): Part[] {
  const parts: Part[] = [];
  let loose: Part | undefined;
  for (const child of root.children) {
    if (isPart(child)) {
      parts.push({ title: labelOf(child), fields: [child] });
    } else {
      if (loose === undefined) parts.push((loose = { title: general, fields: [] }));
      loose.fields.push(child);
    }
  }
  return parts;
}

function isPart(field: AskedField): boolean {
  return hasParts(field) && countIn(field) > 1;
}

/** Sections of a long step: its loose fields in even parts, and each of its groups. */
function sectionsOf(part: Part): Part[] {
  const [only] = part.fields;
  const inner = part.fields.length === 1 && only !== undefined && isPart(only) ? partsOf(only, part.title) : [part];
  const own: Part[] =
    only?.row === undefined || inner[0] === part ? [] : [{ title: part.title, fields: [{ ...only, children: [] }] }];
  return [...inner, ...own].flatMap((section) => splitEvenly(section));
}

function splitEvenly(part: Part): Part[] {
  if (part.fields.length <= MANY_FIELDS) return [part];
  const count = Math.ceil(part.fields.length / MANY_FIELDS);
  const size = Math.ceil(part.fields.length / count);
  return Array.from({ length: count }, (_, index) => ({
    title: `${part.title} (${index + 1}/${count})`,
    fields: part.fields.slice(index * size, (index + 1) * size),
  }));
}

function countFields({ fields }: Part): number {
  return fields.reduce((sum, field) => sum + countIn(field), 0);
}

function countIn(field: AskedField): number {
  return hasParts(field)
    ? field.children.reduce((sum, child) => sum + countIn(child), field.row === undefined ? 0 : 1)
    : 1;
}

function hasParts(field: AskedField): boolean {
  return (field.shape === 'group' || field.shape === 'tuple') && field.children.length > 0;
}
