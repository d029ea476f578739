/**
 * Makes the mirrors of form.json; a pair of groups becomes the pairs of the fields they share.
 */
import { join } from '../data/pointer.js';
import type { PlanMirror, PlanNode, Pointer } from '../plan/plan.js';
import type { FormDocument } from '../plan/procedure-source.js';
import { readExpression, type RuleSurroundings } from './read-expression.js';

/** Plans the mirrors; between places of one row they are live once per row. */
export function planMirrors(
  form: FormDocument,
  nodes: ReadonlyMap<Pointer, PlanNode>,
  surroundings: RuleSurroundings,
): { mirrors: PlanMirror[]; uses: Set<string> } {
  const uses = new Set<string>();
  const mirrors = (form.mirrors ?? []).map((mirror, id) => {
    const place = `/mirrors/${id}`;
    const row = rowOf(mirror.pairs.flat());
    const read = readExpression(mirror.when, { from: row ?? '', at: join(place, 'when') }, surroundings);
    for (const name of read.uses) uses.add(name);
    const pairs = mirror.pairs.flatMap(([left, right], index) => {
      const expanded = expandPair(nodes.get(left), nodes.get(right));
      if (expanded === undefined)
        surroundings.findings.refuse(
          'form.field-unknown',
          'form.json',
          join(join(place, 'pairs'), index),
          `${left} and ${right} are not two fields of the same sort.`,
          'Name two fields of the data schema.',
        );
      return expanded ?? [];
    });
    return { id, ...(row === undefined ? {} : { row }), when: read.expression, pairs, reads: read.reads };
  });
  return { mirrors, uses };
}

function expandPair(left: PlanNode | undefined, right: PlanNode | undefined): [Pointer, Pointer][] | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left.children === undefined || right.children === undefined)
    return left.kind === right.kind ? [[left.pointer, right.pointer]] : undefined;
  const others = new Map(right.children.map((child) => [child.pointer.slice(right.pointer.length), child]));
  return left.children.flatMap(
    (child) => expandPair(child, others.get(child.pointer.slice(left.pointer.length))) ?? [],
  );
}

/** The template of the row that all the places stand in; undefined when they stand in none. */
function rowOf(places: readonly Pointer[]): Pointer | undefined {
  const rows = new Set(places.map((place) => place.slice(0, place.lastIndexOf('/*') + 2)));
  const [row] = rows;
  return rows.size === 1 && row?.includes('/*') === true ? row : undefined;
}
