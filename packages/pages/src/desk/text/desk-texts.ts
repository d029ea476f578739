/** The catalogue of the desk: the elements' words and its own, in both languages. */
import {
  createTexts,
  elementsVi,
  loadElementWords,
  type ElementTextKey,
  type LocaleCode,
  type Texts,
} from '@motcua/widgets/page-kit';
import type { LocalizedText } from '@motcua/schemas';
import { deskVi, type OwnTextKey } from './desk-texts.vi.js';

export type DeskTextKey = ElementTextKey | OwnTextKey;
export type DeskTexts = Texts<DeskTextKey>;

export const vietnameseTexts: DeskTexts = createTexts('vi', elementsVi, deskVi);

export async function loadDeskTexts(locale: LocaleCode): Promise<DeskTexts> {
  if (locale === 'vi') return vietnameseTexts;
  const { deskEn } = await import('./desk-texts.en.js');
  return createTexts('en', await loadElementWords('en'), deskEn);
}

/** A text of the gateway in the page's language, Vietnamese where it has no other. */
export function pickText(text: LocalizedText, locale: LocaleCode): string {
  return (locale === 'en' ? text.en : undefined) ?? text.vi;
}
