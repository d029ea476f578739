/** What stands above the page of a supplement: what is wrong, what failed, what happened meanwhile. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MotcuaGotoEvent } from '../../base/events.js';
import { issueText } from '../../form/issue-text.js';
import { problemSentence } from '../error-code.js';
import { stateLabel } from '../state-label.js';
import type { SupplementView } from './supplement-view.js';

export function renderMessages(view: SupplementView): TemplateResult {
  return html`${renderSummary(view)} ${renderMoved(view)} ${renderTaken(view)} ${renderNotice(view)}
  ${renderUnsaved(view)}`;
}

function renderSummary({ state, open, words, around, act }: SupplementView): TemplateResult | typeof nothing {
  const standing = open.form.issues.get();
  const issues = state.reported
    .filter(({ pointer, code }) =>
      code === 'upload.in-progress'
        ? open.papers.unfinished.includes(pointer)
        : standing.some((issue) => issue.pointer === pointer && issue.code === code),
    )
    .map((issue) => ({ pointer: issue.pointer, message: issueText(issue, around) }));
  if (issues.length === 0) return nothing;
  return html`<motcua-error-summary
    class="error-summary"
    .heading=${words.t('flow.errorTitle', { count: issues.length })}
    .issues=${issues}
    @motcua-goto=${(event: MotcuaGotoEvent) => {
      event.stopPropagation();
      act.goToField(event.pointer);
    }}
  ></motcua-error-summary>`;
}

/** Nothing that was typed goes: it can be read and copied, but not sent. */
function renderMoved({ session, now, words }: SupplementView): TemplateResult | typeof nothing {
  if (session.isAwaited(now)) return nothing;
  return html`<motcua-notice class="above moved" tone="warning" .heading=${words.t('supplement.movedTitle')}
    >${words.t('supplement.moved', { state: stateLabel(now.state, words) })}</motcua-notice
  >`;
}

function renderTaken({ open, words, act }: SupplementView): TemplateResult | typeof nothing {
  if (!open.takenOver) return nothing;
  return html`<motcua-notice class="above" tone="warning" .heading=${words.t('problem.takenOverTitle')}
    >${words.t('problem.takenOver')}
    <motcua-button slot="actions" variant="secondary" @click=${act.takeOver}
      >${words.t('problem.takeOver')}</motcua-button
    >
  </motcua-notice>`;
}

function renderNotice({ state, words }: SupplementView): TemplateResult | typeof nothing {
  const { notice } = state;
  if (notice === undefined) return nothing;
  const mild = notice.startsWith('send.');
  return html`<motcua-notice class="above" .tone=${mild ? 'info' : 'danger'}
    >${words.t(resendSentence(notice), { code: notice })}</motcua-notice
  >`;
}

function renderUnsaved({ open, words }: SupplementView): TemplateResult | typeof nothing {
  const { saved, takenOver } = open;
  if (saved.kind !== 'failed' || takenOver) return nothing;
  return html`<motcua-notice class="above" tone="warning" .heading=${words.t('saved.failedTitle')}
    >${words.t(saved.code === 'storage.quota' ? 'saved.failedQuota' : 'saved.failedOther')}</motcua-notice
  >`;
}

/** The sentence of a failed sending of answers anew. */
export function resendSentence(code: string): ReturnType<typeof problemSentence> {
  const sentence = problemSentence(code);
  if (sentence === 'problem.offline') return 'problem.saveOffline';
  return code === 'plan.outdated' ? 'supplement.planOutdated' : sentence;
}
