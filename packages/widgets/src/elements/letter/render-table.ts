/** A table of a letter: its name, its column heads, its rows; a row is never cut between two pages. */
import { html, type TemplateResult } from 'lit';
import type { LetterTextKey } from '../../text/letters.vi.js';
import type { LetterWords } from './letter-words.js';

export interface LetterColumn<Row> {
  head: LetterTextKey;
  /** Columns of figures are narrow, so that words have the room. */
  kind?: 'number' | 'count' | 'time' | 'who' | 'code' | 'hash';
  /** Left out on a narrow screen, where it would take the room from words; never on paper. */
  roomy?: boolean;
  /** The cell that names its row. */
  names?: boolean;
  cell(row: Row, index: number): TemplateResult | string;
}

export interface LetterTable<Row> {
  caption: LetterTextKey;
  columns: readonly LetterColumn<Row>[];
  rows: readonly Row[];
  /** The caption stands above it already. */
  captionHidden?: boolean;
}

export function renderTable<Row>(
  { caption, columns, rows, captionHidden }: LetterTable<Row>,
  words: LetterWords,
): TemplateResult {
  return html`<table>
    <caption class=${captionHidden === true ? 'visually-hidden' : ''}>
      ${words.say(caption)}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col" class=${nameClass(column)}>${words.say(column.head)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row, index) =>
          html`<tr>
            ${columns.map((column) =>
              column.names === true
                ? html`<th scope="row" class=${nameClass(column)}>${column.cell(row, index)}</th>`
                : html`<td class=${nameClass(column)}>${column.cell(row, index)}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function nameClass<Row>({ kind, roomy }: LetterColumn<Row>): string {
  return [kind ?? 'words', ...(roomy === true ? ['roomy'] : [])].join(' ');
}
