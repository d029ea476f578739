/** The look of the question and the result of a look-up. */
import { css } from 'lit';
import { color, font, shape, space } from '../../styles/tokens.js';

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

  .asked {
    display: grid;
    gap: ${space.s2};
    margin-block-start: ${space.s2};
  }

  .asked > li + li {
    padding-block-start: ${space.s2};
    border-block-start: 1px solid ${color.warningLine};
  }

  .asked-note {
    margin-block-start: ${space.s3};
  }

  .letters > li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${space.s3};
    padding-block: ${space.s3};
    border-block-end: 1px solid ${color.line};
  }

  .letters motcua-button {
    flex: none;
  }

  .letter-name {
    font-weight: ${font.medium};
  }

  .open-letter {
    margin-block-start: ${space.s4};
  }

  .open-letter:focus {
    outline: none;
  }

  .sheet-frame {
    overflow-x: auto;
    border: 1px solid ${color.line};
    border-radius: ${shape.radiusM};
  }
`;
