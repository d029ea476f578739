/** Somebody else was quicker: what changed since the dossier was on the screen. */
import { html, type TemplateResult } from 'lit';
import type { DeskDossier } from '@motcua/schemas';
import type { Desk } from '../state/desk.js';
import { describeStep } from './render-history.js';

export function renderStale({ steps }: DeskDossier, from: number, { words }: Desk): TemplateResult {
  const fresh = steps
    .filter(({ sequence }) => sequence > from)
    .map((step) => describeStep(step, false, undefined, words));
  return html`<motcua-notice
    class="stale"
    tabindex="-1"
    tone="warning"
    .headingLevel=${2}
    .heading=${words.t('stale.title')}
  >
    <p>${words.t('stale.text')}</p>
    <ul>
      ${fresh.map(({ label, meta = '' }) => html`<li><strong>${label}</strong> · ${meta}</li>`)}
    </ul>
  </motcua-notice>`;
}
