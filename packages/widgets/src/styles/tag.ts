/** The look of a tag; takes its colours from `tones.ts`. */
import { css } from 'lit';
import { shape } from './tokens.js';
import { type } from './typography.js';

export const tagStyles = css`
  .tag {
    display: inline-flex;
    align-items: flex-start;
    gap: 6px;
    max-width: 100%;
    padding: 4px 10px;
    border-radius: ${shape.radiusS};
    color: var(--tone);
    ${type.tag}
  }

  .tag .icon {
    margin-block-start: 0.16em;
  }
`;
