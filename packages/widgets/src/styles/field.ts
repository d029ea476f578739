/** The look of a field: label, hint, error, control, origin, in that order and in every state. */
import { css } from 'lit';
import { color, font, shape, space } from './tokens.js';
import { figures, type } from './typography.js';

export const fieldStyles = css`
  .field {
    max-width: ${shape.columnMeasure};
  }

  .field.wrong,
  .field.doubtful {
    max-width: calc(${shape.columnMeasure} + 24px);
    margin-inline: -12px;
    padding: 12px;
    border-radius: ${shape.radiusM};
  }

  .field.wrong {
    background: ${color.dangerSoft};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.danger};
  }

  .field.doubtful {
    background: ${color.warningSoft};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.warning};
  }

  .label {
    display: block;
    ${type.label}
  }

  .label .optional {
    color: ${color.textMuted};
    font-weight: ${font.regular};
    white-space: nowrap;
  }

  .hint {
    margin-block-start: ${space.s1};
    color: ${color.textMuted};
    ${type.hint}
  }

  .message {
    display: flex;
    gap: ${space.s2};
    margin-block-start: 6px;
    ${type.error}
  }

  .message .icon,
  .under .icon {
    margin-block-start: 2px;
  }

  .message.error {
    color: ${color.danger};
  }

  .message.request {
    margin-block-start: 8px;
    padding: 8px 12px;
    border-radius: ${shape.radiusM};
    background: ${color.warningSoft};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.warning};
    color: ${color.warning};
  }

  .message.warning {
    color: ${color.warning};
  }

  .control-row {
    margin-block-start: ${space.s2};
  }

  .hint + .control-row {
    margin-block-start: 6px;
  }

  .under {
    display: flex;
    gap: ${space.s2};
    margin-block-start: 6px;
    color: ${color.textMuted};
    ${type.small}
  }

  .under .icon {
    color: ${color.primary};
  }

  .box {
    position: relative;
    display: flex;
    align-items: center;
    width: 100%;
    min-height: ${shape.controlHeight};
    border: ${shape.border} solid ${color.lineStrong};
    border-radius: ${shape.radiusM};
    background: ${color.surface};
    color: ${color.text};
  }

  .width-xs {
    max-width: 120px;
  }
  .width-s {
    max-width: 264px;
  }
  .width-m {
    max-width: 400px;
  }

  .box:hover {
    border-color: ${color.text};
  }

  .box:focus-within {
    border-color: ${color.focus};
    outline: ${shape.borderStrong} solid ${color.focus};
    outline-offset: calc(${shape.borderStrong} * -1);
    box-shadow: 0 0 0 4px color-mix(in srgb, ${color.focus} 24%, transparent);
  }

  .box.wrong {
    border-color: ${color.danger};
    box-shadow: inset 0 0 0 1px ${color.danger};
  }

  .box.wrong:focus-within {
    border-color: ${color.focus};
    box-shadow: 0 0 0 4px color-mix(in srgb, ${color.focus} 24%, transparent);
  }

  .box.readonly {
    border-style: dashed;
    background: ${color.surfaceSunken};
  }

  .box > input,
  .box > textarea,
  .box > select {
    flex: 1;
    align-self: stretch;
    min-width: 0;
    width: 100%;
    padding: 10px 14px;
    border: 0;
    border-radius: inherit;
    background: transparent;
    color: inherit;
    line-height: 1.625;
    outline: none;
  }

  .box > .icon {
    margin-inline-start: 14px;
    color: ${color.textMuted};
  }

  .box > .icon + input {
    padding-inline-start: 10px;
  }

  .box > input + .icon,
  .box > .trailing {
    margin-inline: 0 14px;
  }

  .box .button.icon-only {
    border-radius: calc(${shape.radiusM} - 2px);
  }

  input.figures,
  .count {
    ${figures}
  }

  input.figures {
    font-weight: ${font.medium};
  }

  .count {
    margin-inline-end: 14px;
    color: ${color.textMuted};
    ${type.hint}
  }

  .wrong .count,
  .count.over {
    color: ${color.danger};
  }

  input::placeholder {
    color: ${color.textMuted};
    opacity: 1;
  }

  @media (forced-colors: active) {
    .field.wrong,
    .box.wrong {
      border: 2px solid CanvasText;
    }
    .box:focus-within {
      outline-color: Highlight;
    }
  }
`;
