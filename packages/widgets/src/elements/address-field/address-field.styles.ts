import { css } from 'lit';
import { font, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

/** The parts stand closer together than two questions do. */
export const addressFieldStyles = css`
  .parts {
    display: grid;
    gap: ${space.s4};
    padding-block-start: ${space.s1};
  }

  .doubt {
    padding-block-start: ${space.s2};
  }

  .label {
    font-weight: ${font.strong};
    ${type.title3}
  }
`;
