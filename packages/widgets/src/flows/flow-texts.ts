/** The catalogue that a journey hands down: the elements' words and its own, in the page's language. */
import { type MessagePack, viMessages } from '@motcua/form-engine/text';
import { keepFurtherWords } from '../form/further-kinds.js';
import { elementsVi, type ElementTextKey } from '../text/elements.vi.js';
import { flowsVi, type FlowTextKey } from '../text/flows.vi.js';
import { createTexts, type LocaleCode, type Texts } from '../text/texts.js';

/** The words of a page, and with them the engine's for what is wrong. */
export type FlowTexts = Texts<ElementTextKey | FlowTextKey> & { readonly messages: MessagePack };

/** Vietnamese is always at hand; nothing is loaded for it. */
export const vietnameseFlowTexts: FlowTexts = {
  ...createTexts<ElementTextKey | FlowTextKey>('vi', elementsVi, flowsVi),
  messages: viMessages,
};

/** The words of a language; another one than Vietnamese comes as lazy modules. */
export async function loadFlowTexts(locale: LocaleCode): Promise<FlowTexts> {
  if (locale === 'vi') return vietnameseFlowTexts;
  const { elementsEn, enMessages, flowsEn, furtherEn } = await import('../text/english.js');
  keepFurtherWords(locale, furtherEn);
  return { ...createTexts<ElementTextKey | FlowTextKey>(locale, elementsEn, flowsEn), messages: enMessages };
}
