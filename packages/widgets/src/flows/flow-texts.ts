/** The catalogue that a journey hands down: the elements' words and its own, in the page's language. */
import { elementsVi, type ElementTextKey } from '../text/elements.vi.js';
import { flowsVi, type FlowTextKey } from '../text/flows.vi.js';
import { loadElementWords } from '../text/load-texts.js';
import { createTexts, type LocaleCode, type Texts } from '../text/texts.js';

export type FlowTexts = Texts<ElementTextKey | FlowTextKey>;

/** Vietnamese is always at hand; nothing is loaded for it. */
export const vietnameseFlowTexts: FlowTexts = createTexts('vi', elementsVi, flowsVi);

/** The words of a language; another one than Vietnamese comes as lazy modules. */
export async function loadFlowTexts(locale: LocaleCode): Promise<FlowTexts> {
  if (locale === 'vi') return vietnameseFlowTexts;
  const [words, { flowsEn }] = await Promise.all([loadElementWords(locale), import('../text/flows.en.js')]);
  return createTexts(locale, words, flowsEn);
}
