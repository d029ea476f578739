import { html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { buttonStyles, contentStyles, resetStyles } from '@motcua/widgets/page-kit';
import { deskStyles } from '../look/desk.styles.js';
import { areKeysOn, switchKeys } from '../state/shortcuts.js';
import type { DeskTexts } from '../text/desk-texts.js';
import { DECISIONS } from '../decision/decisions.js';
import { dialogStyles } from './dialog.styles.js';

const EVERYWHERE = ['/', '?'] as const;
const QUEUE = ['j', 'k', 'Enter', 'x', 'a', 'r', 'n'] as const;
const DOSSIER = ['n', 'v', 'p', 'h', 'i', 'Esc'] as const;

/**
 * The keys of the desk, and the switch that turns single keys off.
 *
 * @summary The table of keys.
 * @tag motcua-desk-keys
 */
export class MotcuaDeskKeys extends LitElement {
  static override styles: CSSResultGroup = [resetStyles, buttonStyles, contentStyles, deskStyles, dialogStyles];

  @property({ attribute: false }) words!: DeskTexts;
  @state() private isOn = areKeysOn();
  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    this.isOn = areKeysOn();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const keys = (key: string, text: string): TemplateResult =>
      html`<tr>
        <td><kbd>${key}</kbd></td>
        <td>${text}</td>
      </tr>`;
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading" class="title-2 first">${words.t('keys.title')}</h2>
      <label class="switch"
        ><input type="checkbox" .checked=${this.isOn} @change=${this.#onSwitch} />${words.t('keys.switch')}</label
      >
      <h3>${words.t('keys.everywhere')}</h3>
      <table aria-label=${words.t('keys.everywhere')}>
        <tbody>
          ${EVERYWHERE.map((key) => keys(key, words.t(`key.${key}`)))}
        </tbody>
      </table>
      <h3>${words.t('keys.queue')}</h3>
      <table aria-label=${words.t('keys.queue')}>
        <tbody>
          ${QUEUE.map((key) => keys(key, words.t(`key.queue.${key}`)))}
        </tbody>
      </table>
      <h3>${words.t('keys.dossier')}</h3>
      <table aria-label=${words.t('keys.dossier')}>
        <tbody>
          ${DECISIONS.map(({ key, move }) => keys(key, words.t(`move.${move}`)))}${DOSSIER.map((key) => keys(key, words.t(`key.dossier.${key}`)))}
        </tbody>
      </table>
      <p>
        <button type="button" class="button secondary" @click=${() => this.dialog.close()}>
          ${words.t('keys.close')}
        </button>
      </p>
    </dialog>`;
  }

  readonly #onSwitch = (event: Event): void => {
    this.isOn = (event.target as HTMLInputElement).checked;
    switchKeys(this.isOn);
  };
}
