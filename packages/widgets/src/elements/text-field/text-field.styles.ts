import { css } from 'lit';
import { color } from '../../styles/tokens.js';
import { figures, type } from '../../styles/typography.js';

export const textFieldStyles = css`
  .echo {
    margin-block-start: 6px;
    color: ${color.textMuted};
    overflow-wrap: anywhere;
    ${type.small}
    ${figures}
  }

  :host([kind='digits']) input,
  :host([kind='code']) input {
    letter-spacing: 0.02em;
  }
`;
