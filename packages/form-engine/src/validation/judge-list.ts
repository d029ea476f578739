/**
 * What is wrong with a list or map as a whole: too few rows, too many, or the same one twice.
 */
import type { Issue } from '@motcua/schemas';
import { canonicalJson } from '../data/canonical-json.js';
import type { Answers } from '../model/answers.js';
import type { LiveNode } from '../model/live-node.js';
import type { PlanIndex } from '../model/plan-index.js';
import { readCheck } from './narrow-answer.js';

/** Fewest and most rows, as conditions stand. */
export interface RowLimits {
  least: number;
  most: number;
}

/** How many rows a list may have. */
export function limitRows(list: LiveNode, answers: Answers, { plan }: PlanIndex): RowLimits {
  const { minItems = 0, maxItems = Infinity, checks = [] } = list.planned;
  const limits = { least: minItems, most: maxItems };
  if (list.shape.container === 'optional') return { least: 0, most: 1 };
  for (const check of checks) {
    if (check.condition !== undefined && !answers.isHolding(list, check.condition)) continue;
    const { least, most } = readCheck(plan, check).rows;
    limits.least = Math.max(limits.least, least);
    limits.most = Math.min(limits.most, most);
  }
  return limits;
}

/** Issues of a list that applies; those of its rows are judged at their fields. */
export function judgeList(list: LiveNode, answers: Answers, index: PlanIndex): Issue[] {
  const { shown } = list;
  if (shown === undefined) return answers.isRequired(list) ? [issueAt(list, 'keyword.required', {})] : [];
  if (list.shape.container === 'optional') return [];
  const isMap = list.shape.container === 'entries';
  const actual = Array.isArray(shown) ? shown.length : Object.keys(shown as object).length;
  const { least, most } = limitRows(list, answers, index);
  const issues: Issue[] = [];
  const add = (name: string, limit: number): void => {
    const params = { limit, actual, difference: Math.abs(actual - limit) };
    issues.push(issueAt(list, `keyword.${name}${isMap ? 'Properties' : 'Items'}`, params));
  };
  if (actual < least) add('min', least);
  if (actual > most) add('max', most);
  return [...issues, ...findRepeated(list)];
}

/** The text of a row is kept while nothing in it changes, so that a key press writes out one row. */
function findRepeated(list: LiveNode): Issue[] {
  if (list.planned.uniqueItems !== true) return [];
  const firstAt = new Map<string, number>();
  for (const [place, row] of (list.rows ?? []).filter(({ shown }) => shown !== undefined).entries()) {
    row.text ??= canonicalJson(row.shown ?? null);
    const first = firstAt.get(row.text);
    if (first !== undefined) return [issueAt(list, 'keyword.uniqueItems', { first: first + 1, second: place + 1 })];
    firstAt.set(row.text, place);
  }
  return [];
}

function issueAt(list: LiveNode, code: string, params: Issue['params']): Issue {
  return { code, severity: 'error', source: 'schema', pointer: list.pointer, params };
}
