/** The official label of a state; one that this version does not know shows its own. */
import type { DossierState } from '@motcua/schemas';
import type { FlowTexts } from './flow-texts.js';

export function stateLabel(state: DossierState, words: FlowTexts): string {
  return state.name === 'unknown' ? state.rawLabel : words.t(`state.${state.name}`);
}
