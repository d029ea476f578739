/** The look of the question and the result of a look-up. */
import { css } from 'lit';
import { space } from '../../styles/tokens.js';

export const statusStyles = css`
  .question {
    display: grid;
    gap: ${space.s4};
    margin-block-start: ${space.s5};
  }

  .question .actions {
    margin-block-start: 0;
  }

  .result {
    margin-block-start: ${space.s6};
  }

  :is(.result, .result-rest) :is(h2, h3):focus {
    outline: none;
  }

  .heading-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${space.s2};
  }

  .heading-row .title-2 {
    margin: 0;
  }
`;
