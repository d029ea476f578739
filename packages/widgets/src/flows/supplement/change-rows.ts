/** What will change: each answer that differs from the filed one, before and after, in words. */
import { listChanges, readAt, type JsonObject, type Plan, type PlanNode } from '@motcua/form-engine/runtime';
import { type AnswerContext, describeAnswer } from '../../form/answer-text.js';
import { textsAt } from '../../form/procedure-texts.js';
import type { FlowTexts } from '../flow-texts.js';

export interface ChangeRow {
  pointer: string;
  label: string;
  /** Empty: no answer. */
  before: string;
  after: string;
}

/** Both documents, and the words to tell them with. */
export interface ChangeSource {
  plan: Plan;
  before: JsonObject;
  after: JsonObject;
  context: AnswerContext;
  words: FlowTexts;
}

export function listChangeRows({ plan, before, after, context, words }: ChangeSource): ChangeRow[] {
  const nodes = new Map(listNodes(plan.root).map((node) => [node.pointer, node]));
  return listChanges(plan, before, after).flatMap((pointer): ChangeRow[] => {
    const node = nodes.get(pointer);
    if (!node) return [];
    const { label } = textsAt(context.texts, pointer);
    const say = (data: JsonObject): string => {
      const value = readAt(data, pointer);
      return value === undefined ? '' : describeAnswer(value, node, context).text;
    };
    return [{ pointer, label, ...tellApart(say(before), say(after), words) }];
  });
}

function listNodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.children ?? []).flatMap(listNodes)];
}

/** Masked numbers may read alike though they differ: then the new one says that it is new. */
function tellApart(before: string, after: string, words: FlowTexts): Pick<ChangeRow, 'before' | 'after'> {
  return before === after ? { before, after: words.t('supplement.new', { value: after }) } : { before, after };
}
