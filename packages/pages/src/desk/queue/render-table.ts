/** The queue as a table; on a narrow page each row stands as a block. Roles are written out, because a block that was a row loses its own. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clockIcon, errorIcon, pauseIcon, renderIcon, type IconPath, type Tone } from '@motcua/widgets/page-kit';
import type { Desk } from '../state/desk.js';
import { describeDue } from '../state/due-words.js';
import type { QueueRow } from '../state/queue-memory.js';
import { writeRoute } from '../state/route.js';
import { pickText } from '../text/desk-texts.js';

export interface TableFacts {
  desk: Desk;
  rows: readonly QueueRow[];
  selected: ReadonlySet<string>;
  canSelect: boolean;
  toggle(provisionalCode: string, isRange: boolean): void;
  toggleAll(): void;
  /** The focus came into this row. */
  enter(provisionalCode: string): void;
}

const ICONS: Partial<Record<Tone, IconPath>> = { danger: errorIcon, warning: clockIcon, neutral: pauseIcon };

export function renderTable(facts: TableFacts): TemplateResult {
  const { desk, rows, selected, canSelect } = facts;
  const { words } = desk;
  const whole = rows.every(({ provisionalCode }) => selected.has(provisionalCode));
  const head = (key: 'due' | 'dossier' | 'applicant' | 'state'): TemplateResult =>
    html`<th role="columnheader" scope="col">${words.t(`column.${key}`)}</th>`;
  return html`<div class="panel table">
    <table role="table" data-pick=${canSelect} aria-label=${words.t('queue.table')}>
      <thead role="rowgroup">
        <tr role="row">
          ${
            canSelect
              ? html`<th role="columnheader" class="pick">
                  <input
                    type="checkbox"
                    aria-label=${words.t('queue.selectAll')}
                    .checked=${whole}
                    @change=${facts.toggleAll}
                  />
                </th>`
              : nothing
          }
          ${head('due')}${head('dossier')}${head('applicant')}${head('state')}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          rows,
          ({ provisionalCode }) => provisionalCode,
          (row) => renderRow(row, facts),
        )}
      </tbody>
    </table>
  </div>`;
}

function renderRow(row: QueueRow, { desk, selected, canSelect, toggle, enter }: TableFacts): TemplateResult {
  const { words } = desk;
  const code = row.provisionalCode;
  const due = describeDue({ ...row, state: row.state.name }, desk.api.now(), words);
  const icon = row.state.name === 'submitted' ? undefined : ICONS[due.tone];
  return html`<tr role="row" data-code=${code} data-selected=${selected.has(code)} @focusin=${() => enter(code)}>
    ${
      canSelect
        ? html`<td role="cell" class="pick">
            <label class="pick-box"
              ><input
                type="checkbox"
                aria-label=${words.t('queue.select', { code: row.code, name: row.applicant })}
                .checked=${selected.has(code)}
                @click=${(event: MouseEvent) => toggle(code, event.shiftKey)}
            /></label>
          </td>`
        : nothing
    }
    <td role="cell" class="due tone-${due.tone}">
      <span class="toned-words">${icon ? renderIcon(icon, 16) : nothing}${due.words}</span>
      <span class="detail figures">${due.detail}</span>
    </td>
    <td role="cell" class="dossier">
      <a href=${writeRoute({ view: 'dossier', code: row.code })}>
        <strong>${pickText(row.procedure.title, words.locale)}</strong>
        <span class="detail figures">${row.code}</span>
      </a>
    </td>
    <td role="cell" class="applicant">${row.applicant}</td>
    <td role="cell" class="state">
      <motcua-tag
        .state=${row.state.name}
        .label=${row.state.name === 'unknown' ? row.state.rawLabel : ''}
      ></motcua-tag>
    </td>
  </tr>`;
}
