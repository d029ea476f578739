/** What a page of a submission says above its heading: what is wrong, what failed, where the draft is. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Issue } from '@motcua/schemas';
import type { MotcuaGotoEvent } from '../../base/events.js';
import { issueText } from '../../form/issue-text.js';
import { lookupSentence, problemSentence } from '../error-code.js';
import type { PageView } from './page-view.js';
import type { SessionState } from './session-state.js';

export function renderSummary(view: PageView): TemplateResult | typeof nothing {
  const { state, words, around, act } = view;
  const open = state.reported.filter((issue) => isOpen(issue, view));
  if (!around || open.length === 0) return nothing;
  const issues = open.map((issue) => ({ pointer: issue.pointer, message: issueText(issue, around) }));
  return html`<motcua-error-summary
    class="error-summary"
    .heading=${words.t('flow.errorTitle', { count: issues.length })}
    .issues=${issues}
    @motcua-goto=${(event: MotcuaGotoEvent) => {
      event.stopPropagation();
      void act.goToField(event.pointer);
    }}
  ></motcua-error-summary>`;
}

/** A reported issue leaves the summary as soon as it is answered. */
function isOpen({ pointer, code }: Issue, { session, state, declared }: PageView): boolean {
  if (pointer === '#agency') return state.agency === undefined;
  if (pointer === '#declaration') return !declared;
  if (code === 'upload.in-progress') return session.papers?.unfinished.includes(pointer) ?? false;
  return session.form?.issues.get().some((issue) => issue.pointer === pointer && issue.code === code) ?? false;
}

export function renderNotices(view: PageView, online: boolean): TemplateResult {
  const { session, state, words, act } = view;
  const { notice, saved, takenOver, page } = state;
  return html`
    ${
      takenOver
        ? html`<motcua-notice class="above" tone="warning" .heading=${words.t('problem.takenOverTitle')}
            >${words.t('problem.takenOver')}
            <motcua-button
              slot="actions"
              variant="secondary"
              @click=${() => void session.takeOver().then(act.focusHeading)}
              >${words.t('problem.takeOver')}</motcua-button
            >
          </motcua-notice>`
        : nothing
    }
    ${notice === undefined ? nothing : renderNotice(notice, view)}
    ${
      saved.kind === 'failed' && !takenOver
        ? html`<motcua-notice class="above" tone="warning" .heading=${words.t('saved.failedTitle')}
            >${words.t(saved.code === 'storage.quota' ? 'saved.failedQuota' : 'saved.failedOther')}
            <motcua-button slot="actions" variant="secondary" @click=${() => void act.downloadDraft()}
              >${words.t('saved.download')}</motcua-button
            >
          </motcua-notice>`
        : nothing
    }
    ${
      !online && page.name !== 'confirmation'
        ? html`<motcua-notice class="above" tone="info" .heading=${words.t('saved.offlineTitle')}
            >${words.t('saved.offline')}</motcua-notice
          >`
        : nothing
    }
  `;
}

function renderNotice({ code, params }: NonNullable<SessionState['notice']>, { words }: PageView): TemplateResult {
  const mild = code.startsWith('send.');
  const heading = mild || code === 'plan.outdated' ? '' : words.t('problem.title');
  return html`<motcua-notice class="above" .tone=${mild ? 'info' : 'danger'} .heading=${heading}
    >${words.t(problemSentence(code), { code, ...params })}</motcua-notice
  >`;
}

export function renderFailed(code: string, { words, act }: PageView): TemplateResult {
  return html`<h1 class="title-1" tabindex="-1">${words.t('problem.loadTitle')}</h1>
    <motcua-notice class="apart" tone="danger"
      >${words.t(lookupSentence(code), { code })}
      <motcua-button slot="actions" variant="primary" @click=${() => act.reopen()}
        >${words.t('problem.retry')}</motcua-button
      >
    </motcua-notice>`;
}
