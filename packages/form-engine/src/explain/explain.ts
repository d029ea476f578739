/**
 * `explain`: why a field is visible or not, required, read-only, limited or wrong, as things stand.
 */
import { readAt } from '../data/json.js';
import { parentOf, tokensOf } from '../data/pointer.js';
import type { Form } from '../model/form.js';
import { createNodeFinder } from '../plan/find-node.js';
import type { Pointer, RuleEffect } from '../plan/plan.js';
import { type PlanSurroundings, readPlan } from './evaluate-plan.js';
import { explainIssue } from './explain-issue.js';
import type { ExplainedState, Explanation, Reason } from './explanation.js';
import { type AskedState, listDemands, type Question, rulesAt } from './question.js';
import { findKeyword, placeOfSchema } from './source-places.js';

/** What an explanation rests on: as for `createForm`. */
export type ExplainOptions = PlanSurroundings;

/**
 * Explains one field or list of a form.
 *
 * @throws {FormError} `form.unknown-pointer`.
 * @example
 * const { visible } = explain(form, '/spouse/name', { today });
 * for (const { place, says, reads } of visible.because) console.log(place, says, reads);
 */
export function explain(form: Form, pointer: Pointer, options: ExplainOptions): Explanation {
  const { plan } = form;
  const found = createNodeFinder(plan)(tokensOf(pointer))?.target;
  const isList = found !== undefined && (found.items !== undefined || found.entries !== undefined);
  const { node, state } = isList ? form.list(pointer) : form.field(pointer);
  const now: AskedState = state.get();
  const reader = readPlan(plan, form.toSubmission(), pointer, options);
  const question: Question = { plan, node, pointer, state: now, reader };
  return {
    pointer,
    visible: { is: now.visible, because: choose(listVisibility(question), now.visible ? 'all' : 'hides') },
    required: settle(now.required, listDemands(question)),
    readOnly: settle(now.readOnly, listLocks(question)),
    enabled: { is: now.enabled, because: listRules(question, 'enabled', 'disables', false) },
    limits: listLimits(question),
    issues: now.issues.map((issue) => ({ issue, because: explainIssue(question, issue) })),
  };
}

/** What hides or shows the field itself, and what hides a group around it. */
function listVisibility(question: Question): Reason[] {
  const own = listOwnVisibility(question);
  const find = createNodeFinder(question.plan);
  const above: Reason[] = [];
  for (let here = parentOf(question.pointer); here !== undefined && here !== ''; here = parentOf(here)) {
    const node = find(tokensOf(here))?.node;
    if (node === undefined) continue;
    const hiding = listOwnVisibility({ ...question, node }).filter(({ effect, holds }) => effect === 'hides' && holds);
    above.push(...hiding.map((reason): Reason => ({ ...reason, pointer: here ?? '' })));
  }
  return [...own, ...above];
}

function listOwnVisibility(question: Question): Reason[] {
  const { node, reader, plan } = question;
  const declared = node.declaredWhen?.map((id) => reader.condition(id, 'shows')) ?? [];
  const isDeclared = declared.length === 0 || declared.some(({ holds }) => holds);
  const missing = declared.map((reason): Reason => ({ ...reason, effect: 'hides', holds: !reason.holds }));
  const skipping = plan.rules
    .filter(({ effect, hides }) => effect === 'skip' && hides?.includes(node.pointer) === true)
    .map((rule) => reader.rule(rule, 'hides'));
  return [
    ...(node.hiddenWhen?.map((id) => reader.condition(id, 'hides')) ?? []),
    ...(isDeclared ? declared : missing),
    ...listRules(question, 'visible', 'hides', false),
    ...skipping,
  ];
}

function listLocks({ plan, node, state, reader }: Question): Reason[] {
  const computed = rulesAt(plan, node.pointer, 'computed').map((rule): Reason => ({
    ...reader.rule(rule, 'locks'),
    holds: true,
  }));
  const keyword = findKeyword(plan, node.schema, 'readOnly');
  const says = keyword === undefined ? undefined : readAt(plan.schema, keyword);
  const byKeyword: Reason[] =
    keyword === undefined || says !== true
      ? []
      : [{ by: 'keyword', effect: 'locks', holds: true, place: placeOfSchema(plan, keyword), says, reads: [] }];
  const { provenance, readOnlyReason } = state;
  const prefilled: Reason[] =
    provenance === undefined
      ? []
      : [
          {
            by: 'prefilled',
            effect: 'locks',
            holds: readOnlyReason === 'prefilled',
            says: { ...provenance },
            reads: [],
          },
        ];
  const opening: Reason[] =
    readOnlyReason === 'not-asked' ? [{ by: 'opening', effect: 'locks', holds: true, reads: [] }] : [];
  return [...computed, ...byKeyword, ...prefilled, ...opening];
}

/** Keywords that narrow the answer, in every schema that describes it at present. */
function listLimits({ plan, node, reader }: Question): Reason[] {
  const byCheck = (node.checks ?? []).flatMap(({ schema, condition }): Reason[] => {
    const branch = condition === undefined ? undefined : reader.condition(condition, 'limits');
    if (branch?.holds === false) return [];
    return LIMITS.flatMap((keyword) => {
      const place = findKeyword(plan, schema, keyword);
      const says = place === undefined ? undefined : readAt(plan.schema, place);
      if (place === undefined || says === undefined) return [];
      return [
        {
          by: 'keyword',
          effect: 'limits',
          holds: true,
          place: placeOfSchema(plan, place),
          says,
          reads: branch?.reads ?? [],
        },
      ];
    });
  });
  const byRule = rulesAt(plan, node.pointer, 'options').map((rule): Reason => ({
    ...reader.rule(rule, 'limits'),
    holds: true,
  }));
  return [...byCheck, ...byRule];
}

function listRules(
  { plan, node, reader }: Question,
  effect: RuleEffect,
  does: Reason['effect'],
  when: boolean,
): Reason[] {
  return rulesAt(plan, node.pointer, effect).map((rule) => reader.rule(rule, does, when));
}

function choose(reasons: readonly Reason[], which: 'all' | 'hides'): Reason[] {
  return reasons.filter(({ effect, holds }) => which === 'all' || (effect === 'hides' && holds));
}

function settle(is: boolean, reasons: readonly Reason[]): ExplainedState {
  return { is, because: reasons.filter(({ holds }) => holds || !is) };
}

const LIMITS = [
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
];
