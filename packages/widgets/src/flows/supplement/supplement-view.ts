/** What the pages of a supplement draw with. */
import type { Dossier } from '@motcua/schemas';
import type { FieldSurroundings } from '../../controls/control.js';
import type { AnswerContext } from '../../form/answer-text.js';
import type { FlowTexts } from '../flow-texts.js';
import type { OpenSupplement } from './open-supplement.js';
import type { SupplementSession, SupplementState } from './supplement-session.js';

export interface SupplementView {
  session: SupplementSession;
  state: SupplementState;
  open: OpenSupplement;
  /** The dossier as it stands now; what is asked for is in `session.options.dossier`. */
  now: Dossier;
  words: FlowTexts;
  around: FieldSurroundings;
  context: AnswerContext;
  act: {
    send(): void;
    leave(): void;
    discard(): void;
    goToField(pointer: string): void;
    showStep(step: string): void;
    leaveStep(): void;
    takeOver(): void;
  };
}
