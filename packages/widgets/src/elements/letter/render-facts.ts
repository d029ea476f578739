/** Facts of a letter: a label, and what stands for it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Letter } from '@motcua/schemas';
import type { LetterTextKey } from '../../text/letters.vi.js';
import type { LetterWords } from './letter-words.js';

export interface LetterFact {
  label: LetterTextKey;
  /** Absent: the fact is not known, and its line is left out. */
  value: TemplateResult | string | undefined;
  /** Figures that must be found at a glance. */
  strong?: boolean;
  /** Shares its line with the short facts beside it. */
  short?: boolean;
}

export function renderFacts(facts: readonly LetterFact[], words: LetterWords): TemplateResult {
  return html`<dl class="facts">
    ${facts.map(({ label, value, strong, short }) =>
      value === undefined
        ? nothing
        : html`<div class=${short === true ? 'fact short' : 'fact'}>
            <dt>${words.label(label)}</dt>
            <dd class=${strong === true ? 'strong' : ''}>${value}</dd>
          </div>`,
    )}
  </dl>`;
}

/** Whose dossier it is and what it asks for; the same on each form. */
export function listApplicantFacts(
  { applicant, procedure }: Letter,
  label: LetterTextKey,
  words: LetterWords,
): LetterFact[] {
  return [
    { label, value: applicant.name, strong: true },
    { label: 'address', value: applicant.address },
    { label: 'phone', value: applicant.phone, short: true },
    { label: 'email', value: applicant.email, short: true },
    { label: 'procedure', value: words.name(procedure.title) },
  ];
}
