/** What was signed, in plain words first and whole when asked; and the comparison with a file of the reader's own. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderIcon, uploadIcon } from '@motcua/widgets/page-kit';
import { type Companion, speaksOfFile } from '../document/check-companion.js';
import { listLeaves } from '../document/json-text.js';
import type { SignedDocument } from '../document/verify-document.js';
import { describePlace, describeValue, listMainPlaces } from './describe-value.js';
import { renderDifferences } from './render-differences.js';
import type { VerifyTexts } from './verify-texts.js';
import type { VerifyTextKey } from './verify-texts.vi.js';

export interface ComparedFile {
  name: string;
  companion: Companion;
}

export interface SignedView {
  signed: SignedDocument;
  /** The signature holds but something around it was altered. */
  refused: boolean;
  companions: readonly ComparedFile[];
  words: VerifyTexts;
  chooseCompanion(): void;
}

export function renderSigned(view: SignedView): TemplateResult {
  const { signed, refused, words } = view;
  const { payload, kind, kid, keyOrigin } = signed;
  const rows = [
    { key: words.t('field./kind'), value: words.t(`kind.${kind}`) },
    ...listMainPlaces(payload, words).map(([pointer, value]) => ({
      key: describePlace(pointer, words),
      value: describeValue(pointer, value, words),
      ...(pointer === '/payloadHash' ? { note: words.t('signed.hashNote') } : {}),
    })),
    {
      key: words.t('signed.key'),
      value: kid,
      note: words.t(keyOrigin === 'page' ? 'signed.keyPage' : 'signed.keyReader'),
    },
  ];
  return html`<section class="signed">
      <h2 class="title-2 first">${words.t(refused ? 'signed.titleTrue' : 'signed.title')}</h2>
      <motcua-facts .rows=${rows}></motcua-facts>
      <details>
        <summary>${words.t('signed.all')}</summary>
        <dl class="all folded">
          ${[...listLeaves(payload)].map(
            ([pointer, value]) =>
              html`<div>
                <dt>${describePlace(pointer, words)}</dt>
                <dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>
              </div>`,
          )}
        </dl>
      </details>
    </section>
    ${refused || !speaksOfFile(payload) ? nothing : renderCompanion(view)}`;
}

function renderCompanion({ companions, words, chooseCompanion }: SignedView): TemplateResult {
  return html`<section class="companion">
    <h2 class="title-2 first">${words.t('companion.title')}</h2>
    <p class="muted">${words.t('companion.text')}</p>
    <div role="status">${companions.map((compared) => renderComparison(compared, words))}</div>
    <div class="actions">
      <motcua-button stretch variant="secondary" @click=${chooseCompanion}>
        <span slot="icon">${renderIcon(uploadIcon)}</span>${words.t('companion.choose')}</motcua-button
      >
    </div>
  </section>`;
}

function renderComparison({ name, companion }: ComparedFile, words: VerifyTexts): TemplateResult {
  const [tone, key] = sayComparison(companion);
  const names = { signed: words.t('differences.signed'), found: words.t('differences.found') };
  return html`${name === '' ? nothing : html`<p class="muted file">${words.t('companion.compared', { name })}</p>`}
    <motcua-notice class="comparison" .tone=${tone}
      >${words.t(key, 'file' in companion ? { name: companion.file } : {})}</motcua-notice
    >
    ${'differences' in companion ? renderDifferences(companion.differences, names, words) : nothing}`;
}

function sayComparison(companion: Companion): ['success' | 'danger' | 'warning', VerifyTextKey] {
  if (companion.name === 'draft') return ['warning', 'companion.draft'];
  if (companion.name === 'same')
    return ['success', companion.as === 'file' ? 'companion.sameFile' : 'companion.sameAnswers'];
  if (companion.name === 'altered-file') return ['danger', 'companion.alteredFile'];
  return ['danger', companion.differences === undefined ? 'companion.different' : 'companion.differentPlaces'];
}
