/** What became of each dossier of a bulk reception. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskReceptions } from '@motcua/schemas';
import type { Desk } from '../state/desk.js';
import { formatInstant } from '../state/moments.js';
import { writeRoute } from '../state/route.js';
import { describeCode } from '../text/describe-problem.js';

type Result = DeskReceptions['results'][number];

export function renderReceptions(results: readonly Result[], desk: Desk, close: () => void): TemplateResult {
  const { words } = desk;
  const received = results.filter(({ outcome }) => outcome === 'received').length;
  const refused = results.length - received;
  return html`<motcua-notice
    tone=${refused === 0 ? 'success' : 'warning'}
    .headingLevel=${2}
    .heading=${words.t('bulk.done', { count: received }) + (refused === 0 ? '' : ` ${words.t('bulk.refused', { count: refused })}`)}
  >
    <ul class="receptions">
      ${results.map((result) => renderResult(result, desk))}
    </ul>
    <button slot="actions" type="button" class="button secondary small" @click=${close}>
      ${words.t('bulk.close')}
    </button>
  </motcua-notice>`;
}

function renderResult(result: Result, { words }: Desk): TemplateResult {
  if (result.outcome === 'refused')
    return html`<li>
      <a class="figures" href=${writeRoute({ view: 'dossier', code: result.asked })}>${result.asked}</a>:
      ${describeCode(result.problem.code, words)}
    </li>`;
  return html`<li>
    <span class="figures">${result.asked}</span> →
    <a class="figures" href=${writeRoute({ view: 'dossier', code: result.officialCode })}>${result.officialCode}</a>${
      result.dueAt === undefined
        ? nothing
        : html`, ${words.t('bulk.due', { time: formatInstant(new Date(result.dueAt), words.locale) })}`
    }
  </li>`;
}
