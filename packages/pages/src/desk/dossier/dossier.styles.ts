/** The look of one dossier. */
import { css } from 'lit';
import { color, font, shape, space, type } from '@motcua/widgets/tokens';

export const dossierStyles = css`
  .summary {
    margin-block-end: ${space.s3};
  }

  .facts {
    margin-block-start: 2px;
  }

  .code {
    overflow-wrap: anywhere;
  }

  .summary .due {
    display: grid;
    min-width: 150px;
    padding-block-end: 4px;
    border-block-end: 3px solid var(--tone);
  }

  .decisions {
    margin-block-end: ${space.s4};
  }

  .decisions .button[aria-pressed='true'] {
    background: ${color.primarySoft};
    box-shadow: inset 0 0 0 1px ${color.primary};
    color: ${color.primary};
  }

  .decisions .refuse {
    color: ${color.danger};
  }

  motcua-notice {
    margin-block-end: ${space.s3};
  }

  .columns[data-wide='true'] {
    display: grid;
    grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr);
    align-items: start;
    gap: ${space.s4};
  }

  .columns[data-wide='true'] .side {
    position: sticky;
    inset-block-start: ${space.s3};
    max-height: calc(100dvh - 24px);
    margin: -6px;
    padding: 6px;
    overflow: auto;
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: ${space.s1};
    margin-block-end: ${space.s2};
  }

  .tabs button {
    min-height: 40px;
    padding: 6px 12px;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: ${color.link};
    font-weight: ${font.medium};
  }

  .tabs button[aria-selected='true'] {
    border-block-end-color: ${color.primary};
    color: ${color.text};
    font-weight: ${font.strong};
  }

  .answers-title:focus {
    outline: none;
  }

  .step {
    margin-block: ${space.s4} 0;
    padding-block-end: 2px;
    border-block-end: 1px solid ${color.lineStrong};
    ${type.title3}
  }

  .section-title {
    margin-block: ${space.s3} 2px;
    color: ${color.textMuted};
    font-weight: ${font.strong};
    ${type.small}
  }

  .answer {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    align-items: baseline;
    gap: 2px ${space.s3};
    padding-block: 7px;
    border-block-end: 1px solid ${color.line};
  }

  .answer[data-changed='true'] {
    margin-inline: -8px;
    padding-inline: 8px;
    background: ${color.infoSoft};
  }

  .answer[data-chosen='true'] {
    margin-inline: -8px;
    padding-inline: 8px;
    background: ${color.warningSoft};
  }

  .columns[data-wide='false'] .declaration {
    padding: 0;
    border: 0;
  }

  .columns[data-wide='false'] .answer {
    grid-template-columns: minmax(0, 1fr);
  }

  dt {
    color: ${color.textMuted};
  }

  dd {
    font-weight: ${font.medium};
    overflow-wrap: anywhere;
  }

  dd .button {
    margin-inline-start: -12px;
  }

  dd.reason {
    grid-column: 1 / -1;
    display: grid;
    gap: ${space.s2};
  }

  .chip.ready {
    border-radius: ${shape.radiusM};
    color: ${color.link};
    text-align: start;
  }

  .tick {
    display: flex;
    align-items: center;
    gap: ${space.s3};
    min-height: 32px;
    cursor: pointer;
  }

  .tick input {
    flex: none;
  }

  .letters {
    display: grid;
    gap: ${space.s2};
    margin-block-start: ${space.s2};
  }

  .stale:focus {
    outline: none;
  }
`;
