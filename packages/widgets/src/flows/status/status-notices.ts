/** What stands above the history of a dossier: what is asked of the citizen, what went wrong, what can be fetched. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Dossier } from '@motcua/schemas';
import { downloadIcon, handIcon } from '../../icons/paths.js';
import { renderIcon } from '../../icons/icon.js';
import { textsAt } from '../../form/procedure-texts.js';
import type { FlowTexts } from '../flow-texts.js';
import { formatDay, formatTime } from '../moments.js';
import { doneSentence } from './done-sentence.js';
import { clockOf, findApology } from './dossier-times.js';
import type { DossierView } from './status-view.js';

export function renderNotices(dossier: Dossier, view: DossierView): TemplateResult {
  return html`${renderDone(dossier, view)} ${renderRequest(dossier, view)} ${renderRefusal(dossier, view.words)}
  ${renderLateness(dossier, view)} ${renderResult(dossier, view)}`;
}

function renderDone({ dueAt }: Dossier, { state, words }: DossierView): TemplateResult | typeof nothing {
  const { done, earlierSent } = state;
  if (done === undefined) return nothing;
  return html`<motcua-notice class="apart" tone="success">${doneSentence(done, dueAt, words)}</motcua-notice>
    ${earlierSent ? html`<motcua-notice class="apart" tone="info">${words.t('status.earlierSent')}</motcua-notice>` : nothing}`;
}

/** Each thing that is asked for, with its reason, and the one press that opens the form there. */
function renderRequest(dossier: Dossier, view: DossierView): TemplateResult | typeof nothing {
  const { words, state, act } = view;
  const request = dossier.supplementRequest;
  if (!request) return nothing;
  const at = new Date(request.requestedAt);
  const letter = [...(dossier.letters ?? [])].reverse().find(({ kind }) => kind === 'supplementRequest');
  return html`<motcua-notice
    class="apart request"
    tone="warning"
    heading-level="3"
    .heading=${words.t('status.askedTitle', { count: request.items.length })}
  >
    <p>${words.t('status.askedAt', { time: formatTime(at, words.locale), date: formatDay(at) })}</p>
    <ul class="asked">
      ${request.items.map((item) => html`<li><strong>${nameOf(item, view)}</strong> ${item.reason}</li>`)}
    </ul>
    ${request.note === undefined ? nothing : html`<p class="asked-note">${request.note}</p>`}
    ${act.canEdit ? nothing : html`<p class="asked-note">${words.t('status.supplementElsewhere')}</p>`}
    ${
      act.canEdit
        ? html`<motcua-button
            slot="actions"
            stretch
            variant="primary"
            .busy=${state.busy}
            @click=${() => act.openTask('supplement')}
            >${words.t('status.supplementNow')}</motcua-button
          >`
        : nothing
    }
    ${
      letter
        ? html`<motcua-button slot="actions" stretch variant="quiet" @click=${() => act.openLetter(letter.sequence)}
            >${words.t('status.seeRequest')}</motcua-button
          >`
        : nothing
    }
  </motcua-notice>`;
}

type Item = NonNullable<Dossier['supplementRequest']>['items'][number];

function nameOf(item: Item, { state, words }: DossierView): string {
  const { request } = state;
  if (!request) return '';
  if ('pointer' in item) {
    return `${textsAt(request.texts, item.pointer).label}:`;
  }
  const paper = request.published.record.requiredDocuments.find(({ id }) => id === item.document)?.name;
  return `${words.t('status.bring', { name: paper?.[words.locale] ?? paper?.vi ?? item.document })}:`;
}

function renderRefusal({ state, history }: Dossier, words: FlowTexts): TemplateResult | typeof nothing {
  if (state.name !== 'refused') return nothing;
  const reason = history.at(-1)?.note;
  return html`<motcua-notice class="apart" tone="danger" heading-level="3" .heading=${words.t('status.refusedTitle')}>
    ${reason === undefined ? nothing : html`<p>${words.t('status.reason', { reason })}</p>`}
    <p>${words.t('status.refusedNext')}</p>
  </motcua-notice>`;
}

/** An apology with its one new date; without one, our own and whom to ask. */
function renderLateness(dossier: Dossier, { words, now }: DossierView): TemplateResult | typeof nothing {
  const apology = findApology(dossier);
  const late = clockOf(dossier, now) === 'late';
  if (apology === undefined && !late) return nothing;
  const date = dossier.dueAt === undefined ? '' : formatDay(new Date(dossier.dueAt));
  if (late) {
    const agency = dossier.agency.name[words.locale] ?? dossier.agency.name.vi;
    return html`<motcua-notice class="apart" tone="danger" heading-level="3" .heading=${words.t('status.late')}
      >${words.t('status.lateSorry', { date, agency })}</motcua-notice
    >`;
  }
  const reason = apology?.note;
  return html`<motcua-notice class="apart" tone="warning" heading-level="3" .heading=${words.t('status.apologyTitle')}
    >${reason === undefined ? words.t('status.apologyDate', { date }) : words.t('status.apologyText', { date, reason })}</motcua-notice
  >`;
}

function renderResult({ results = [] }: Dossier, view: DossierView): TemplateResult | typeof nothing {
  const { words, state, act } = view;
  if (results.length === 0) return nothing;
  return html`<motcua-notice
    class="apart"
    tone="success"
    heading-level="3"
    .icon=${handIcon}
    .heading=${words.t('status.resultTitle')}
    >${words.t('status.resultText')}
    ${results.map(
      (file) =>
        html`<motcua-button
          slot="actions"
          stretch
          variant="primary"
          .busy=${state.busy}
          .busyLabel=${words.t('status.downloading')}
          @click=${() => act.download(file)}
        >
          <span slot="icon">${renderIcon(downloadIcon)}</span>${
            results.length === 1 ? words.t('status.download') : words.t('status.downloadNamed', { name: file.name })
          }</motcua-button
        >`,
    )}
  </motcua-notice>`;
}
