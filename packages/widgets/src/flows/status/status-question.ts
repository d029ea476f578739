/** The question of a look-up: a code, and the secret for more. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FlowTexts } from '../flow-texts.js';
import type { StatusState } from './status-session.js';

export interface QuestionView {
  words: FlowTexts;
  state: StatusState | undefined;
  code: string;
  secret: string;
  typeCode: (text: string) => void;
  typeSecret: (text: string) => void;
  search: () => void;
  clear: () => void;
}

type Typed = Event & { value: string };

export function renderQuestion({ words, state, code, secret, ...act }: QuestionView): TemplateResult {
  const secretError = state?.secretError;
  const onKeydown = (event: KeyboardEvent): void => {
    const field = event.target instanceof Element && event.target.matches('motcua-text-field');
    if (event.key === 'Enter' && field && !event.isComposing) act.search();
  };
  return html`<form class="panel question" @submit=${(event: Event) => event.preventDefault()} @keydown=${onKeydown}>
    <motcua-text-field
      required
      kind="code"
      pointer="#code"
      .label=${words.t('status.code')}
      .hint=${words.t('status.codeHint')}
      .error=${state?.codeError ? words.t(state.codeError) : ''}
      .value=${code}
      @motcua-input=${({ value }: Typed) => act.typeCode(value)}
    ></motcua-text-field>
    <motcua-text-field
      kind="code"
      concealable
      pointer="#secret"
      .label=${words.t('status.secret')}
      .hint=${words.t('status.secretHint')}
      .error=${secretError ? words.t(secretError.key, secretError.params) : ''}
      .value=${secret}
      @motcua-input=${({ value }: Typed) => act.typeSecret(value)}
    ></motcua-text-field>
    <div class="actions">
      <motcua-button
        stretch
        .variant=${state?.dossier ? 'secondary' : 'primary'}
        .busy=${state?.busy ?? false}
        .busyLabel=${words.t('status.searching')}
        @click=${act.search}
        >${words.t('status.search')}</motcua-button
      >
      ${
        state?.dossier || state?.completion
          ? html`<motcua-button stretch variant="quiet" @click=${act.clear}>${words.t('status.clear')}</motcua-button>`
          : nothing
      }
    </div>
  </form>`;
}
