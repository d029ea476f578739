/** Says the official words of a letter, with their meaning beneath for a reader of another language. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizedText } from '@motcua/schemas';
import { lettersEn } from '../../text/letters.en.js';
import { lettersVi, type LetterTextKey } from '../../text/letters.vi.js';
import { createTexts, type LocaleCode, type TextParams } from '../../text/texts.js';

const official = createTexts<LetterTextKey>('vi', lettersVi);
const english = createTexts<LetterTextKey>('en', lettersEn);

export interface LetterWords {
  /** Meanings stand beneath the official words. */
  readonly glossed: boolean;
  /** The official words alone. */
  official(key: LetterTextKey, params?: TextParams): string;
  /** The official words with their meaning; parameters may have a meaning of their own. */
  say(key: LetterTextKey, params?: TextParams, glossParams?: TextParams): TemplateResult;
  /** The official words as the label of a value, with a colon; their meaning beneath. */
  label(key: LetterTextKey): TemplateResult;
  /** A name as data, with its other language beneath. */
  name(text: LocalizedText): TemplateResult;
  /** A value that is written differently in each language. */
  value(write: (locale: LocaleCode) => string): TemplateResult;
}

export function createLetterWords(locale: LocaleCode): LetterWords {
  const beneath = (text: string | undefined): TemplateResult | typeof nothing =>
    locale === 'vi' || text === undefined ? nothing : html` <span class="gloss" lang="en">${text}</span>`;
  return {
    glossed: locale !== 'vi',
    official: (key, params) => official.t(key, params),
    say: (key, params, glossParams = params) => html`${official.t(key, params)}${beneath(english.t(key, glossParams))}`,
    label: (key) =>
      html`<span class="label"><span class="official">${official.t(key)}:</span>${beneath(english.t(key))}</span>`,
    name: ({ vi, en }) => html`${vi}${beneath(en)}`,
    value: (write) => html`${write('vi')}${beneath(write('en'))}`,
  };
}
