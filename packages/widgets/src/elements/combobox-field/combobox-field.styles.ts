import { css } from 'lit';
import { color, font, shape } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

export const comboboxStyles = css`
  .anchor {
    position: relative;
  }

  .popup {
    margin-block-start: 4px;
    padding: 6px;
    border: ${shape.border} solid ${color.line};
    border-radius: ${shape.radiusM};
    background: ${color.surfaceRaised};
    color: ${color.text};
    box-shadow: ${shape.shadowRaised};
  }

  .popup[hidden] {
    display: none;
  }

  @container (min-width: 560px) {
    .popup {
      position: absolute;
      inset-block-start: 100%;
      inset-inline: 0;
      z-index: 10;
    }
  }

  .popup.floating {
    position: fixed;
    inset: auto;
    margin: 0;
    overflow: visible;
  }

  .listbox {
    max-height: min(432px, 70vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    outline: none;
  }

  .listbox.one-line {
    max-height: min(276px, 70vh);
  }

  .group-name {
    padding: 12px 10px 4px;
    color: ${color.textMuted};
    font-weight: ${font.strong};
    ${type.tag}
  }

  .option {
    display: flex;
    gap: 10px;
    min-height: ${shape.targetMin};
    padding: 8px 10px;
    border: 2px solid transparent;
    border-radius: ${shape.radiusS};
    line-height: 1.5;
    cursor: pointer;
  }

  .option .icon {
    margin-block-start: 2px;
    color: ${color.textMuted};
  }

  .option.active {
    border-color: ${color.focus};
    background: ${color.primarySoft};
  }

  .option:not(.active):hover {
    background: ${color.primarySoft};
  }

  .option b {
    font-weight: ${font.title};
  }

  .option .second {
    display: block;
    color: ${color.textMuted};
    ${type.small}
  }

  .footer {
    margin: 6px 4px 0;
    padding: 8px 6px 4px;
    border-block-start: ${shape.border} solid ${color.line};
    color: ${color.textMuted};
    ${type.small}
  }

  .footer.alone {
    margin-block-start: 0;
    border-block-start: 0;
    color: ${color.text};
    ${type.text}
  }

  @media (forced-colors: active) {
    .option {
      border-color: Canvas;
    }
    .option.active {
      border-color: Highlight;
    }
    .popup {
      border-color: CanvasText;
    }
  }
`;
