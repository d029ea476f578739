/** The switch between Vietnamese and English, short enough for a narrow header; its name says what it does. */
import { html, type TemplateResult } from 'lit';
import { renderIcon } from '../icons/icon.js';
import { globeIcon } from '../icons/paths.js';
import type { LocaleCode } from '../text/texts.js';
import type { FlowTexts } from './flow-texts.js';

export function renderLanguageSwitch(words: FlowTexts, change: (locale: LocaleCode) => void): TemplateResult {
  const other: LocaleCode = words.locale === 'vi' ? 'en' : 'vi';
  return html`<motcua-button
    slot="language"
    variant="quiet"
    .accessibleLabel=${words.t('flow.languageName')}
    @click=${() => change(other)}
  >
    <span slot="icon">${renderIcon(globeIcon)}</span>${words.t('flow.language')}
  </motcua-button>`;
}
