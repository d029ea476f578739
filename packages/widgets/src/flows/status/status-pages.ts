/** What a look-up shows: the completion alone, or the whole dossier to its holder. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JsonValue, Plan, PlanNode, Pointer } from '@motcua/form-engine/runtime';
import type { Dossier, DossierCompletion, DossierState } from '@motcua/schemas';
import type { ReviewRow, ReviewSection } from '../../elements/review-list/review-list.js';
import { stateLooks } from '../../elements/tag/dossier-states.js';
import { type AnswerContext, describeAnswer } from '../../form/answer-text.js';
import { textsAt } from '../../form/procedure-texts.js';
import { unitInSentence } from '../../form/unit-names.js';
import type { FlowTextKey } from '../../text/flows.vi.js';
import { flowsVi } from '../../text/flows.vi.js';
import type { FlowTexts } from '../flow-texts.js';
import { formatDay, formatTime } from '../moments.js';
import type { AnswerMaterial } from './status-session.js';

export function renderCompletion({ code, completion }: DossierCompletion, words: FlowTexts): TemplateResult {
  const { stage, done, total } = completion;
  return html`<section class="result">
    <h2 class="title-2 first" tabindex="-1">${words.t('status.completion')}</h2>
    <motcua-facts
      .rows=${[
        { key: words.t('status.dossier'), value: code },
        {
          key: words.t('status.completion.steps', { done, total }),
          value: words.t(`status.completion.${stage}`),
        },
      ]}
    ></motcua-facts>
    <p class="section-lead">${words.t('status.moreWithSecret')}</p>
  </section>`;
}

export interface DossierView {
  words: FlowTexts;
  answers: AnswerMaterial | undefined;
  busy: boolean;
  withdrawn: boolean;
  showAnswers: () => void;
  withdraw: () => void;
}

export function renderDossier(dossier: Dossier, view: DossierView): TemplateResult {
  const { words, answers, busy } = view;
  const locale = words.locale;
  return html`<section class="result">
      <div class="heading-row">
        <h2 class="title-2" tabindex="-1">${dossier.procedure.title[locale] ?? dossier.procedure.title.vi}</h2>
        <motcua-tag .state=${dossier.state.name} .label=${stateLabel(dossier.state, words)}></motcua-tag>
      </div>
      <p class="section-lead">
        ${words.t(dossier.officialCode === undefined ? 'status.provisional' : 'status.dossier')}
        <strong class="figures">${dossier.code}</strong>
      </p>
      <p class="section-lead">
        ${dossier.agency.name[locale] ?? dossier.agency.name.vi},
        ${unitInSentence(dossier.agency.provinceName[locale] ?? dossier.agency.provinceName.vi)}
      </p>
      ${view.withdrawn ? html`<motcua-notice class="apart" tone="success">${words.t('status.withdrawn')}</motcua-notice>` : nothing}
    </section>
    <section slot="rest" class="result-rest">
      <h3 class="title-2 first">${words.t('status.history')}</h3>
      <motcua-timeline .rows=${timelineOf(dossier, words)}></motcua-timeline>
      ${answers ? renderAnswers(dossier, answers, words) : nothing}
      <div class="actions">
        ${answers ? nothing : html`<motcua-button stretch variant="secondary" .busy=${busy} @click=${view.showAnswers}>${words.t('status.showAnswers')}</motcua-button>`}
        ${dossier.canWithdraw ? html`<motcua-button stretch variant="destructive" @click=${view.withdraw}>${words.t('status.withdraw')}</motcua-button>` : nothing}
      </div>
    </section>
    <motcua-due-card
      slot="aside"
      .clock=${clockOf(dossier.state)}
      .heading=${stateLabel(dossier.state, words)}
      .rows=${dueRows(dossier, words)}
    ></motcua-due-card>`;
}

export function stateLabel(state: DossierState, words: FlowTexts): string {
  if (state.name === 'unknown') return state.rawLabel;
  return words.t(`state.${state.name}`);
}

function timelineOf({ history, expectedStates }: Dossier, words: FlowTexts) {
  const past = history.map((row, index) => {
    const at = new Date(row.at);
    const now = index === history.length - 1;
    const office = row.office
      ? (row.office[words.locale] ?? row.office.vi)
      : row.state.name === 'submitted'
        ? words.t('status.submittedOnline')
        : '';
    const text = `stateText.${row.state.name}`;
    return {
      label: stateLabel(row.state, words),
      status: now ? ('now' as const) : ('done' as const),
      meta: [`${formatTime(at, words.locale)}, ${formatDay(at)}`, office].filter((part) => part !== '').join(' · '),
      ...(now && text in flowsVi ? { text: words.t(text as FlowTextKey) } : {}),
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

function clockOf({ name }: DossierState): string {
  if (name === 'completed' || name === 'returned') return 'done';
  return ['supplementRequested', 'paymentRequested', 'stopped', 'withdrawalRequested', 'refused'].includes(name)
    ? 'paused'
    : 'running';
}

function dueRows({ dueAt, submittedAt, expectedStates }: Dossier, words: FlowTexts) {
  const sent = new Date(submittedAt);
  const later = { key: words.t('status.due'), value: words.t('status.dueLater') };
  const due = dueAt === undefined ? later : { ...later, value: formatDay(new Date(dueAt)), date: true };
  return [
    ...(dueAt === undefined && expectedStates.length === 0 ? [] : [due]),
    { key: words.t('print.sentAt'), value: `${formatTime(sent, words.locale)}, ${formatDay(sent)}` },
  ];
}

function renderAnswers(dossier: Dossier, { plan, catalogs, texts }: AnswerMaterial, words: FlowTexts): TemplateResult {
  const context: AnswerContext = {
    texts,
    catalogs,
    locale: words.locale,
    yes: words.t('review.yes'),
    no: words.t('review.no'),
  };
  const nodes = new Map(listNodes(plan.root).map((node) => [node.pointer, node]));
  const sections: ReviewSection[] = plan.steps.map((step) => ({
    id: step.id,
    title: texts.steps[step.id]?.title ?? step.id,
    editable: false,
    rows: step.sections.flatMap(({ fields }) => fields).flatMap((pointer) => rowOf(pointer, nodes, dossier, context)),
  }));
  return html`<h3 class="title-2 answers" tabindex="-1">${words.t('status.answers')}</h3>
    <motcua-review-list .sections=${sections.filter(({ rows }) => rows.length > 0)}></motcua-review-list>`;
}

function rowOf(
  pointer: Pointer,
  nodes: ReadonlyMap<Pointer, PlanNode>,
  { data }: Dossier,
  context: AnswerContext,
): readonly ReviewRow[] {
  const node = nodes.get(pointer);
  const value = readAt(data as JsonValue, pointer);
  if (!node || value === undefined) return [];
  const { label, reviewLabel } = textsAt(context.texts, pointer);
  const answer = describeAnswer(value, node, context);
  return [
    {
      label: reviewLabel ?? label,
      value: answer.text,
      ...(answer.detail === undefined ? {} : { note: answer.detail }),
    },
  ];
}

function readAt(data: JsonValue, pointer: Pointer): JsonValue | undefined {
  let at: JsonValue | undefined = data;
  for (const name of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

function listNodes(root: Plan['root']): PlanNode[] {
  return [root, ...(root.children ?? []).flatMap(listNodes)];
}
