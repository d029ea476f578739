/** What every sheet has around its content: agency and nation, place and day, title, signatures. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Agency } from '@motcua/schemas';
import type { LetterTextKey } from '../../text/letters.vi.js';
import { writeDay } from './letter-times.js';
import type { LetterWords } from './letter-words.js';

export function renderHead(agency: Agency, words: LetterWords): TemplateResult {
  return html`<header class="head">
    <div class="agency">
      <p class="agency-name">${words.name(inCapitals(agency.name))}</p>
      <p class="desk">${words.say('desk')}</p>
    </div>
    <div class="nation">
      <p class="nation-name">${words.say('nation')}</p>
      <p class="motto"><span class="motto-text">${words.official('motto')}</span></p>
    </div>
  </header>`;
}

export function renderPlaceAndDay({ provinceName }: Agency, issuedAt: string, words: LetterWords): TemplateResult {
  return html`<p class="place">
    ${words.say(
      'placeAndDay',
      { place: provinceName.vi, day: writeDay(issuedAt, 'vi') },
      { place: provinceName.en ?? provinceName.vi, day: writeDay(issuedAt, 'en') },
    )}
  </p>`;
}

export interface Signer {
  role: LetterTextKey;
  /** Absent: it is left for the hand. */
  name?: string | undefined;
}

/** Places for signatures by hand, side by side. */
export function renderSigners(signers: readonly Signer[], words: LetterWords): TemplateResult {
  return html`<div class="signers">
    ${signers.map(
      ({ role, name }) =>
        html`<div class="signer">
          <p class="role">${words.say(role)}</p>
          <p class="how">${words.say('sign.how')}</p>
          ${name === undefined ? nothing : html`<p class="name">${name}</p>`}
        </div>`,
    )}
  </div>`;
}

/** The name of an agency as it heads its papers. */
function inCapitals({ vi, en }: Agency['name']): Agency['name'] {
  return { vi: vi.toLocaleUpperCase('vi'), ...(en === undefined ? {} : { en }) };
}
