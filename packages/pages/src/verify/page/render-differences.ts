/** Places that differ, both values under each other with the differing part marked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Difference } from '../document/compare-values.js';
import { describePlace, describeValue } from './describe-value.js';
import type { VerifyTexts } from './verify-texts.js';

export interface SideNames {
  signed: string;
  found: string;
}

export function renderDifferences(
  differences: readonly Difference[] | undefined,
  names: SideNames,
  words: VerifyTexts,
): TemplateResult | typeof nothing {
  if (differences === undefined || differences.length === 0) return nothing;
  return html`<div class="differences">
    ${differences.map(({ pointer, signed, found }) => {
      const [left, right] = [signed, found].map((value) => describeValue(pointer, value, words)) as [string, string];
      return html`<div class="difference">
        <p class="place">${describePlace(pointer, words)}</p>
        <dl>
          <dt>${names.signed}</dt>
          <dd class="value">${renderMarked(left, right)}</dd>
          <dt>${names.found}</dt>
          <dd class="value">${renderMarked(right, left)}</dd>
        </dl>
      </div>`;
    })}
  </div>`;
}

/** Marks what `text` has between the beginning and the end that it shares with `other`. */
function renderMarked(text: string, other: string): TemplateResult {
  const [signs, others] = [[...text], [...other]];
  const shortest = Math.min(signs.length, others.length);
  let start = 0;
  while (start < shortest && signs[start] === others[start]) start += 1;
  let end = 0;
  while (end < shortest - start && signs.at(-1 - end) === others.at(-1 - end)) end += 1;
  const middle = signs.slice(start, signs.length - end).join('');
  return html`${signs.slice(0, start).join('')}${middle === '' ? nothing : html`<mark>${middle}</mark>`}${signs.slice(signs.length - end).join('')}`;
}
