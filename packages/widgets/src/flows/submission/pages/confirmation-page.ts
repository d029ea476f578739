/** The confirmation: the codes, what happens next, a record to keep. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatLookupSecret } from '@motcua/client';
import type { Confirmation } from '@motcua/schemas';
import { checkIcon, copyIcon, downloadIcon, printerIcon } from '../../../icons/paths.js';
import { renderIcon } from '../../../icons/icon.js';
import { formatDay, formatTime, formatWeekday } from '../../moments.js';
import { saveFile } from '../../save-file.js';
import { makeConfirmationFile, makeJsonFile, makeSignedFile } from '../confirmation-file.js';
import { agencyInWords, inLanguage, type PageView } from '../page-view.js';
import { answerSections } from './review-page.js';

export function renderConfirmation(
  view: PageView & { printSecret: boolean; choosePrintSecret: (yes: boolean) => void },
): TemplateResult {
  const { session, state, words, act } = view;
  const { confirmation } = session;
  if (!confirmation || session.lookupSecret === undefined) return html``;
  const secret = formatLookupSecret(session.lookupSecret);
  const address = view.statusAddress(confirmation.provisionalCode);
  return html`
    <div class="done-mark" aria-hidden="true">${renderIcon(checkIcon, 24)}</div>
    <h1 class="title-1" tabindex="-1">${state.texts?.sentTitle ?? ''}</h1>
    <p class="lead">${leadOf(confirmation, view)}</p>
    <motcua-ticket
      class="apart"
      .codes=${[
        {
          label: words.t('sent.provisionalCode'),
          value: confirmation.provisionalCode,
          main: true,
          breaks: 'first-hyphen',
        },
        { label: words.t('sent.secret'), value: secret, breaks: 'each-hyphen', secret: true },
      ]}
      .qr=${address}
      .qrCaption=${words.t('sent.scan')}
      .privacyNote=${words.t('sent.keepSecret')}
      .printSecrets=${view.printSecret}
    >
      <motcua-button
        slot="actions"
        stretch
        variant="secondary"
        @click=${() => void copyCodes(confirmation, secret, view)}
      >
        <span slot="icon">${renderIcon(copyIcon)}</span>${words.t('sent.copy')}</motcua-button
      >
    </motcua-ticket>
    <p class="section-lead apart">${words.t('sent.codeNote')}</p>
    <motcua-remember-dossier
      class="apart no-print"
      .store=${session.options.client.myDossiers}
      .dossier=${confirmation}
      .secret=${session.lookupSecret}
      .words=${words}
    ></motcua-remember-dossier>
    <div class="actions">
      <motcua-button
        stretch
        variant="primary"
        @click=${() => saveFile(makeConfirmationFile(confirmation, words, view.printSecret ? secret : undefined), `xac-nhan-${confirmation.provisionalCode}.html`)}
      >
        <span slot="icon">${renderIcon(downloadIcon)}</span>${words.t('sent.download')}</motcua-button
      >
      <motcua-button
        stretch
        variant="secondary"
        @click=${() => saveFile(makeSignedFile(confirmation), `xac-nhan-${confirmation.provisionalCode}.json`)}
        >${words.t('sent.downloadSigned')}</motcua-button
      >
      <motcua-button stretch variant="secondary" @click=${() => void act.printConfirmation()}>
        <span slot="icon">${renderIcon(printerIcon)}</span>${words.t('sent.print')}</motcua-button
      >
      ${address === '' ? nothing : html`<motcua-button stretch variant="quiet" href=${address}>${words.t('sent.track')}</motcua-button>`}
    </div>
    ${renderVerifyNote(view)}
    <motcua-checkbox-field
      class="apart no-print"
      .text=${words.t('sent.printSecret')}
      .checked=${view.printSecret}
      @motcua-input=${(event: Event & { value: unknown }) => view.choosePrintSecret(event.value === true)}
    ></motcua-checkbox-field>
    ${renderNext(view)}
    <section class="form-section">
      <h2 class="title-2 first">${words.t('sent.answers')}</h2>
      <motcua-review-list
        .sections=${answerSections(view).map((section) => ({ ...section, editable: false }))}
      ></motcua-review-list>
      ${renderSentFile(view)}
    </section>
    <div class="actions">
      <motcua-button stretch variant="quiet" @click=${() => void close(view)}>${words.t('sent.close')}</motcua-button>
    </div>
  `;
}

function renderVerifyNote({ verifyAddress, words }: PageView): TemplateResult | typeof nothing {
  if (verifyAddress === '') return nothing;
  return html`<p class="section-lead no-print">
    ${words.t('sent.verifyNote')} <a href=${verifyAddress} target="_blank" rel="noopener">${verifyAddress}</a>
  </p>`;
}

/** With it the verify page shows that these very answers were taken. */
function renderSentFile({ session, words }: PageView): TemplateResult | typeof nothing {
  const { sent, confirmation } = session;
  if (!sent || !confirmation) return nothing;
  return html`<div class="actions">
    <motcua-button
      stretch
      variant="quiet"
      @click=${() => saveFile(makeJsonFile(sent), `thong-tin-da-gui-${confirmation.provisionalCode}.json`)}
      >${words.t('sent.downloadAnswers')}</motcua-button
    >
  </div>`;
}

function leadOf({ agency, submittedAt }: Confirmation, { words }: PageView): string {
  const at = new Date(submittedAt);
  return words.t('sent.lead', {
    agency: agencyInWords(agency, words),
    time: formatTime(at, words.locale),
    weekday: formatWeekday(at, words.locale),
    date: formatDay(at),
  });
}

function renderNext({ state, words }: PageView): TemplateResult | typeof nothing {
  const steps = state.published?.record.nextSteps ?? [];
  if (steps.length === 0) return nothing;
  const rows = steps.map(({ title, text }) => ({
    label: inLanguage(title, words),
    text: inLanguage(text, words),
    status: 'later' as const,
  }));
  return html`<section>
    <h2 class="title-2">${words.t('sent.next')}</h2>
    <motcua-timeline variant="next" .rows=${rows}></motcua-timeline>
  </section>`;
}

async function copyCodes({ provisionalCode }: Confirmation, secret: string, { words, act }: PageView): Promise<void> {
  const text = `${words.t('sent.provisionalCode')}: ${provisionalCode}\n${words.t('sent.secret')}: ${secret}`;
  try {
    await navigator.clipboard.writeText(text);
    act.announce(words.t('sent.copied'));
  } catch {
    act.announce(words.t('sent.copyFailed'));
  }
}

async function close({ session, words, act }: PageView): Promise<void> {
  const code = session.confirmation?.provisionalCode ?? '';
  const known = await session.options.client.myDossiers.find(code).catch(() => undefined);
  const sure = await act.confirm({
    heading: words.t('sent.closeTitle'),
    text: words.t(known ? 'sent.closeTextRemembered' : 'sent.closeText'),
    confirm: words.t('sent.closeConfirm'),
  });
  if (sure) await session.discard();
}
