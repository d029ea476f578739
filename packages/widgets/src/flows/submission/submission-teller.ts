/** Tells what changed in a submission: aloud to the citizen, as events to the host, and by focus. Each thing once, not at every key. */
import type { FlowTextKey } from '../../text/flows.vi.js';
import type { TextParams } from '../../text/texts.js';
import { problemSentence } from '../error-code.js';
import { MotcuaErrorEvent, MotcuaReadyEvent, MotcuaSaveEvent, MotcuaStepEvent } from '../events.js';
import type { Page, SessionState } from './session-state.js';

/** Where it is told. */
export interface TellingPlace {
  dispatchEvent(event: Event): boolean;
  announce(key: FlowTextKey, params?: TextParams): void;
  /** Reads the new page from its heading. */
  startOfPage(): void;
  /** Takes the citizen to the list of what is wrong. */
  showReport(): void;
}

export class SubmissionTeller {
  #last: SessionState | undefined;
  #saidSaved = false;
  #reopened = false;

  constructor(private readonly place: TellingPlace) {}

  /** The citizen asked to load anew: the page that comes is read from its heading, though it is the first. */
  reopen(): void {
    this.#reopened = true;
  }

  /** A new session begins. */
  restart(): void {
    this.#last = undefined;
  }

  /** True when another page was opened. */
  tell(now: SessionState): boolean {
    const before = this.#last;
    if (now === before) return false;
    this.#last = now;
    const turned = this.#tellPage(before?.page, now.page);
    if (now.report !== before?.report && now.reported.length > 0) this.place.showReport();
    if (before?.saved !== now.saved) this.#tellSaved(before, now);
    if (now.notice && now.notice !== before?.notice) this.#tellNotice(now.notice.code);
    return turned;
  }

  #tellPage(before: Page | undefined, page: Page): boolean {
    const name = nameOf(page);
    const earlier = before && nameOf(before);
    if (name === earlier || page.name === 'loading') return false;
    const first = earlier === undefined || earlier === 'loading';
    if (first) this.place.dispatchEvent(new MotcuaReadyEvent());
    if (!first || this.#reopened) this.place.startOfPage();
    this.#reopened = false;
    this.place.dispatchEvent(new MotcuaStepEvent(name));
    if (page.name === 'failed') this.place.dispatchEvent(new MotcuaErrorEvent(page.code));
    return true;
  }

  #tellSaved(before: SessionState | undefined, { saved }: SessionState): void {
    const earlier = before?.saved.kind;
    if (saved.kind === 'saved') {
      this.place.dispatchEvent(new MotcuaSaveEvent('saved'));
      if (!this.#saidSaved || earlier === 'failed') this.place.announce('saved.savedOnce');
      this.#saidSaved = true;
    }
    if (saved.kind === 'failed' && earlier !== 'failed') {
      this.place.dispatchEvent(new MotcuaSaveEvent('failed', saved.code));
      this.place.announce('saved.failedTitle');
    }
  }

  #tellNotice(code: string): void {
    this.place.announce(problemSentence(code), { code });
    if (!code.startsWith('send.')) this.place.dispatchEvent(new MotcuaErrorEvent(code));
  }
}

function nameOf(page: Page): string {
  return page.name === 'step' ? page.id : page.name;
}
