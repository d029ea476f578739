import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Register, RegisterRow } from '@motcua/schemas';
import { MotcuaElement } from '../../base/motcua-element.js';
import { resetStyles } from '../../styles/reset.js';
import { writeCount, writeDate, writeShortMoment } from '../letter/letter-times.js';
import { createLetterWords, type LetterWords } from '../letter/letter-words.js';
import { printSheet } from '../letter/print-sheet.js';
import { renderHead, renderPlaceAndDay } from '../letter/render-frame.js';
import { renderTable, type LetterColumn } from '../letter/render-table.js';
import { sheetPrintStyles } from '../letter/sheet-print.styles.js';
import { sheetStyles } from '../letter/sheet.styles.js';
import { registerStyles } from './register.styles.js';

/**
 * The register of the dossiers that an agency received (Mẫu 06) as sheets of A4, on the long side. Official text, so it stays Vietnamese.
 *
 * @summary The printed register of an agency.
 * @tag motcua-register
 * @csspart sheet - The paper.
 */
export class MotcuaRegister extends MotcuaElement {
  static override styles: CSSResultGroup = [resetStyles, sheetStyles, sheetPrintStyles, registerStyles];

  @property({ attribute: false }) register: Register | undefined;

  /** Prints the register alone, on A4. Resolves when the print dialog is closed. */
  async print(): Promise<void> {
    await this.updateComplete;
    await printSheet(this, 'A4 landscape');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { register } = this;
    if (!register) return nothing;
    const words = createLetterWords(this.locale);
    const { agency, from, to, issuedAt, rows, next } = register;
    return html`<article
      part="sheet"
      class=${words.glossed ? 'sheet glossed' : 'sheet'}
      lang="vi"
      aria-labelledby="title"
    >
      ${renderHead(agency, words)} ${renderPlaceAndDay(agency, issuedAt, words)}
      <div class="titles">
        <h2 id="title">${words.say('title.register')}</h2>
        <p class="range">${words.say('register.range', { from: writeDate(from), to: writeDate(to) })}</p>
      </div>
      <div class="content">
        ${rows.length === 0 ? html`<p>${words.say('register.none')}</p>` : renderRows(rows, words)}
        ${next === undefined ? nothing : html`<p>${words.say('register.more')}</p>`}
      </div>
      <footer class="foot"><p>${words.say('form', { form: register.form })}</p></footer>
    </article>`;
  }
}

/** On a narrow screen the table scrolls by itself; then it can be reached by keyboard. */
function renderRows(rows: readonly RegisterRow[], words: LetterWords): TemplateResult {
  return html`<div class="rows" tabindex="0" role="region" aria-label=${words.official('register.table')}>
    ${renderTable({ caption: 'register.table', captionHidden: true, columns: listColumns(words), rows }, words)}
  </div>`;
}

function listColumns(words: LetterWords): LetterColumn<RegisterRow>[] {
  const time = (value: string | undefined): string => (value === undefined ? '' : writeShortMoment(value));
  return [
    { head: 'register.number', kind: 'number', cell: ({ number }) => String(number) },
    { head: 'register.code', kind: 'code', names: true, cell: ({ code }) => code },
    { head: 'register.procedure', cell: ({ procedure }) => words.name(procedure.title) },
    { head: 'register.sets', kind: 'number', cell: ({ sets }) => writeCount(sets, 'vi') },
    { head: 'register.applicant', cell: ({ applicant }) => applicant },
    { head: 'register.receivedAt', kind: 'time', cell: ({ receivedAt }) => time(receivedAt) },
    { head: 'register.dueAt', kind: 'time', cell: ({ dueAt }) => time(dueAt) },
    { head: 'register.completedAt', kind: 'time', cell: ({ completedAt }) => time(completedAt) },
    { head: 'register.returnedAt', kind: 'time', cell: ({ returnedAt }) => time(returnedAt) },
    {
      head: 'register.state',
      cell: ({ state }) => (state.name === 'unknown' ? state.rawLabel : words.say(`state.${state.name}`)),
    },
  ];
}
