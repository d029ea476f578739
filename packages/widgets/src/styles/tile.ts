/** The look of a tile with a mark: a radio of a choice, a tick box. The native input stays in place, drawn by its own appearance. */
import { css } from 'lit';
import { color, shape, space } from './tokens.js';
import { type } from './typography.js';

export const tileStyles = css`
  .tile {
    position: relative;
    display: flex;
    align-items: flex-start;
    gap: ${space.s3};
    min-height: max(52px, ${shape.controlHeight});
    padding: 12px 14px;
    border: ${shape.border} solid ${color.lineStrong};
    border-radius: ${shape.radiusM};
    background: ${color.surface};
    cursor: pointer;
  }

  .tile:hover {
    border-color: ${color.text};
  }

  .tile.selected {
    border-color: ${color.primary};
    background: ${color.primarySoft};
    box-shadow: inset 0 0 0 1px ${color.primary};
  }

  .tile.wrong {
    border-color: ${color.danger};
    box-shadow: inset 0 0 0 1px ${color.danger};
  }

  .tile:has(input:focus-visible) {
    outline: ${shape.focusWidth} solid ${color.focus};
    outline-offset: ${shape.focusOffset};
  }

  /* Without :has() the tile is found by focus within it. */
  @supports not selector(:has(input)) {
    .tile:focus-within {
      outline: ${shape.focusWidth} solid ${color.focus};
      outline-offset: ${shape.focusOffset};
    }
  }

  .tile input {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    width: 22px;
    height: 22px;
    margin-block: 2px;
    border: ${shape.borderStrong} solid ${color.lineStrong};
    background: ${color.surface};
    outline: none;
    cursor: inherit;
  }

  .tile input[type='radio'] {
    border-radius: 50%;
  }

  .tile input[type='radio']::before {
    content: '';
    width: 10px;
    height: 10px;
    border-radius: 50%;
  }

  .tile input:checked {
    border-color: ${color.primary};
  }

  .tile input[type='radio']:checked::before {
    background: ${color.primary};
  }

  .tile input[type='checkbox'] {
    border-radius: ${shape.radiusS};
  }

  .tile input[type='checkbox']::before {
    content: '';
    width: 12px;
    height: 7px;
    margin-block-start: -4px;
    border: solid transparent;
    border-width: 0 0 2.5px 2.5px;
    transform: rotate(-45deg);
  }

  .tile input[type='checkbox']:checked {
    background: ${color.primary};
  }

  .tile input[type='checkbox']:checked::before {
    border-color: ${color.onPrimary};
  }

  .tile .second {
    display: block;
    color: ${color.textMuted};
    ${type.small}
  }

  @media (forced-colors: active) {
    .tile.selected {
      border: 2px solid Highlight;
    }
    .tile.wrong {
      border: 2px solid CanvasText;
    }
    .tile input[type='radio']:checked::before {
      background: Highlight;
    }
    .tile input[type='checkbox']:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
