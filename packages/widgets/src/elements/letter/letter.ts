import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Letter } from '@motcua/schemas';
import { MotcuaElement } from '../../base/motcua-element.js';
import { resetStyles } from '../../styles/reset.js';
import { renderQrCode } from '../ticket/qr-code.js';
import { createLetterWords, type LetterWords } from './letter-words.js';
import { printSheet } from './print-sheet.js';
import { renderBody } from './render-body.js';
import { renderHead, renderPlaceAndDay, renderSigners, type Signer } from './render-frame.js';
import { sheetPrintStyles } from './sheet-print.styles.js';
import { sheetStyles } from './sheet.styles.js';

/**
 * A letter of the agency about a dossier (Mẫu 01 to 05, and the notice of the result) as a sheet of A5. It is official text, so it stays Vietnamese;
 * where the page speaks English, the meaning stands beneath.
 *
 * @summary A printed letter of the agency.
 * @tag motcua-letter
 * @csspart sheet - The paper.
 */
export class MotcuaLetter extends MotcuaElement {
  static override styles: CSSResultGroup = [resetStyles, sheetStyles, sheetPrintStyles];

  @property({ attribute: false }) letter: Letter | undefined;
  /** What the QR code says, as the address of a look-up; empty: the code of the dossier. */
  @property() qr = '';

  /** Prints the sheet alone, on A5. Resolves when the print dialog is closed. */
  async print(): Promise<void> {
    await this.updateComplete;
    await printSheet(this, 'A5');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { letter } = this;
    if (!letter) return nothing;
    const words = createLetterWords(this.locale);
    return html`<article
      part="sheet"
      class=${words.glossed ? 'sheet glossed' : 'sheet'}
      lang="vi"
      aria-labelledby="title"
    >
      ${renderHead(letter.agency, words)} ${renderPlaceAndDay(letter.agency, letter.issuedAt, words)}
      <div class="titles">
        <h2 id="title">${words.say(`title.${letter.kind}`)}</h2>
        ${renderCodes(letter, words)}
      </div>
      <div class="content">${renderBody(letter, words)}</div>
      <div class="end">
        ${renderSigners(listSigners(letter), words)} ${renderFoot(letter, this.qr || letter.code, words)}
      </div>
    </article>`;
  }
}

function renderCodes({ officialCode, provisionalCode }: Letter, words: LetterWords): TemplateResult {
  return html`<div class="codes">
    ${
      officialCode === undefined
        ? nothing
        : html`<p>${words.label('code')} <span class="figure">${officialCode}</span></p>`
    }
    <p>${words.label('provisionalCode')} <span class="figure">${provisionalCode}</span></p>
  </div>`;
}

/** Whose signatures a form has a place for. */
function listSigners(letter: Letter): readonly Signer[] {
  const { officer } = letter;
  const applicant: Signer = { role: 'sign.applicant', name: letter.applicant.name };
  switch (letter.kind) {
    case 'receptionSlip':
    case 'refusal':
      return [applicant, { role: 'sign.receiver', name: officer }];
    case 'supplementRequest':
      return [applicant, { role: 'sign.guide', name: officer }];
    case 'apology':
      return [{ role: 'sign.agency' }];
    case 'controlSheet':
      return [{ role: 'sign.controller' }];
    case 'result':
      return [
        { role: 'sign.taker', name: letter.applicant.name },
        { role: 'sign.giver', name: officer },
      ];
  }
}

function renderFoot(letter: Letter, qr: string, words: LetterWords): TemplateResult {
  const form = letter.kind === 'result' ? undefined : letter.form;
  return html`<footer class="foot">
    ${renderQrCode(qr, words.official('qr', { code: letter.code }))}
    <div>
      ${letter.kind === 'controlSheet' ? nothing : html`<p>${words.say(letter.jws === undefined ? 'preview' : 'signed')}</p>`}
      ${form === undefined ? nothing : html`<p>${words.say('form', { form })}</p>`}
    </div>
  </footer>`;
}
