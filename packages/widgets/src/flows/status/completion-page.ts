/** What a look-up by code alone shows: how far the dossier has come. */
import { html, type TemplateResult } from 'lit';
import type { DossierCompletion } from '@motcua/schemas';
import type { FlowTexts } from '../flow-texts.js';

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
