/**
 * Why an answer is wrong: the keyword or rule that says so, with its value and its place.
 */
import type { Issue } from '@motcua/schemas';
import { isObject, readAt } from '../data/json.js';
import type { Reason } from './explanation.js';
import { listDemands, type Question, rulesAt } from './question.js';
import { findKeyword, placeOfSchema } from './source-places.js';

/** What found an issue, as far as it can be told by looking again. */
export function explainIssue(question: Question, issue: Issue): Reason[] {
  const { plan, node, pointer, state, reader } = question;
  const reads = state.value === undefined ? [] : [{ pointer, value: state.value }];
  if (issue.source === 'server') return [{ by: 'server', effect: 'finds', holds: true, reads }];
  if (issue.source === 'control') return [{ by: 'kind', effect: 'finds', holds: true, says: node.kind, reads }];
  const rules = [...rulesAt(plan, node.pointer, 'error'), ...rulesAt(plan, node.pointer, 'warning')];
  const saying = rules.filter(({ code }) => code === issue.code);
  if (saying.length > 0) return saying.map((rule) => reader.rule(rule, 'finds')).filter(({ holds }) => holds);
  if (issue.code === 'keyword.required' && issue.pointer === pointer)
    return listDemands(question)
      .filter(({ holds }) => holds)
      .map((reason): Reason => ({ ...reason, effect: 'finds' }));
  const [family = '', name = ''] = issue.code.split('.');
  const keyword = family === 'keyword' ? name : family;
  return (node.checks ?? []).flatMap(({ schema, condition }): Reason[] => {
    const branch = condition === undefined ? undefined : reader.condition(condition, 'finds');
    if (branch?.holds === false || state.value === undefined) return [];
    const found = reader.validator.at(schema).issues(state.value, pointer);
    if (!found.some(({ code, pointer: place }) => code === issue.code && place === issue.pointer)) return [];
    const place = findKeyword(plan, schema, keyword) ?? schema;
    const says = readAt(plan.schema, place);
    return [
      {
        by: 'keyword',
        effect: 'finds',
        holds: true,
        place: placeOfSchema(plan, place),
        ...(says === undefined || isObject(says) ? {} : { says }),
        reads: [...reads, ...(branch?.reads ?? [])],
      },
    ];
  });
}
