/** The catalogue of the verify page: the elements' words and its own. Both languages are in the page, since it may have no network. */
import {
  createTexts,
  elementsVi,
  loadElementWords,
  type ElementTextKey,
  type LocaleCode,
  type Texts,
} from '@motcua/widgets/page-kit';
import { verifyEn } from './verify-texts.en.js';
import { verifyVi, type VerifyTextKey } from './verify-texts.vi.js';

export type VerifyTexts = Texts<ElementTextKey | VerifyTextKey>;

export const vietnameseTexts: VerifyTexts = createTexts('vi', elementsVi, verifyVi);

export async function loadVerifyTexts(locale: LocaleCode): Promise<VerifyTexts> {
  return locale === 'vi' ? vietnameseTexts : createTexts('en', await loadElementWords('en'), verifyEn);
}
