/** The verdict, by icon, tone and words, so that nobody can take one for another. */
import { html, nothing, type TemplateResult } from 'lit';
import { checkCircleIcon, renderIcon, stopIcon, warningIcon, type IconPath, type Tone } from '@motcua/widgets/page-kit';
import { signedAt } from '../document/check-times.js';
import type { Fault } from '../document/fault.js';
import type { SignedDocument, Verdict } from '../document/verify-document.js';
import { describeInstant } from './describe-value.js';
import { renderDifferences } from './render-differences.js';
import type { VerifyTexts } from './verify-texts.js';
import type { VerifyTextKey } from './verify-texts.vi.js';

type Outcome = 'genuine' | 'reader-key' | 'altered' | 'untrusted' | 'unreadable';

const looks: Readonly<Record<Outcome, { tone: Tone; icon: IconPath }>> = {
  genuine: { tone: 'success', icon: checkCircleIcon },
  'reader-key': { tone: 'warning', icon: warningIcon },
  altered: { tone: 'danger', icon: stopIcon },
  untrusted: { tone: 'danger', icon: stopIcon },
  unreadable: { tone: 'warning', icon: warningIcon },
};

/** @param fileName of what was opened; empty for a pasted text */
export function renderVerdict(verdict: Verdict, fileName: string, words: VerifyTexts): TemplateResult {
  const outcome = outcomeOf(verdict);
  const { tone, icon } = looks[outcome];
  return html`<div class=${`verdict tone-${tone}`} data-verdict=${outcome}>
      ${renderIcon(icon, 24)}
      <h2 tabindex="-1">${words.t(`verdict.${outcome}`)}</h2>
      <div class="said">
        ${verdict.name === 'refused' ? renderRefusal(verdict.faults, outcome, words) : renderAcceptance(verdict, words)}
        ${fileName === '' ? nothing : html`<p class="muted file">${words.t('ask.file', { name: fileName })}</p>`}
      </div>
    </div>
    ${verdict.name === 'refused' ? renderPlaces(verdict.faults, words) : nothing}`;
}

/** The gravest fault decides: what lacks a signature is not called forged. */
function outcomeOf(verdict: Verdict): Outcome {
  if (verdict.name !== 'refused') return verdict.name;
  const codes = verdict.faults.map(({ code }) => code);
  const damaged = ['file.malformed', 'file.truncated'];
  if (codes.every((code) => code.startsWith('file.') && !damaged.includes(code))) return 'unreadable';
  const trust = ['header.algorithm', 'header.critical', 'header.foreign-key', 'header.type', 'payload.unreadable'];
  const untrusted = (code: string): boolean => trust.includes(code) || /^(key|time)\./.test(code);
  return codes.every(untrusted) ? 'untrusted' : 'altered';
}

function renderAcceptance(verdict: Exclude<Verdict, { name: 'refused' }>, words: VerifyTexts): TemplateResult {
  const { name, signed, loose } = verdict;
  return html`<p>
      ${words.t(`verdict.${name}Text`, { kind: words.t(`kind.${signed.kind}`), time: timeOf(signed, words) })}
    </p>
    ${loose ? html`<p><strong>${words.t('verdict.loose')}</strong></p>` : nothing}`;
}

function renderRefusal(faults: readonly Fault[], outcome: Outcome, words: VerifyTexts): TemplateResult {
  return html`${faults.map((fault) => html`<p>${sentenceOf(fault, words)}</p>`)}
  ${outcome === 'unreadable' ? nothing : html`<p>${words.t('verdict.doNotUse')}</p>`}`;
}

function sentenceOf({ code, part, found = '', differences }: Fault, words: VerifyTexts): string {
  const key: VerifyTextKey =
    code === 'jws.malformed' && part !== undefined
      ? `fault.jws.malformed.${part}`
      : code === 'content.altered' && differences !== undefined
        ? 'fault.content.alteredParts'
        : `fault.${code}`;
  return words.t(key, { found });
}

function renderPlaces(faults: readonly Fault[], words: VerifyTexts): TemplateResult | typeof nothing {
  const withPlaces = faults.filter(({ differences = [] }) => differences.length > 0);
  if (withPlaces.length === 0) return nothing;
  return html`<section class="places">
    <h3 class="title-2 first">${words.t('differences.title')}</h3>
    ${withPlaces.map(({ code, differences }) => {
      // Where the signature holds for neither side, neither may be called the signed one.
      const [signed, found] =
        code === 'content.altered'
          ? [words.t('differences.copy'), words.t('differences.payload')]
          : [words.t('differences.signed'), words.t('differences.found')];
      return renderDifferences(differences, { signed, found }, words);
    })}
  </section>`;
}

function timeOf({ payload }: SignedDocument, words: VerifyTexts): string {
  const time = signedAt(payload);
  return (time === undefined ? undefined : describeInstant(new Date(time).toISOString(), words)) ?? '';
}
