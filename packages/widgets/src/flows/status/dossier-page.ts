/** What a look-up shows to the holder of a dossier. A chunk of its own: most who look up have the code alone. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JsonObject } from '@motcua/form-engine/runtime';
import type { Dossier, DossierState } from '@motcua/schemas';
import { stateLooks } from '../../elements/tag/dossier-states.js';
import { unitInSentence } from '../../form/unit-names.js';
import { printerIcon } from '../../icons/paths.js';
import { renderIcon } from '../../icons/icon.js';
import type { FlowTextKey } from '../../text/flows.vi.js';
import { flowsVi } from '../../text/flows.vi.js';
import { listAnswerSections } from '../answer-sections.js';
import type { FlowTexts } from '../flow-texts.js';
import { formatDay, formatTime } from '../moments.js';
import { stateLabel } from '../state-label.js';
import { clockOf } from './dossier-times.js';
import { renderLetters } from './status-letters.js';
import { renderNotices } from './status-notices.js';
import type { AnswerMaterial } from './status-session.js';
import type { DossierView } from './status-view.js';

export function renderDossier(dossier: Dossier, view: DossierView): TemplateResult {
  const { words, now } = view;
  const clock = clockOf(dossier, now);
  return html`<section class="result">${renderHead(dossier, words)} ${renderNotices(dossier, view)}</section>
    <section slot="rest" class="result-rest">
      <h3 class="title-2 first">${words.t('status.history')}</h3>
      <motcua-timeline .rows=${timelineOf(dossier, words)}></motcua-timeline>
      ${renderLetters(dossier, view)}
      ${view.state.answers ? renderAnswers(dossier, view.state.answers, words) : nothing} ${renderActs(dossier, view)}
    </section>
    <motcua-due-card
      slot="aside"
      .clock=${clock}
      .heading=${clock === 'late' ? words.t('status.late') : stateLabel(dossier.state, words)}
      .rows=${dueRows(dossier, words)}
    ></motcua-due-card>`;
}

function renderHead({ procedure, state, officialCode, code, agency }: Dossier, words: FlowTexts): TemplateResult {
  const { locale } = words;
  return html`<div class="heading-row">
      <h2 class="title-2" tabindex="-1">${procedure.title[locale] ?? procedure.title.vi}</h2>
      <motcua-tag .state=${state.name} .label=${stateLabel(state, words)}></motcua-tag>
    </div>
    <p class="section-lead">
      ${words.t(officialCode === undefined ? 'status.provisional' : 'status.dossier')}
      <strong class="figures">${code}</strong>
    </p>
    <p class="section-lead">
      ${agency.name[locale] ?? agency.name.vi}, ${unitInSentence(agency.provinceName[locale] ?? agency.provinceName.vi)}
    </p>`;
}

function renderActs(dossier: Dossier, { words, state, act }: DossierView): TemplateResult {
  const slip = dossier.letters?.find(({ kind }) => kind === 'receptionSlip');
  return html`<div class="actions">
    ${slip ? html`<motcua-button stretch variant="secondary" .busy=${state.busy} @click=${() => act.openLetter(slip.sequence, { print: true })}><span slot="icon">${renderIcon(printerIcon)}</span>${words.t('letter.print.receptionSlip')}</motcua-button>` : nothing}
    ${state.answers ? nothing : html`<motcua-button stretch variant="secondary" .busy=${state.busy} @click=${act.showAnswers}>${words.t('status.showAnswers')}</motcua-button>`}
    ${dossier.canEdit === true && act.canEdit ? html`<motcua-button stretch variant="secondary" @click=${() => act.openTask('edit')}>${words.t('status.edit')}</motcua-button>` : nothing}
    ${dossier.canWithdraw ? html`<motcua-button stretch variant="destructive" @click=${act.withdraw}>${words.t('status.withdraw')}</motcua-button>` : nothing}
  </div>`;
}

function timelineOf({ history, expectedStates }: Dossier, words: FlowTexts) {
  const past = history.map((row, index) => {
    const at = new Date(row.at);
    const now = index === history.length - 1;
    const text = explain(row, now, words);
    return {
      label: stateLabel(row.state, words),
      status: now ? ('now' as const) : ('done' as const),
      meta: [`${formatTime(at, words.locale)}, ${formatDay(at)}`, officeOf(row, words)]
        .filter((part) => part !== '')
        .join(' · '),
      ...(text === undefined ? {} : { text }),
      ...(now && row.state.name in stateLooks
        ? { tone: stateLooks[row.state.name as keyof typeof stateLooks].tone }
        : {}),
    };
  });
  const ahead = expectedStates.map((name) => ({
    label: stateLabel({ name } as DossierState, words),
    status: 'later' as const,
  }));
  return [...past, ...ahead];
}

type Step = Dossier['history'][number];

function officeOf({ office, state }: Step, words: FlowTexts): string {
  if (office) return office[words.locale] ?? office.vi;
  return state.name === 'submitted' ? words.t('status.submittedOnline') : '';
}

/** A step that leaves the state as it was says what it was; the last one says what comes next. */
function explain({ move, dueOn, state }: Step, last: boolean, words: FlowTexts): string | undefined {
  const done = `moveText.${move ?? ''}`;
  if (done in flowsVi) return words.t(done as FlowTextKey, { date: dueOn?.split('-').reverse().join('/') ?? '' });
  const ahead = `stateText.${state.name}`;
  return last && ahead in flowsVi ? words.t(ahead as FlowTextKey) : undefined;
}

function dueRows({ dueAt, submittedAt, expectedStates, supplementRequest }: Dossier, words: FlowTexts) {
  const sent = new Date(submittedAt);
  const later = {
    key: words.t('status.due'),
    value: words.t(supplementRequest ? 'status.dueAfterSupplement' : 'status.dueLater'),
  };
  const due = dueAt === undefined ? later : { ...later, value: formatDay(new Date(dueAt)), date: true };
  return [
    ...(dueAt === undefined && expectedStates.length === 0 ? [] : [due]),
    { key: words.t('print.sentAt'), value: `${formatTime(sent, words.locale)}, ${formatDay(sent)}` },
  ];
}

function renderAnswers({ data }: Dossier, { plan, catalogs, texts }: AnswerMaterial, words: FlowTexts): TemplateResult {
  const context = { texts, catalogs, locale: words.locale, yes: words.t('review.yes'), no: words.t('review.no') };
  return html`<h3 class="title-2 answers" tabindex="-1">${words.t('status.answers')}</h3>
    <motcua-review-list
      .sections=${listAnswerSections({ plan, data: data as JsonObject, context })}
    ></motcua-review-list>`;
}
