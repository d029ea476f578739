/** The tabs beside the answers: one is shown, arrows go from one to the next. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskTexts } from '../text/desk-texts.js';

export type Tab = 'answers' | 'papers' | 'history' | 'decision';

export interface TabFacts {
  words: DeskTexts;
  tabs: readonly Tab[];
  chosen: Tab;
  /** How many papers there are. */
  papers: number;
  choose(tab: Tab): void;
}

export function renderTabs({ words, tabs, chosen, papers, choose }: TabFacts): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    choose(tabs[(tabs.indexOf(chosen) + by + tabs.length) % tabs.length] ?? chosen);
  };
  return html`<div class="tabs" role="tablist" aria-label=${words.t('tabs.name')} @keydown=${onKey}>
    ${tabs.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          aria-controls=${tab === chosen ? 'tabpanel' : nothing}
          aria-selected=${tab === chosen}
          tabindex=${tab === chosen ? 0 : -1}
          @click=${() => choose(tab)}
        >
          ${words.t(`tab.${tab}`)}${tab === 'papers' ? html` <span class="figures">(${papers})</span>` : nothing}
        </button>`,
    )}
  </div>`;
}

/** Puts the focus on a tab once it is drawn. */
export async function moveTab(root: ParentNode, drawn: Promise<boolean>, tab: Tab): Promise<void> {
  await drawn;
  root.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
}
