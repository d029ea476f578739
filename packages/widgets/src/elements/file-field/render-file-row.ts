/** Draws one file row in each of its states. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderIcon } from '../../icons/icon.js';
import {
  checkIcon,
  crossIcon,
  documentIcon,
  errorIcon,
  refreshIcon,
  trashIcon,
  wifiOffIcon,
} from '../../icons/paths.js';
import type { ElementTextKey } from '../../text/elements.vi.js';
import { formatSent, formatSize, formatTimeLeft } from '../../text/format-amount.js';
import type { Texts } from '../../text/texts.js';
import { drawPreview } from './draw-preview.js';
import { percentSent, type FileRow, type FileState } from './file-row.js';

export interface FileRowActions {
  readonly act: (action: 'cancel' | 'retry' | 'remove', row: FileRow) => void;
  readonly chooseAnother: (row: FileRow) => void;
}

export function renderFileRow(row: FileRow, texts: Texts<ElementTextKey>, actions: FileRowActions): TemplateResult {
  return row.state.kind === 'refused'
    ? renderRefused(row, row.state, texts, actions)
    : renderAccepted(row, texts, actions);
}

function renderAccepted(row: FileRow, texts: Texts<ElementTextKey>, actions: FileRowActions): TemplateResult {
  const finished = row.state.kind === 'done';
  return html`${renderPreview(row)}
    <div class="facts">
      <p class="name">${row.name}</p>
      <p class="state">${renderState(row, texts)}</p>
      ${renderBar(row, texts)}
    </div>
    <button
      type="button"
      class="button icon-only"
      aria-label=${texts.t(finished ? 'file.removeNamed' : 'file.cancelNamed', { name: row.name })}
      @click=${() => actions.act(finished ? 'remove' : 'cancel', row)}
    >
      ${renderIcon(finished ? trashIcon : crossIcon)}
    </button>`;
}

function renderPreview(row: FileRow): TemplateResult {
  return row.preview === undefined
    ? html`<span class="no-preview">${renderIcon(documentIcon, 24)}</span>`
    : html`<canvas width="112" height="136" aria-hidden="true" ${drawPreview(row.preview)}></canvas>`;
}

function renderState(row: FileRow, texts: Texts<ElementTextKey>): TemplateResult {
  const { state } = row;
  const size = formatSize(row.size, texts.locale);
  if (state.kind === 'uploading') return html`<span>${writeProgress(row, state, texts)}</span>`;
  if (state.kind === 'waiting')
    return html`<strong class="informing">${renderIcon(wifiOffIcon, 16)}${texts.t('file.waiting')}</strong>
      <span class="nowrap">· ${size}</span>`;
  if (state.kind === 'checking')
    return html`<strong class="informing"><span class="ring"></span>${texts.t('file.checking')}</strong>
      <span class="nowrap">· ${size}</span>`;
  return html`<strong class="done">${renderIcon(checkIcon, 16)}${texts.t('file.done')}</strong>
    <span class="nowrap">· ${size}</span>`;
}

function writeProgress(row: FileRow, state: FileState & { kind: 'uploading' }, texts: Texts<ElementTextKey>): string {
  const progress = texts.t('file.progress', {
    percent: percentSent(state.sent, row.size),
    ...formatSent(state.sent, row.size, texts.locale),
  });
  return state.secondsLeft === undefined ? progress : `${progress} · ${formatTimeLeft(state.secondsLeft, texts)}`;
}

function renderBar(row: FileRow, texts: Texts<ElementTextKey>): TemplateResult | typeof nothing {
  const { state } = row;
  if (state.kind !== 'uploading' && !(state.kind === 'waiting' && state.sent !== undefined)) return nothing;
  return html`<progress
    max="100"
    .value=${percentSent(state.sent ?? 0, row.size)}
    aria-label=${texts.t('file.progressName', { name: row.name })}
  ></progress>`;
}

function renderRefused(
  row: FileRow,
  state: FileState & { kind: 'refused' },
  texts: Texts<ElementTextKey>,
  actions: FileRowActions,
): TemplateResult {
  const retry = state.cure === 'retry';
  return html`<div class="facts">
    <p class="name">${renderIcon(documentIcon)}<span>${row.name}</span></p>
    <p class="message error">${renderIcon(errorIcon)}<span>${state.message}</span></p>
    <div class="buttons">
      <button
        type="button"
        class="button secondary"
        @click=${() => (retry ? actions.act('retry', row) : actions.chooseAnother(row))}
      >
        ${renderIcon(refreshIcon)}${texts.t(retry ? 'file.retry' : 'file.chooseOther')}<span class="visually-hidden"
          >: ${row.name}</span
        >
      </button>
      <button type="button" class="button quiet" @click=${() => actions.act('remove', row)}>
        ${texts.t('file.remove')}<span class="visually-hidden">: ${row.name}</span>
      </button>
    </div>
  </div>`;
}
