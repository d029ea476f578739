/** The decision is made: what it did, the letter to print, the next dossier. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskDossier } from '@motcua/schemas';
import { printerIcon, renderIcon } from '@motcua/widgets/page-kit';
import type { DecisionMove } from '../decision/decisions.js';
import type { Desk } from '../state/desk.js';
import { formatInstant } from '../state/moments.js';

export interface DoneFacts {
  desk: Desk;
  dossier: DeskDossier;
  move: DecisionMove;
  print(): void;
  next(): void;
}

export function renderDone({ desk: { words }, dossier: { dossier }, move, print, next }: DoneFacts): TemplateResult {
  const due =
    dossier.dueAt === undefined
      ? ''
      : words.t('bulk.due', { time: formatInstant(new Date(dossier.dueAt), words.locale) });
  return html`<motcua-notice tone="success" .headingLevel=${2} .heading=${words.t(`move.${move}.done`)}>
    <span class="figures">${dossier.code}</span>${move === 'receive' && due !== '' ? `, ${due}` : ''}
    <div slot="actions" class="row">
      <button type="button" class="button primary done-next" @click=${next}>
        ${words.t('done.next')} <kbd aria-hidden="true">n</kbd>
      </button>
      ${
        (dossier.letters ?? []).length === 0
          ? nothing
          : html`<button type="button" class="button secondary" @click=${print}>
              ${renderIcon(printerIcon)}${words.t('done.print')} <kbd aria-hidden="true">i</kbd>
            </button>`
      }
    </div>
  </motcua-notice>`;
}
