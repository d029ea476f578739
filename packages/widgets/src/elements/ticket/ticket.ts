import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MotcuaElement } from '../../base/motcua-element.js';
import { renderIcon } from '../../icons/icon.js';
import { lockIcon } from '../../icons/paths.js';
import { resetStyles } from '../../styles/reset.js';
import { renderQrCode } from './qr-code.js';
import { ticketStyles } from './ticket.styles.js';

export interface TicketCode {
  readonly label: string;
  readonly value: string;
  /** The one big code of the ticket. */
  readonly main?: boolean;
  /** Where a code may break: after its first hyphen (a dossier code) or after each (a secret in groups). */
  readonly breaks?: 'first-hyphen' | 'each-hyphen';
  /** Kept off paper unless the citizen asks (`printSecrets`). */
  readonly secret?: boolean;
}

/**
 * What the citizen keeps: the codes of a dossier, and a QR code that leads to its look-up.
 *
 * @summary The ticket after sending.
 * @tag motcua-ticket
 * @slot actions - Buttons on the ticket, as the one that copies the codes.
 * @csspart ticket - The ticket.
 */
export class MotcuaTicket extends MotcuaElement {
  static override styles: CSSResultGroup = [resetStyles, ticketStyles];

  @property({ attribute: false }) codes: readonly TicketCode[] = [];
  /** What the QR code says; empty leaves it out. */
  @property() qr = '';
  @property({ attribute: 'qr-caption' }) qrCaption = '';
  /** A sentence under the ticket with a padlock. */
  @property({ attribute: 'privacy-note' }) privacyNote = '';
  @property({ type: Boolean, reflect: true, attribute: 'print-secrets' }) printSecrets = false;

  protected override render(): TemplateResult {
    return html`<div part="ticket" class="ticket">
        <div class="codes">
          <dl>${this.codes.map(renderCode)}</dl>
          <slot name="actions"></slot>
        </div>
        ${this.qr === '' ? nothing : this.#renderQr()}
      </div>
      ${this.privacyNote === '' ? nothing : html`<p class="privacy">${renderIcon(lockIcon)}<span>${this.privacyNote}</span></p>`}`;
  }

  #renderQr(): TemplateResult {
    return html`<div class="stub">
      <div class="qr-frame">${renderQrCode(this.qr, this.t('ticket.qr'))}</div>
      <p class="caption">${this.qrCaption || this.t('ticket.scan')}</p>
    </div>`;
  }
}

function renderCode(code: TicketCode): TemplateResult {
  const classes = ['code', code.main === true ? 'main' : '', code.secret === true ? 'secret' : ''].join(' ');
  return html`<div class=${classes}>
    <dt>${code.label}</dt>
    <dd>
      ${splitCode(code).map((piece, index) => html`${index > 0 ? html`<wbr />` : nothing}<span class="nowrap">${piece}</span>`)}
    </dd>
  </div>`;
}

/** Cuts a code into the pieces that must not break. */
export function splitCode({ value, breaks = 'first-hyphen' }: TicketCode): readonly string[] {
  if (breaks === 'each-hyphen') return value.split(/(?<=-)/);
  const at = value.indexOf('-') + 1;
  return at > 0 && at < value.length ? [value.slice(0, at), value.slice(at)] : [value];
}
