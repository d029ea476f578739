import { css } from 'lit';
import { color, font, shape, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

export const fileFieldStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: ${space.s1} ${space.s3};
  }

  .label {
    flex: 1 1 auto;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 ${space.s3};
    font-weight: ${font.strong};
    ${type.title3}
  }

  .label .optional {
    ${type.small}
    line-height: 26px;
  }

  .hint + .control-row {
    margin-block-start: 10px;
  }

  .buttons .button {
    gap: 6px;
    padding-inline: 12px;
  }

  .row > .icon-only {
    align-self: flex-start;
    color: ${color.text};
  }

  .rows {
    display: grid;
    gap: ${space.s2};
    margin-block-end: ${space.s2};
  }

  .rows:empty {
    display: none;
  }

  .row {
    display: flex;
    gap: ${space.s3};
    padding: 10px;
    border-radius: ${shape.radiusM};
    background: ${color.surfaceSunken};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.lineStrong};
  }

  .row.refused {
    background: ${color.dangerSoft};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.danger};
  }

  canvas,
  .no-preview {
    flex: none;
    width: 56px;
    height: 68px;
    border-radius: ${shape.radiusS};
    background: ${color.neutralSoft};
    color: ${color.neutral};
  }

  .no-preview {
    display: grid;
    place-content: center;
  }

  .facts {
    flex: 1;
    min-width: 0;
  }

  .name {
    font-weight: ${font.strong};
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .state {
    color: ${color.textMuted};
    ${type.small}
  }

  .state strong {
    font-weight: ${font.strong};
  }

  .state .icon,
  .state .ring {
    display: inline-block;
    width: 16px;
    height: 16px;
    margin-inline-end: 6px;
    vertical-align: -3px;
  }

  .state .done {
    color: ${color.success};
  }
  .state .informing {
    color: ${color.info};
  }

  .refused .name {
    display: flex;
    gap: ${space.s2};
  }

  .refused .message {
    margin-block: ${space.s1} ${space.s2};
  }

  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 6px;
    margin-block: 8px 4px;
    border: 0;
    border-radius: 3px;
    background: ${color.line};
  }

  progress::-webkit-progress-bar {
    border-radius: 3px;
    background: ${color.line};
  }

  progress::-webkit-progress-value {
    border-radius: 3px;
    background: ${color.primary};
  }

  progress::-moz-progress-bar {
    border-radius: 3px;
    background: ${color.primary};
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: ${space.s2};
    align-items: center;
  }

  .drop-words {
    display: none;
    align-items: center;
    gap: ${space.s2};
  }

  @media (pointer: fine) {
    @container (min-width: 560px) {
      .zone {
        justify-content: center;
        padding: ${space.s4};
        border: ${shape.border} dashed ${color.lineStrong};
        border-radius: ${shape.radiusM};
      }
      .zone .drop-words {
        display: flex;
      }
      .zone.over {
        border-color: ${color.primary};
        background: ${color.primarySoft};
      }
    }
  }

  @media (forced-colors: active) {
    .row {
      border: 1px solid CanvasText;
    }
    .row.refused {
      border-width: 2px;
    }
    progress::-webkit-progress-value {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
