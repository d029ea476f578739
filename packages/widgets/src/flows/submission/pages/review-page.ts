/** The check-answers page: every answer that applies, a way to change each section, the declaration of truth, sending. */
import { html, type TemplateResult } from 'lit';
import type { PlanStep, Pointer } from '@motcua/form-engine/runtime';
import type { ReviewRow, ReviewSection } from '../../../elements/review-list/review-list.js';
import { type AnswerContext, describeAnswer } from '../../../form/answer-text.js';
import { issueText } from '../../../form/issue-text.js';
import { textsAt } from '../../../form/procedure-texts.js';
import { agencyInWords, type PageView } from '../page-view.js';

export function renderReview(view: PageView): TemplateResult {
  const { session, state, words, act } = view;
  const missing = state.reported.some(({ pointer }) => pointer === '#declaration');
  return html`
    <h1 class="title-1" tabindex="-1">${words.t('review.title')}</h1>
    <p class="lead">${words.t('review.lead')}</p>
    <motcua-review-list
      class="apart"
      .sections=${[agencySection(view), ...answerSections(view)]}
      @motcua-edit=${(event: Event & { sectionId: string }) => {
        event.stopPropagation();
        void session.edit(event.sectionId === 'agency' ? { name: 'agency' } : { name: 'step', id: event.sectionId });
      }}
    ></motcua-review-list>
    <motcua-checkbox-field
      class="apart"
      required
      pointer="#declaration"
      .text=${state.texts?.declaration ?? ''}
      .checked=${view.declared}
      .error=${missing && !view.declared ? words.t('issue.declaration.missing') : ''}
      @motcua-input=${(event: Event & { value: unknown }) => act.declare(event.value === true)}
    ></motcua-checkbox-field>
  `;
}

/** The sections of all answers that apply now, one a step. */
export function answerSections(view: PageView): readonly ReviewSection[] {
  const { session, state, words, around } = view;
  const { fill, form } = session;
  if (!fill || !form || !around) return [];
  const context: AnswerContext = {
    ...around,
    locale: words.locale,
    yes: words.t('review.yes'),
    no: words.t('review.no'),
  };
  return fill.plan.steps
    .filter(({ id }) => session.stepIds.includes(id))
    .map((step) => ({
      id: step.id,
      title: state.texts?.steps[step.id]?.title ?? step.id,
      rows: rowsOf(step, view, context),
    }));
}

function rowsOf(step: PlanStep, { session, words }: PageView, context: AnswerContext): readonly ReviewRow[] {
  const pointers = step.sections.flatMap(({ fields }) => fields);
  return pointers.flatMap((pointer) => rowOf(pointer, session, words, context));
}

function rowOf(
  pointer: Pointer,
  session: PageView['session'],
  words: PageView['words'],
  context: AnswerContext,
): readonly ReviewRow[] {
  const field = session.form?.field(pointer);
  const state = field?.state.get();
  if (!field || !state?.visible) return [];
  const { label, reviewLabel } = textsAt(context.texts, pointer);
  const wrong = state.issues.some(({ severity }) => severity === 'error');
  if (state.value === undefined && !wrong)
    return state.required ? [{ label: reviewLabel ?? label, value: words.t('review.empty') }] : [];
  if (state.value === undefined) return [{ label: reviewLabel ?? label, value: words.t('review.missing') }];
  const answer = describeAnswer(state.value, field.node, context);
  const warning = state.issues.find(({ severity }) => severity === 'warning');
  return [
    {
      label: reviewLabel ?? label,
      value: answer.text,
      ...(answer.detail === undefined ? {} : { note: answer.detail }),
      ...(warning ? { note: issueText(warning, { words, texts: context.texts }) } : {}),
      ...(answer.figures ? { style: 'figures' as const } : {}),
    },
  ];
}

function agencySection({ state, words }: PageView): ReviewSection {
  const { agency } = state;
  const value = agency ? agencyInWords(agency, words) : words.t('review.missing');
  return { id: 'agency', title: words.t('review.agency'), rows: [{ label: words.t('review.agencyName'), value }] };
}

/** Quiet ways out of the page, under its main act. */
export function renderReviewExtras({ session, words, act }: PageView): TemplateResult {
  const discard = async (): Promise<void> => {
    const sure = await act.confirm({
      heading: words.t('review.discardTitle'),
      text: words.t('review.discardText'),
      confirm: words.t('review.discardConfirm'),
    });
    if (sure) await session.discard();
  };
  return html`<motcua-button stretch variant="quiet" @click=${() => void act.downloadDraft()}
      >${words.t('review.download')}</motcua-button
    >
    <motcua-button stretch variant="quiet" @click=${() => void discard()}>${words.t('review.discard')}</motcua-button>`;
}
