/** With what it is checked: the public keys, the implementation, and whether the page needs a network. */
import { html, nothing, type TemplateResult } from 'lit';
import { downloadIcon, formatDay, renderIcon } from '@motcua/widgets/page-kit';
import type { KnownKeys } from '../document/verify-document.js';
import type { Ed25519 } from '../signature/ed25519.js';
import type { KeyFault, PublicKey } from '../signature/read-keys.js';
import type { Offline } from './keep-offline.js';
import type { PageFacts } from './page-facts.js';
import type { VerifyTexts } from './verify-texts.js';

export interface MeansView {
  keys: KnownKeys;
  ed25519: Ed25519 | undefined;
  offline: Offline | undefined;
  download: PageFacts['download'];
  keyText: string;
  keyFault: KeyFault | undefined;
  keyAdded: boolean;
  words: VerifyTexts;
  typeKey(text: string): void;
  addKey(): void;
}

export function renderMeans(view: MeansView): TemplateResult {
  return html`<section class="means">${renderKeys(view)}${renderOffline(view)}</section>`;
}

function renderKeys({ keys, ed25519, keyText, keyFault, keyAdded, words, typeKey, addKey }: MeansView): TemplateResult {
  const own = keys.page.length;
  return html`<details ?open=${own === 0 && keys.reader.length === 0}>
    <summary>${words.t('keys.title')}</summary>
    <div class="folded">
      <p>${words.t('keys.text')}</p>
      <div class="codes">
        <p>${own === 0 ? words.t('keys.none') : words.t('keys.page', { count: own })}</p>
        ${keys.page.map((key) => renderKey(key, words))}
      </div>
      ${
        keys.reader.length === 0
          ? nothing
          : html`<div class="codes">
              <p>${words.t('keys.reader', { count: keys.reader.length })}</p>
              ${keys.reader.map((key) => renderKey(key, words))}
            </div>`
      }
      ${ed25519 ? html`<p class="muted">${words.t(ed25519.by === 'browser' ? 'keys.byBrowser' : 'keys.byPage')}</p>` : nothing}
      <motcua-textarea-field
        class="key-field"
        .label=${words.t('keys.paste')}
        .hint=${words.t('keys.pasteHint')}
        .error=${keyFault ? words.t(`keys.fault.${keyFault}`) : ''}
        .value=${keyText}
        @motcua-input=${(event: Event & { value: string }) => typeKey(event.value)}
      ></motcua-textarea-field>
      <div role="status">
        ${keyAdded ? html`<motcua-notice tone="success">${words.t('keys.used')}</motcua-notice>` : nothing}
      </div>
      <div><motcua-button stretch variant="secondary" @click=${addKey}>${words.t('keys.use')}</motcua-button></div>
    </div>
  </details>`;
}

function renderKey({ kid, until, revoked }: PublicKey, words: VerifyTexts): TemplateResult {
  const remarks = [
    until === undefined ? '' : words.t('keys.until', { date: formatDay(new Date(until)) }),
    revoked ? words.t('keys.revoked') : '',
  ].filter((text) => text !== '');
  return html`<p>
    <span class="value">${kid}</span
    >${remarks.length > 0 ? html` <span class="muted">(${remarks.join(', ')})</span>` : nothing}
  </p>`;
}

function renderOffline({ offline, download, words }: MeansView): TemplateResult | typeof nothing {
  if (!offline) return nothing;
  return html`<details>
    <summary>${words.t('offline.title')}</summary>
    <div class="folded">
      <p class="offline">${words.t(`offline.${offline}`)}</p>
      ${
        download && offline !== 'file'
          ? html`<div>
                <motcua-button stretch variant="secondary" .href=${download.href} download="verify.html">
                  <span slot="icon">${renderIcon(downloadIcon)}</span>${words.t('offline.download')}</motcua-button
                >
              </div>
              <p class="muted codes">${words.t('offline.hash')} <span class="value">${download.sha256}</span></p>`
          : nothing
      }
    </div>
  </details>`;
}
