/** The look of a decision and of the letter beside it. */
import { css } from 'lit';
import { color, font, shape, space, type } from '@motcua/widgets/tokens';

export const decisionStyles = css`
  h2:focus {
    outline: none;
  }

  .fields {
    gap: ${space.s4};
    margin-block: ${space.s4};
  }

  .final {
    margin-block-end: ${space.s2};
    color: ${color.textMuted};
    ${type.small}
  }

  .chip.ready {
    border-radius: ${shape.radiusM};
    color: ${color.link};
    text-align: start;
  }

  .optional {
    font-weight: ${font.regular};
  }

  .items {
    display: grid;
    gap: ${space.s2};
  }

  .items li {
    padding: ${space.s2} ${space.s3};
    border: ${shape.border} solid ${color.primaryLine};
    border-radius: ${shape.radiusM};
    background: ${color.primarySoft};
  }

  .items .hint {
    overflow-wrap: anywhere;
  }

  .row.between {
    justify-content: space-between;
    flex-wrap: nowrap;
  }

  .field > .tick {
    display: flex;
    align-items: center;
    gap: ${space.s3};
    min-height: 44px;
    font-weight: ${font.regular};
    cursor: pointer;
  }

  .preview {
    margin-block-start: ${space.s5};
    padding-block-start: ${space.s4};
    border-block-start: 1px solid ${color.line};
  }

  .preview .label {
    ${type.label}
    margin-block-end: ${space.s2};
  }

  .sheet {
    overflow: auto;
    border: ${shape.border} solid ${color.line};
    border-radius: ${shape.radiusM};
  }

  motcua-notice {
    margin-block: ${space.s3};
  }
`;
