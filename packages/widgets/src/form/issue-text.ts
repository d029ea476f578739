/** An issue in words: the author's own, else the engine's for its code. The same words stand beside the field and in the summary. */
import { renderIssue } from '@motcua/form-engine/text';
import type { Issue } from '@motcua/schemas';
import type { FieldSurroundings } from '../controls/control.js';
import { flowsVi, type FlowTextKey } from '../text/flows.vi.js';
import { furtherWords } from './further-kinds.js';
import { textsAt } from './procedure-texts.js';

export function issueText(issue: Issue, { words, texts }: Pick<FieldSurroundings, 'words' | 'texts'>): string {
  const own = `issue.${issue.code}`;
  if (Object.hasOwn(flowsVi, own)) return words.t(own as FlowTextKey, { label: textsAt(texts, issue.pointer).label });
  return renderIssue(issue, {
    messages: words.messages,
    fieldTexts: texts.fields,
    catalog: furtherWords(words.locale),
  });
}
