/**
 * Makes the rules of form.json: checked, with what they read, those of a row once for all rows.
 */
import { join } from '../data/pointer.js';
import { isWithin } from '../data/pointer.js';
import type { Expression, PlanNode, PlanRule, Pointer, RuleEffect } from '../plan/plan.js';
import type { FormDocument } from '../plan/procedure-source.js';
import type { PlacedField } from './check-form.js';
import { readExpression, type RuleSurroundings } from './read-expression.js';

/** The rules, and the operators that they use. */
export interface PlannedRules {
  rules: PlanRule[];
  uses: Set<string>;
}

/** A rule as it stands in form.json. */
interface RuleSource {
  effect: RuleEffect;
  pointer: Pointer;
  source: Expression | undefined;
  at: Pointer;
  code?: string;
  hides?: Pointer[];
}

/** Plans the rules of every field and step. */
export function planRules(
  form: FormDocument,
  fields: ReadonlyMap<Pointer, PlacedField>,
  nodes: ReadonlyMap<Pointer, PlanNode>,
  surroundings: RuleSurroundings,
): PlannedRules {
  const rules: PlanRule[] = [];
  const uses = new Set<string>();
  for (const { effect, pointer, source, at, ...more } of [
    ...[...fields].flatMap(([pointer, placed]) => listRules(pointer, placed)),
    ...listSkips(form, nodes),
  ]) {
    if (source === undefined) continue;
    const place = { from: effect === 'skip' ? '' : pointer, at, hasItem: effect === 'options' };
    const { expression, reads, uses: used } = readExpression(source, place, surroundings);
    for (const name of used) uses.add(name);
    rules.push({ id: rules.length, effect, pointer, expression, reads, ...more });
    if (effect === 'options') refuseWithoutOptions(nodes.get(pointer), at, surroundings);
  }
  return { rules, uses };
}

function listRules(pointer: Pointer, { field: { rules }, place }: PlacedField): RuleSource[] {
  const at = (...tokens: (string | number)[]): Pointer => tokens.reduce<Pointer>(join, join(place, 'rules'));
  return [
    { effect: 'visible', pointer, source: rules?.visible, at: at('visible') },
    { effect: 'enabled', pointer, source: rules?.enabled, at: at('enabled') },
    { effect: 'computed', pointer, source: rules?.computed, at: at('computed') },
    { effect: 'options', pointer, source: rules?.options, at: at('options') },
    ...(rules?.warnings ?? []).map(({ code, when }, index): RuleSource => ({
      effect: 'warning',
      pointer,
      source: when,
      at: at('warnings', index, 'when'),
      code,
    })),
    ...(rules?.errors ?? []).map(({ code, when }, index): RuleSource => ({
      effect: 'error',
      pointer,
      source: when,
      at: at('errors', index, 'when'),
      code,
    })),
  ];
}

function listSkips(form: FormDocument, nodes: ReadonlyMap<Pointer, PlanNode>): RuleSource[] {
  return form.steps.flatMap(({ id, skip, sections }, index): RuleSource[] => {
    if (skip === undefined) return [];
    const fields = sections.flatMap((section) => section.fields.map(({ pointer }) => pointer));
    const root = nodes.get('');
    const hides = root === undefined ? [] : listWhole(root, fields);
    return [{ effect: 'skip', pointer: id, source: skip, at: `/steps/${index}/skip`, hides }];
  });
}

/** The topmost places that stand on the step with all that is in them: a group whose fields are all skipped is skipped itself. */
function listWhole(node: PlanNode, fields: readonly Pointer[]): Pointer[] {
  const isOn = (place: PlanNode): boolean =>
    fields.some((pointer) => isWithin(place.pointer, pointer)) ||
    (place.children !== undefined && place.children.length > 0 && place.children.every(isOn));
  if (node.pointer !== '' && isOn(node)) return [node.pointer];
  return (node.children ?? []).flatMap((child) => listWhole(child, fields));
}

function refuseWithoutOptions(node: PlanNode | undefined, at: Pointer, { findings }: RuleSurroundings): void {
  if (node === undefined || node.options !== undefined) return;
  findings.refuse(
    'rule.malformed',
    'form.json',
    at,
    `${node.pointer} has no options.`,
    'Let `options` stand on a choice, or say `errors`.',
  );
}
