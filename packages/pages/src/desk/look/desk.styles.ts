/** The look that the views of the desk share: dense, flat, hairlines; everything by tokens. */
import { css } from 'lit';
import { color, figures, font, shape, space, type } from '@motcua/widgets/tokens';

export const deskStyles = css`
  [hidden] {
    display: none !important;
  }

  .title {
    font-size: calc(${font.base} * 26 / 16);
    font-weight: ${font.title};
    line-height: 1.47;
    overflow-wrap: anywhere;
  }

  .title:focus {
    outline: none;
  }

  .title-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${space.s2} ${space.s4};
  }

  .muted {
    color: ${color.textMuted};
    ${type.small}
  }

  .figures {
    ${figures}
  }

  .panel {
    padding: ${space.s4};
    border: ${shape.border} solid ${color.line};
    border-radius: ${shape.radiusL};
    background: ${color.surface};
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space.s2};
  }

  .button.small {
    min-height: 36px;
    padding: 5px 12px;
  }

  .button[aria-pressed='true'] {
    background: ${color.primary};
    border-color: ${color.primary};
    color: ${color.onPrimary};
  }

  .chip {
    min-height: 36px;
    padding: 4px 14px;
    border: ${shape.border} solid ${color.lineStrong};
    border-radius: 18px;
    background: ${color.surface};
    color: ${color.text};
    font-weight: ${font.medium};
    line-height: 1.5;
  }

  .chip[aria-pressed='true'] {
    background: ${color.primary};
    border-color: ${color.primary};
    color: ${color.onPrimary};
    font-weight: ${font.strong};
  }

  .chip .figures {
    margin-inline-start: 4px;
  }

  kbd {
    display: inline-block;
    min-width: 22px;
    padding: 0 5px;
    border: 1px solid currentcolor;
    border-radius: 5px;
    font-size: max(12px, 0.8em);
    font-weight: ${font.medium};
    line-height: 1.5;
    text-align: center;
    opacity: 0.85;
    ${figures}
  }

  .field {
    display: grid;
    gap: ${space.s1};
  }

  .field > label,
  .field > .label {
    ${type.label}
  }

  .hint {
    color: ${color.textMuted};
    ${type.hint}
  }

  .error {
    display: flex;
    gap: 6px;
    color: ${color.danger};
    ${type.error}
  }

  .error svg {
    margin-block-start: 2px;
  }

  .wrong {
    margin-inline: -12px;
    padding: 12px;
    border-radius: ${shape.radiusM};
    background: ${color.dangerSoft};
  }

  .input {
    width: 100%;
    min-height: ${shape.controlHeight};
    padding: 8px 12px;
    border: ${shape.border} solid ${color.lineStrong};
    border-radius: ${shape.radiusM};
    background: ${color.surface};
    line-height: 1.5;
  }

  textarea.input {
    resize: vertical;
  }

  .wrong .input {
    border: ${shape.borderStrong} solid ${color.danger};
  }

  input[type='checkbox'] {
    width: 20px;
    height: 20px;
    accent-color: ${color.primary};
    cursor: pointer;
  }

  .toned-words {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--tone);
    font-weight: ${font.strong};
  }

  .empty {
    padding: ${space.s6} ${space.s4};
    color: ${color.textMuted};
    text-align: center;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th {
    color: ${color.textMuted};
    font-weight: ${font.strong};
    text-align: start;
    ${type.small}
  }

  th,
  td {
    padding: 8px 10px;
    vertical-align: middle;
  }

  tbody tr {
    border-block-start: 1px solid ${color.line};
  }

  @container (max-width: 719px) {
    table.stacked,
    .stacked tbody,
    .stacked tr,
    .stacked td {
      display: block;
    }

    .stacked thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .stacked tr {
      padding-block: ${space.s2};
    }

    .stacked td {
      padding: 2px 0;
      overflow-wrap: anywhere;
    }
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'],
    .button[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
