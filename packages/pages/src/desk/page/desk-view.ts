import { LitElement, type CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { buttonStyles, contentStyles, resetStyles, toneStyles, type TextParams } from '@motcua/widgets/page-kit';
import { deskStyles } from '../look/desk.styles.js';
import type { Desk } from '../state/desk.js';
import type { DeskTextKey } from '../text/desk-texts.js';

/** What the views of the desk share: the desk they belong to, its words and its look. */
export abstract class DeskView extends LitElement {
  static override styles: CSSResultGroup = [resetStyles, buttonStyles, contentStyles, toneStyles, deskStyles];

  @property({ attribute: false }) desk!: Desk;

  protected t(key: DeskTextKey, params?: TextParams): string {
    return this.desk.words.t(key, params);
  }

  /** Moves the focus into the view, once it is drawn. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
