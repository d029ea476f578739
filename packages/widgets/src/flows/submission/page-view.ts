/** What every page of a submission draws with: the session and its state, words, and the acts of the element around it. */
import type { TemplateResult } from 'lit';
import type { FieldSurroundings } from '../../controls/control.js';
import type { Agency, LocalizedText } from '@motcua/schemas';
import { unitInSentence } from '../../form/unit-names.js';
import type { LocaleCode } from '../../text/texts.js';
import type { FlowTexts } from '../flow-texts.js';
import type { SessionState } from './session-state.js';
import type { SubmissionSession } from './submission-session.js';

export interface PageView {
  session: SubmissionSession;
  state: SessionState;
  words: FlowTexts;
  /** Absent until the plan is there. */
  around: FieldSurroundings | undefined;
  declared: boolean;
  /** Address of the look-up page with the code in its fragment; empty where the host named no page. */
  statusAddress(code: string): string;
  /** Where anybody verifies the signed confirmation; empty where the host brought a client of its own. */
  verifyAddress: string;
  act: PageActs;
}

export interface PageActs {
  /** Asks before something that cannot be undone. */
  confirm(question: Question): Promise<boolean>;
  announce(message: string): void;
  /** Reads the page from its heading again, when the button that was pressed is gone. */
  focusHeading(): void;
  downloadDraft(id?: string): Promise<void>;
  declare(ticked: boolean): void;
  send(): Promise<void>;
  goToField(pointer: string): Promise<void>;
  changeLocale(locale: LocaleCode): void;
  /** Loads everything anew after a failure. */
  reopen(): void;
  printConfirmation(): Promise<void>;
}

export interface Question {
  heading: string;
  text: string;
  confirm: string;
}

export type RenderPage = (view: PageView) => TemplateResult;

/** A text of the record in the page's language, Vietnamese where it lacks. */
export function inLanguage(text: LocalizedText | undefined, words: FlowTexts): string {
  return text === undefined ? '' : (text[words.locale] ?? text.vi);
}

/** An agency with its province, as `Ủy ban nhân dân phường Hà Đông, thành phố Hà Nội`. */
export function agencyInWords({ name, provinceName }: Agency, words: FlowTexts): string {
  return `${inLanguage(name, words)}, ${unitInSentence(inLanguage(provinceName, words))}`;
}
