/** The look of what a supplement writes between the fields. */
import { css } from 'lit';
import { color, font, shape, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

export const supplementStyles = css`
  .changes {
    display: grid;
    margin-block-start: ${space.s3};
  }

  .change {
    padding-block: ${space.s3};
    border-block-end: 1px solid ${color.line};
  }

  .change dt {
    font-weight: ${font.strong};
  }

  .change dd {
    overflow-wrap: anywhere;
    ${type.text}
  }

  .before {
    color: ${color.textMuted};
  }

  .after .icon {
    display: inline-block;
    margin-inline-end: ${space.s1};
    vertical-align: -2px;
    color: ${color.primary};
  }

  .side {
    margin-inline-end: ${space.s2};
    color: ${color.textMuted};
    ${type.small}
  }

  .after {
    font-weight: ${font.medium};
  }

  .locked {
    padding: 0 ${space.s4};
    border: 1px solid ${color.line};
    border-radius: ${shape.radiusL};
  }

  .locked summary {
    min-height: ${shape.targetMin};
    padding-block: ${space.s3};
    color: ${color.link};
    font-weight: ${font.medium};
    cursor: pointer;
  }

  .vow {
    margin-block-start: ${space.s5};
    ${type.text}
  }

  .part:focus {
    outline: none;
  }
`;
