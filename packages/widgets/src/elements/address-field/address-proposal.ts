/** The question about an address of before: what stands there today. Nothing is taken over until a person says so. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ElementTextKey } from '../../text/elements.vi.js';
import type { TextParams } from '../../text/texts.js';

/** A commune of today. */
export interface AddressCandidate {
  readonly value: string;
  readonly label: string;
  /** Its province. */
  readonly detail: string;
  /** Whether those who made the mapping were not sure. */
  readonly doubtful: boolean;
}

/** A former unit in words, and the communes of today that it may be. */
export interface AddressProposal {
  readonly former: string;
  readonly candidates: readonly AddressCandidate[];
}

/** More stand in a select. */
const mostTiles = 5;

export interface ProposalView {
  readonly proposal: AddressProposal;
  /** The candidate that is picked but not confirmed; empty for none. */
  readonly picked: string;
  readonly t: (key: ElementTextKey, params?: TextParams) => string;
  readonly pick: (value: string) => void;
  readonly confirm: (candidate: AddressCandidate) => void;
  readonly dismiss: () => void;
}

/** The panel under the search. */
export function renderProposal(view: ProposalView): TemplateResult {
  const { proposal, picked, t, confirm, dismiss } = view;
  const only = proposal.candidates.length === 1 ? proposal.candidates[0] : undefined;
  const chosen = only ?? proposal.candidates.find(({ value }) => value === picked);
  return html`<motcua-notice
    id="proposal"
    role="group"
    aria-label=${t('address.proposal')}
    tone="warning"
    .heading=${t('address.proposalOf', { former: proposal.former })}
  >
    ${only === undefined ? renderChoice(view) : html`<p>${t('address.proposalNow', { now: nameInSentence(only) })}</p>`}
    ${chosen?.doubtful === true ? html`<p id="doubt" class="doubt">${t('address.proposalDoubt')}</p>` : nothing}
    ${
      chosen === undefined
        ? nothing
        : html`<motcua-button slot="actions" id="confirm" @click=${() => confirm(chosen)}
            >${t('address.proposalUse', { name: chosen.label })}</motcua-button
          >`
    }
    <motcua-button slot="actions" id="dismiss" variant="quiet" @click=${dismiss}
      >${t('address.proposalSearch')}</motcua-button
    >
  </motcua-notice>`;
}

/** What is said when the panel comes. */
export function describeProposal({ former, candidates }: AddressProposal, t: ProposalView['t']): string {
  const [only] = candidates;
  const now =
    candidates.length === 1 && only !== undefined
      ? t('address.proposalNow', { now: nameInSentence(only) })
      : t('address.proposalDivided', { count: candidates.length });
  return `${t('address.proposalOf', { former })}. ${now}`;
}

function renderChoice({ proposal: { candidates }, picked, t, pick }: ProposalView): TemplateResult {
  const options = candidates.map(({ value, label, doubtful }) => ({
    value,
    label,
    ...(doubtful ? { hint: t('address.candidateDoubt') } : {}),
  }));
  const onInput = (event: Event): void => {
    event.stopPropagation();
    pick((event as Event & { value: string }).value);
  };
  const label = t('address.proposalDivided', { count: candidates.length });
  return options.length <= mostTiles
    ? html`<motcua-choice-field
        id="candidates"
        required
        .label=${label}
        .options=${options}
        .value=${picked}
        @motcua-input=${onInput}
      ></motcua-choice-field>`
    : html`<motcua-select-field
        id="candidates"
        required
        .label=${label}
        .options=${options}
        .value=${picked}
        @motcua-input=${onInput}
      ></motcua-select-field>`;
}

/** Titles of units are written small inside a sentence: phường Hồng Hà, thành phố Hà Nội. */
function nameInSentence({ label, detail }: AddressCandidate): string {
  return [label, detail].map((name) => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)).join(', ');
}
