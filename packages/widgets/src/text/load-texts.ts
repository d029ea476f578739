/** Gets the elements' words: Vietnamese at once, another language when it is asked for. */
import { elementsVi, type ElementTextKey } from './elements.vi.js';
import { createTexts, type LocaleCode, type Text, type Texts } from './texts.js';

/** The words that hold where no provider stands above an element. */
export const defaultTexts: Texts<ElementTextKey> = createTexts<ElementTextKey>('vi', elementsVi);

/** The module of words of a language, to be merged with others by `createTexts`. */
export async function loadElementWords(locale: LocaleCode): Promise<Readonly<Record<ElementTextKey, Text>>> {
  return locale === 'vi' ? elementsVi : (await import('./elements.en.js')).elementsEn;
}

/** The elements' catalogue of a language; for flows, merge `loadElementWords` with their own words instead. */
export async function loadTexts(locale: LocaleCode): Promise<Texts<ElementTextKey>> {
  return locale === 'vi' ? defaultTexts : createTexts<ElementTextKey>(locale, await loadElementWords(locale));
}
