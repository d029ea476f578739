/** The sums on top of the queue, which are its filters too. */
import { html, type TemplateResult } from 'lit';
import type { Desk } from '../state/desk.js';
import type { Mark } from '../state/queue-memory.js';

export interface Filters {
  desk: Desk;
  isSearch: boolean;
  choose(mark: Mark | undefined): void;
}

export function renderFilters({ desk: { words, queue }, isSearch, choose }: Filters): TemplateResult {
  const { counts, mark } = queue;
  const chip = (name: Mark | undefined, text: string, count: number | undefined): TemplateResult =>
    html`<button type="button" class="chip" aria-pressed=${!isSearch && mark === name} @click=${() => choose(name)}>
      ${text} <span class="figures">${count ?? '…'}</span>
    </button>`;
  return html`<div class="filters" role="group" aria-label=${words.t('queue.filters')}>
    ${chip(undefined, words.t('queue.open'), counts?.open)} ${chip('late', words.t('queue.late'), counts?.late)}
    ${chip('soon-late', words.t('queue.soonLate'), counts?.soonLate)}
  </div>`;
}
