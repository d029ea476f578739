/** The page on which a filed dossier is answered anew: what is asked and why, what stays, what will change, sending. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Pointer } from '@motcua/form-engine/runtime';
import type { Dossier } from '@motcua/schemas';
import { arrowRightIcon } from '../../icons/paths.js';
import { renderIcon } from '../../icons/icon.js';
import { listAnswerSections } from '../answer-sections.js';
import type { FlowTexts } from '../flow-texts.js';
import { formatTime } from '../moments.js';
import { listChangeRows } from './change-rows.js';
import { listOpenFields, reasonAt } from './open-fields.js';
import type { SupplementView } from './supplement-view.js';

export function renderSupplement(view: SupplementView): TemplateResult {
  const { state, session } = view;
  if (session.options.task === 'supplement') return renderAsked(view);
  return state.step === undefined ? renderParts(view) : renderPart(view, state.step);
}

/** Exactly what is asked for, each with its reason; the rest is folded and locked. */
function renderAsked(view: SupplementView): TemplateResult {
  const { session, words, open, state, context } = view;
  const { dossier } = session.options;
  const { asked, opened } = listOpenFields(open.form, dossier);
  const shown = new Set([...asked.flatMap(({ pointers }) => pointers), ...opened]);
  return html`
    <p class="lead">${words.t(asked.length === 0 ? 'supplement.leadBring' : 'supplement.lead')}</p>
    ${renderToBring(dossier, view)}
    ${asked.map(
      ({ step, pointers }, index) =>
        html`<section class=${index === 0 ? 'form-section leading' : 'form-section'}>
          <h2 class="title-2 first">${state.texts?.steps[step]?.title ?? step}</h2>
          ${renderFields(pointers, view)}
        </section>`,
    )}
    <section class="form-section" ?hidden=${opened.length === 0}>
      <h2 class="title-2 first">${words.t('supplement.opened')}</h2>
      <p class="section-lead">${words.t('supplement.openedLead')}</p>
      ${renderFields(opened, view)}
    </section>
    <details class="locked apart">
      <summary>${words.t('supplement.locked')}</summary>
      <motcua-review-list
        .sections=${listAnswerSections({ plan: open.form.plan, data: open.filed, context, without: (pointer) => shown.has(pointer) })}
      ></motcua-review-list>
    </details>
    ${renderChanges(view)} ${renderSending(view)}
  `;
}

/** Papers that have no place in the answers: they are brought. */
function renderToBring({ supplementRequest }: Dossier, { words, session }: SupplementView): TemplateResult {
  const papers = session.published?.record.requiredDocuments ?? [];
  const items = (supplementRequest?.items ?? []).flatMap((item) => ('document' in item ? [item] : []));
  return html`${items.map(({ document, reason }) => {
    const name = papers.find(({ id }) => id === document)?.name;
    const heading = words.t('status.bring', { name: name?.[words.locale] ?? name?.vi ?? document });
    return html`<motcua-notice class="apart" tone="warning" .heading=${heading}>${reason}</motcua-notice>`;
  })}`;
}

/** All parts, each to be changed by its "Sửa". */
function renderParts(view: SupplementView): TemplateResult {
  const { open, words, context, act } = view;
  const sections = listAnswerSections({
    plan: open.form.plan,
    data: open.form.toSubmission(),
    context,
    editable: true,
  });
  const visible = new Set(open.form.steps.get().flatMap(({ id, visible }) => (visible ? [id] : [])));
  return html`
    <p class="lead">${words.t('supplement.editLead')}</p>
    ${renderChanges(view)}
    <motcua-review-list
      class="apart"
      .sections=${sections.filter(({ id }) => visible.has(id))}
      @motcua-edit=${(event: Event & { sectionId: string }) => act.showStep(event.sectionId)}
    ></motcua-review-list>
    ${renderSending(view)}
  `;
}

function renderPart(view: SupplementView, id: string): TemplateResult {
  const { open, state, words, act } = view;
  const sections = open.form.plan.steps.find((step) => step.id === id)?.sections ?? [];
  return html`
    <h2 class="title-2 part" tabindex="-1">${state.texts?.steps[id]?.title ?? id}</h2>
    ${repeat(
      sections,
      (section) => section.id,
      (section) => renderFields(section.fields, view),
    )}
    <div class="actions">
      <motcua-button stretch variant="primary" @click=${act.leaveStep}>${words.t('supplement.stepDone')}</motcua-button>
    </div>
  `;
}

function renderFields(pointers: readonly Pointer[], { open, session, around, words }: SupplementView): TemplateResult {
  const { dossier } = session.options;
  return html`<div class="fields">
    ${repeat(
      pointers,
      (pointer) => pointer,
      (pointer) => {
        const reason = reasonAt(dossier, pointer);
        return html`<motcua-form-field
          .field=${open.form.field(pointer)}
          .around=${around}
          .request=${reason === '' ? '' : words.t('supplement.reason', { reason })}
          .changed=${() => open.touch()}
        ></motcua-form-field>`;
      },
    )}
  </div>`;
}

function renderChanges({ open, words, context }: SupplementView): TemplateResult {
  const rows = listChangeRows({
    plan: open.form.plan,
    before: open.filed,
    after: open.form.toSubmission(),
    context,
    words,
  });
  return html`<section class="form-section">
    <h2 class="title-2 first">${words.t('supplement.changes')}</h2>
    ${
      rows.length === 0
        ? html`<p class="section-lead">${words.t('supplement.noChanges')}</p>`
        : html`<dl class="changes">
            ${rows.map(
              ({ label, before, after }) =>
                html`<div class="change">
                  <dt>${label}</dt>
                  <dd class="before">
                    <span class="side">${words.t('supplement.before')}</span>${saidOrNothing(before, words)}
                  </dd>
                  <dd class="after">
                    ${renderIcon(arrowRightIcon, 16)}<span class="side">${words.t('supplement.after')}</span
                    >${saidOrNothing(after, words)}
                  </dd>
                </div>`,
            )}
          </dl>`
    }
  </section>`;
}

function saidOrNothing(text: string, words: FlowTexts): string {
  return text === '' ? words.t('supplement.nothing') : text;
}

function renderSending(view: SupplementView): TemplateResult {
  const { session, state, words, act, open, now } = view;
  const action = words.t(session.options.task === 'edit' ? 'supplement.sendEdit' : 'supplement.send');
  const blocked = !session.isAwaited(now) && !session.mayHaveBeenSent;
  const { saved } = open;
  return html`
    <p class="vow">${words.t('supplement.vow', { action, declaration: state.texts?.declaration ?? '' })}</p>
    <div class="actions">
      ${
        blocked
          ? html`<motcua-button stretch variant="primary" @click=${act.leave}
              >${words.t('supplement.backNamed')}</motcua-button
            >`
          : html`<motcua-button
              stretch
              variant="primary"
              .busy=${state.busy}
              .busyLabel=${words.t('supplement.sending')}
              @click=${act.send}
              >${action}</motcua-button
            >`
      }
      <motcua-button stretch variant="quiet" @click=${act.discard}>${words.t('supplement.discard')}</motcua-button>
    </div>
    ${saved.kind === 'saved' ? html`<p class="section-lead">${words.t('supplement.saved', { time: formatTime(saved.at, words.locale) })}</p>` : nothing}
  `;
}
