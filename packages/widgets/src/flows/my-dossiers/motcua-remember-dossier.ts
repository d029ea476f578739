import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MyDossiers, Remembered } from '@motcua/client';
import { announce } from '../../base/announce.js';
import { resetStyles } from '../../styles/reset.js';
import type { FlowTexts } from '../flow-texts.js';

/**
 * The consent to remember a dossier on this device: a box that is never ticked beforehand. Taking the tick away forgets the dossier again.
 * Part of `<motcua-submission>`.
 *
 * @summary Remembers a dossier on this device.
 * @tag motcua-remember-dossier
 */
export class MotcuaRememberDossier extends LitElement {
  static override styles: CSSResultGroup = [resetStyles];

  @property({ attribute: false }) store: MyDossiers | undefined;
  @property({ attribute: false }) dossier: Remembered | undefined;
  @property({ attribute: false }) secret = '';
  @property({ attribute: false }) words!: FlowTexts;

  @state() private remembered = false;
  @state() private error = '';

  protected override firstUpdated(): void {
    void this.#look();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    if (!this.store) return nothing;
    return html`<motcua-checkbox-field
      pointer="#remember"
      .text=${words.t('sent.remember')}
      .hint=${words.t('sent.rememberHint')}
      .error=${this.error}
      .checked=${this.remembered}
      @motcua-input=${(event: Event & { value: unknown }) => void this.#choose(event.value === true)}
    ></motcua-checkbox-field>`;
  }

  async #look(): Promise<void> {
    const known = await this.store?.find(this.dossier?.provisionalCode ?? '').catch(() => undefined);
    this.remembered = known !== undefined;
  }

  async #choose(yes: boolean): Promise<void> {
    const { store, dossier, secret, words } = this;
    if (!store || !dossier) return;
    this.remembered = yes;
    this.error = '';
    try {
      if (yes) await store.keep(dossier, secret);
      else await forget(store, dossier.provisionalCode);
      announce(this, words.t(yes ? 'sent.remembered' : 'sent.forgotten'));
    } catch {
      this.remembered = !yes;
      this.error = words.t('sent.rememberFailed');
    }
  }
}

async function forget(store: MyDossiers, code: string): Promise<void> {
  const known = await store.find(code);
  if (known) await store.forget(known.id);
}
