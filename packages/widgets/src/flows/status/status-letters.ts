/** The papers that the agency issued: listed, and the one that is open, to be read, printed and kept with its signature. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Dossier, Letter } from '@motcua/schemas';
import { downloadIcon, printerIcon } from '../../icons/paths.js';
import { renderIcon } from '../../icons/icon.js';
import { formatDay, formatTime } from '../moments.js';
import type { DossierView } from './status-view.js';

export function renderLetters({ letters = [] }: Dossier, view: DossierView): TemplateResult | typeof nothing {
  const { words, state, act } = view;
  if (letters.length === 0) return nothing;
  return html`<h3 class="title-2">${words.t('status.letters')}</h3>
    <ul class="letters">
      ${letters.map(({ sequence, kind, issuedAt }) => {
        const at = new Date(issuedAt);
        return html`<li>
          <div>
            <p class="letter-name">${words.t(`letter.${kind}`)}</p>
            <p class="meta">${formatTime(at, words.locale)}, ${formatDay(at)}</p>
          </div>
          <motcua-button
            variant="secondary"
            .busy=${state.busy}
            .accessibleLabel=${words.t(`letter.open.${kind}`)}
            @click=${() => act.openLetter(sequence)}
            >${words.t('status.letterOpen')}</motcua-button
          >
        </li>`;
      })}
    </ul>
    ${state.letter ? renderOpen(state.letter, view) : nothing}`;
}

function renderOpen(letter: Letter, { words, act }: DossierView): TemplateResult {
  return html`<section class="open-letter" tabindex="-1" aria-label=${words.t(`letter.${letter.kind as OpenKind}`)}>
    <div class="sheet-frame"><motcua-letter .letter=${letter}></motcua-letter></div>
    <div class="actions">
      <motcua-button stretch variant="primary" @click=${act.printLetter}>
        <span slot="icon">${renderIcon(printerIcon)}</span>${words.t('status.letterPrint')}</motcua-button
      >
      <motcua-button stretch variant="secondary" @click=${act.saveLetter}>
        <span slot="icon">${renderIcon(downloadIcon)}</span>${words.t('status.letterSigned')}</motcua-button
      >
      <motcua-button stretch variant="quiet" @click=${act.closeLetter}>${words.t('status.letterClose')}</motcua-button>
    </div>
  </section>`;
}

type OpenKind = Exclude<Letter['kind'], 'controlSheet'>;
