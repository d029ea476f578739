/** What dossier this is, in which state, until when. */
import { html, type TemplateResult } from 'lit';
import type { DeskDossier } from '@motcua/schemas';
import type { Desk } from '../state/desk.js';
import { describeDue } from '../state/due-words.js';
import { formatInstant } from '../state/moments.js';
import { pickText } from '../text/desk-texts.js';

export function renderSummary({
  desk: { words, api },
  dossier: { dossier, mark },
  applicant,
}: {
  desk: Desk;
  dossier: DeskDossier;
  applicant: string;
}): TemplateResult {
  const { state, code, submittedAt, dueAt } = dossier;
  const due = describeDue(
    {
      state: state.name,
      submittedAt,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(mark === undefined ? {} : { mark }),
    },
    api.now(),
    words,
  );
  const title = pickText(dossier.procedure.title, words.locale);
  return html`<div class="title-row summary">
    <div>
      <h1 class="title" tabindex="-1">${applicant === '' ? title : `${title}: ${applicant}`}</h1>
      <p class="row facts">
        <span class="figures code">${code}</span>
        <motcua-tag .state=${state.name} .label=${state.name === 'unknown' ? state.rawLabel : ''}></motcua-tag>
        <span class="muted">${words.t('due.sent', { time: formatInstant(new Date(submittedAt), words.locale) })}</span>
      </p>
    </div>
    <div class="due tone-${due.tone}">
      <span class="muted">${words.t('column.due')}</span>
      <span class="toned-words">${due.words}</span>
      ${dueAt === undefined ? '' : html`<span class="muted figures">${formatInstant(new Date(dueAt), words.locale)}</span>`}
    </div>
  </div>`;
}
