/** What a journey adds to the content styles: spacing between elements of a page. */
import { css } from 'lit';
import { doorMarkStyles } from '../icons/door-mark.js';
import { color, space } from '../styles/tokens.js';
import { type } from '../styles/typography.js';

export const flowStyles = css`
  ${doorMarkStyles}

  :host {
    display: block !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  .apart {
    display: block;
    margin-block-start: ${space.s5};
  }

  .above {
    display: block;
    margin-block: ${space.s2} ${space.s5};
  }

  .first {
    margin-block-start: 0;
  }

  .summary {
    margin-block-start: 0;
  }

  .muted {
    color: ${color.textMuted};
  }

  .section-lead {
    margin-block-start: ${space.s1};
    color: ${color.textMuted};
    ${type.text}
  }

  .form-section {
    margin-block-start: ${space.s6};
    padding-block-start: ${space.s5};
    border-block-start: 1px solid ${color.line};
  }

  .form-section.leading {
    margin-block-start: ${space.s5};
    padding-block-start: 0;
    border: 0;
  }

  .form-section > .title-2 + .fields,
  .form-section > .section-lead + .fields {
    margin-block-start: ${space.s4};
  }

  .form-section.leading > .fields:first-child {
    margin-block-start: 0;
  }

  .fields > motcua-form-field {
    display: block;
  }

  .fields > motcua-form-field[hidden],
  [hidden] {
    display: none !important;
  }

  .extras {
    margin-block-start: ${space.s4};
  }

  @media print {
    .no-print {
      display: none !important;
    }
  }
`;
