/** The boxes for day, month and year, shared by the two date fields. Nothing jumps from box to box: a reader moves on when ready. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { color, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';
import type { DatePart, DateParts } from './date-parts.js';

export interface DateBoxesOptions {
  readonly parts: readonly DatePart[];
  readonly value: DateParts;
  /** Parts that are wrong; with an error and no part named, all of them. */
  readonly wrong: readonly DatePart[];
  readonly readonly: boolean;
  readonly required: boolean;
  readonly autocomplete: string;
  readonly labels: Readonly<Record<DatePart, string>>;
  readonly onInput: (part: DatePart, text: string) => void;
  readonly onChange: () => void;
}

const birthdayTokens: Readonly<Record<DatePart, AutoFill>> = {
  day: 'bday-day',
  month: 'bday-month',
  year: 'bday-year',
};

export function renderDateBoxes(options: DateBoxesOptions): TemplateResult {
  return html`<div class="date-boxes">${options.parts.map((part) => renderBox(part, options))}</div>`;
}

function renderBox(part: DatePart, options: DateBoxesOptions): TemplateResult {
  const wrong = options.wrong.includes(part);
  return html`<div class=${`date-part ${part}`}>
    <label for=${part}>${options.labels[part]}</label>
    <div part="control" class=${classMap({ box: true, moves: true, wrong, readonly: options.readonly })}>
      <input
        id=${part}
        class="figures"
        type="text"
        inputmode="numeric"
        autocomplete=${options.autocomplete === 'bday' ? birthdayTokens[part] : 'off'}
        ?readonly=${options.readonly}
        .value=${options.value[part]}
        aria-required=${options.required ? 'true' : nothing}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? 'error' : nothing}
        @input=${(event: Event) => report(part, event, options)}
        @change=${options.onChange}
      />
    </div>
  </div>`;
}

function report(part: DatePart, event: Event, options: DateBoxesOptions): void {
  if (event.target instanceof HTMLInputElement) options.onInput(part, event.target.value.normalize('NFC'));
}

export const dateBoxesStyles = css`
  .date-boxes {
    display: flex;
    flex-wrap: wrap;
    gap: ${space.s3};
  }

  .date-part label {
    display: block;
    margin-block-end: ${space.s1};
    color: ${color.textMuted};
    ${type.small}
  }

  .date-part {
    width: 84px;
  }

  .date-part.year {
    width: 116px;
  }
`;
