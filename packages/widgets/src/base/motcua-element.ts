/** What every element of ours shares: the words of its language and a way to say something politely. */
import { LitElement } from 'lit';
import type { ElementTextKey } from '../text/elements.vi.js';
import type { LocaleCode, TextParams } from '../text/texts.js';
import { announce } from './announce.js';
import { TextController } from './text-controller.js';

export abstract class MotcuaElement extends LitElement {
  protected readonly words = new TextController(this);

  protected t(key: ElementTextKey, params?: TextParams): string {
    return this.words.t(key, params);
  }

  protected get locale(): LocaleCode {
    return this.words.locale;
  }

  /** Says a sentence through the live region of the flow, or through one of its own where none listens. */
  protected announce(message: string): void {
    announce(this, message);
  }
}
