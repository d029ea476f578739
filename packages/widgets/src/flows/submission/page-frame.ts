/** What stands around every page of a submission: header, progress, the way back, the main act, help. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MotcuaGotoStepEvent } from '../../base/events.js';
import { renderDoorMark } from '../../icons/door-mark.js';
import { renderIcon } from '../../icons/icon.js';
import { chevronLeftIcon } from '../../icons/paths.js';
import { unitInSentence } from '../../form/unit-names.js';
import type { FlowTexts } from '../flow-texts.js';
import { renderLanguageSwitch } from '../language-switch.js';
import { formatTime } from '../moments.js';
import type { Place } from './draft-content.js';
import { inLanguage, type PageView } from './page-view.js';
import { renderReviewExtras } from './pages/review-page.js';
import type { SessionState } from './session-state.js';

export function renderHeader({ state, words, act }: Pick<PageView, 'state' | 'words' | 'act'>): TemplateResult {
  const { published, agency, page } = state;
  const atStart = page.name === 'start' || page.name === 'loading' || page.name === 'failed';
  const named = atStart || !agency ? undefined : agency;
  return html`<motcua-header
    slot="header"
    .heading=${atStart ? words.t('flow.serviceName') : inLanguage(published?.record.title, words)}
    .subtitle=${inLanguage(named?.name ?? published?.record.competentAgency.name, words)}
    .subtitleDetail=${named ? `, ${unitInSentence(inLanguage(named.provinceName, words))}` : ''}
    .saved=${page.name === 'confirmation' ? '' : savedText(state, words)}
  >
    <slot name="mark" slot="mark">${renderDoorMark()}</slot>
    ${renderLanguageSwitch(words, act.changeLocale)}
  </motcua-header>`;
}

export function savedText({ saved, persistence }: SessionState, words: FlowTexts): string {
  if (persistence?.kind === 'memory' && saved.kind !== 'idle') return words.t('saved.memory');
  if (saved.kind === 'saved') return words.t('saved.saved', { time: formatTime(saved.at, words.locale) });
  if (saved.kind === 'failed') return words.t('saved.failed');
  return saved.kind === 'saving' ? words.t('saved.saving') : '';
}

export function renderProgress({ session, state, words }: PageView): TemplateResult {
  const ids = ['agency', ...session.stepIds, 'review'];
  const at = ids.indexOf(state.page.name === 'step' ? state.page.id : state.page.name);
  const steps = ids.map((id, index) => ({
    id,
    title: state.texts?.steps[id]?.title ?? words.t(id === 'agency' ? 'place.agency' : 'place.review'),
    status: index < at ? 'done' : index === at ? 'current' : 'later',
  }));
  return html`<motcua-progress
    slot="progress"
    linked
    .steps=${steps}
    .saved=${savedText(state, words)}
    @motcua-goto-step=${(event: MotcuaGotoStepEvent) => {
      event.stopPropagation();
      void session.goTo(placeOf(event.stepId));
    }}
  ></motcua-progress>`;
}

function placeOf(stepId: string): Place {
  return stepId === 'agency' || stepId === 'review' ? { name: stepId } : { name: 'step', id: stepId };
}

export function renderBack({ session, state, words }: PageView): TemplateResult {
  const title = backTitle(session.stepIds, state, words);
  return html`<button
    type="button"
    class="back"
    aria-label=${words.t('flow.back', { title })}
    @click=${() => void session.back()}
  >
    ${renderIcon(chevronLeftIcon)}${title}
  </button>`;
}

function backTitle(ids: readonly string[], { page, returnToReview, texts }: SessionState, words: FlowTexts): string {
  if (returnToReview) return words.t('place.review');
  const index = page.name === 'review' ? ids.length : page.name === 'step' ? ids.indexOf(page.id) : -1;
  const before = ids[index - 1];
  if (before !== undefined) return texts?.steps[before]?.title ?? before;
  return words.t(index === 0 ? 'place.agency' : 'flow.backToStart');
}

export function renderActions(view: PageView): TemplateResult {
  const { session, state, words, act } = view;
  const review = state.page.name === 'review';
  return html`<div class="actions">
      <motcua-button
        stretch
        variant="primary"
        .busy=${state.busy}
        .busyLabel=${words.t(review ? 'review.sending' : 'flow.loading')}
        @click=${() => void (review ? act.send() : session.next())}
        >${review ? (state.texts?.submitAction ?? '') : words.t('flow.continue')}</motcua-button
      >
      <motcua-button stretch variant="quiet" @click=${() => void session.saveAndExit()}
        >${words.t('flow.saveAndExit')}</motcua-button
      >
    </div>
    ${review ? html`<div class="actions extras">${renderReviewExtras(view)}</div>` : nothing}`;
}

export function renderHelp({ state, words }: PageView): TemplateResult | typeof nothing {
  const help = state.published?.record.help;
  if (!help) return nothing;
  return html`<motcua-help
    slot="help"
    .heading=${words.t('flow.helpPhone', { phone: help.phone })}
    .phone=${help.phone}
    .text=${inLanguage(help.hours, words)}
  ></motcua-help>`;
}
