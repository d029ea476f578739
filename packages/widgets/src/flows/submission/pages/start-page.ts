/** The start page: what the procedure is, what to have ready, drafts on this device. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProcedureRecord } from '@motcua/schemas';
import { banknoteIcon, buildingIcon, calendarIcon, clockIcon, lockIcon, refreshIcon } from '../../../icons/paths.js';
import type { FlowTexts } from '../../flow-texts.js';
import { formatDay, formatTime } from '../../moments.js';
import { inLanguage, type PageView } from '../page-view.js';
import type { DraftOffer } from '../session-state.js';

export function renderStart(view: PageView): TemplateResult {
  const { state, words } = view;
  const record = state.published?.record;
  if (!record) return html``;
  return html`
    <p class="meta">${metaLine(record, words)}</p>
    <h1 class="title-1" tabindex="-1">${inLanguage(record.title, words)}</h1>
    <p class="lead">${inLanguage(record.summary, words)}</p>
    ${state.offers.length === 0 ? nothing : html`<div class="fields">${state.offers.map((offer, index) => renderOffer(offer, index, view))}</div>`}
    <div slot="aside">
      <h2 class="title-2 summary">${words.t('start.summary')}</h2>
      <motcua-facts .rows=${factsOf(record, words)}></motcua-facts>
    </div>
    <div slot="rest">
      ${renderPapers(record, words)} ${renderWho(record, words)} ${renderPurpose(record, words)}
      <motcua-notice
        class="apart"
        tone="neutral"
        .icon=${lockIcon}
        .heading=${words.t('start.where')}
        .headingLevel=${2}
      >
        ${words.t(state.persistence?.kind === 'memory' ? 'start.whereMemory' : 'start.whereText')}
      </motcua-notice>
      ${renderBasis(record, words)}
      <div class="actions">
        <motcua-button
          stretch
          variant=${state.offers.length > 0 ? 'secondary' : 'primary'}
          .busy=${state.busy}
          .busyLabel=${words.t('flow.loading')}
          @click=${() => void view.session.begin()}
          >${words.t('start.begin')}</motcua-button
        >
      </div>
    </div>
  `;
}

function metaLine(record: ProcedureRecord, words: FlowTexts): string {
  return [
    record.code === undefined ? '' : words.t('start.procedureCode', { code: record.code }),
    inLanguage(record.sector, words),
    words.t(`start.level.${record.serviceLevel}`),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function renderOffer(offer: DraftOffer, index: number, { session, state, words, act }: PageView): TemplateResult {
  const sent = offer.place.name === 'confirmation';
  const remove = async (): Promise<void> => {
    const sure = await act.confirm({
      heading: words.t('start.draftRemoveTitle'),
      text: words.t('start.draftRemoveText'),
      confirm: words.t('start.draftRemove'),
    });
    if (!sure) return;
    await session.removeDraft(offer.id);
    act.focusHeading();
    act.announce(words.t('start.draftRemoved'));
  };
  return html`<motcua-notice
    tone="primary"
    .icon=${refreshIcon}
    .heading=${words.t(sent ? 'start.draftSentTitle' : 'start.draftTitle')}
    .headingLevel=${2}
  >
    ${words.t('start.draftText', {
      place: placeTitle(offer, state.texts, words),
      time: formatTime(offer.updatedAt, words.locale),
      date: formatDay(offer.updatedAt),
      expires: formatDay(offer.expiresAt),
    })}
    <motcua-button
      slot="actions"
      stretch
      variant=${index === 0 ? 'primary' : 'secondary'}
      .busy=${state.busy}
      @click=${() => void session.resume(offer.id)}
      >${words.t(sent ? 'start.draftOpenSent' : 'start.draftResume')}</motcua-button
    >
    ${
      sent
        ? nothing
        : html`<motcua-button slot="actions" stretch variant="quiet" @click=${() => void act.downloadDraft(offer.id)}
            >${words.t('start.draftDownload')}</motcua-button
          >`
    }
    <motcua-button slot="actions" stretch variant="quiet" @click=${() => void remove()}
      >${words.t('start.draftRemove')}</motcua-button
    >
  </motcua-notice>`;
}

function placeTitle({ place }: DraftOffer, texts: PageView['state']['texts'], words: FlowTexts): string {
  return place.name === 'step' ? (texts?.steps[place.id]?.title ?? place.id) : words.t(`place.${place.name}`);
}

function factsOf(
  record: ProcedureRecord,
  words: FlowTexts,
): readonly { key: string; value: string; note?: string; icon: string | readonly string[] }[] {
  const minutes = record.minutesToFill;
  return [
    ...(minutes === undefined
      ? []
      : [
          {
            key: words.t('start.minutes'),
            value: words.t('start.minutesValue', { minutes }),
            note: words.t('start.minutesNote'),
            icon: clockIcon,
          },
        ]),
    {
      key: words.t('start.processing'),
      value: inLanguage(record.processingTime.text, words),
      note: inLanguage(record.processingTime.note, words),
      icon: calendarIcon,
    },
    ...record.fees.map((fee) => ({
      key: words.t(fee.kind === 'charge' ? 'start.fee' : 'start.charge'),
      value: inLanguage(fee.text, words),
      note: inLanguage(fee.note, words),
      icon: banknoteIcon,
    })),
    {
      key: words.t('start.agency'),
      value: inLanguage(record.competentAgency.name, words),
      note: inLanguage(record.competentAgency.chosenBy, words),
      icon: buildingIcon,
    },
  ] as never;
}

function renderPapers({ requiredDocuments }: ProcedureRecord, words: FlowTexts): TemplateResult {
  return html`<h2 class="title-2 first">${words.t('start.papers')}</h2>
    <ol class="numbered">
      ${requiredDocuments.map(
        ({ name, note, when }) =>
          html`<li>
            <strong>${inLanguage(name, words)}</strong
            >${when ? html` <span class="muted">(${inLanguage(when, words)})</span>` : nothing}
            ${note ? html`<span class="note">${inLanguage(note, words)}</span>` : nothing}
          </li>`,
      )}
    </ol>`;
}

function renderWho({ whoMayDeclare = [] }: ProcedureRecord, words: FlowTexts): TemplateResult | typeof nothing {
  if (whoMayDeclare.length === 0) return nothing;
  return html`<h2 class="title-2">${words.t('start.who')}</h2>
    <ul class="bullets">
      ${whoMayDeclare.map((who) => html`<li>${inLanguage(who, words)}</li>`)}
    </ul>`;
}

function renderPurpose({ dataPurpose }: ProcedureRecord, words: FlowTexts): TemplateResult | typeof nothing {
  if (!dataPurpose) return nothing;
  return html`<h2 class="title-2">${words.t('start.purpose')}</h2>
    <p>${inLanguage(dataPurpose, words)}</p>`;
}

function renderBasis({ legalBasis }: ProcedureRecord, words: FlowTexts): TemplateResult | typeof nothing {
  if (legalBasis.length === 0) return nothing;
  return html`<h2 class="title-2">${words.t('start.basis')}</h2>
    <ul class="bullets">
      ${legalBasis.map(({ act, title }) => html`<li>${[act, title].filter(Boolean).join(': ')}</li>`)}
    </ul>`;
}
