import { css } from 'lit';
import { color, font, shape, space } from '../../styles/tokens.js';

/** A choice drawn as joined segments; in a box under 300 px they stack. */
export const segmentStyles = css`
  .segments-container {
    container-type: inline-size;
    margin-block-end: ${space.s3};
  }

  .segments {
    display: flex;
    border: ${shape.border} solid ${color.lineStrong};
    border-radius: ${shape.radiusM};
    background: ${color.surface};
  }

  .segment {
    position: relative;
    display: flex;
    flex: 1 1 0;
    align-items: center;
    justify-content: center;
    gap: ${space.s2};
    min-height: ${shape.controlHeight};
    padding: 10px 6px;
    line-height: 1.5;
    text-align: center;
    cursor: pointer;
  }

  .segment + .segment {
    border-inline-start: ${shape.border} solid ${color.lineStrong};
  }

  .segment:first-child {
    border-start-start-radius: calc(${shape.radiusM} - 1px);
    border-end-start-radius: calc(${shape.radiusM} - 1px);
  }

  .segment:last-child {
    border-start-end-radius: calc(${shape.radiusM} - 1px);
    border-end-end-radius: calc(${shape.radiusM} - 1px);
  }

  .segment.selected {
    background: ${color.primarySoft};
    color: ${color.primary};
    font-weight: ${font.strong};
    box-shadow:
      0 0 0 1px ${color.primary},
      inset 0 0 0 1px ${color.primary};
    z-index: 1;
  }

  .segment:focus-within {
    outline: ${shape.focusWidth} solid ${color.focus};
    outline-offset: ${shape.focusOffset};
    z-index: 2;
  }

  @container (max-width: 299px) {
    .segments {
      flex-direction: column;
    }
    .segment + .segment {
      border-inline-start: 0;
      border-block-start: ${shape.border} solid ${color.lineStrong};
    }
  }

  @media (forced-colors: active) {
    .segment.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
