import { css } from 'lit';
import { color, font, space } from '../../styles/tokens.js';
import { figures, size, type } from '../../styles/typography.js';

export const reviewListStyles = css`
  section + section {
    margin-block-start: ${space.s6};
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${space.s3};
    border-block-end: 1px solid ${color.line};
  }

  h2 {
    font-size: ${size(18)};
    line-height: 1.556;
    font-weight: ${font.strong};
  }

  .edit {
    flex: none;
    min-height: 44px;
    font-weight: ${font.medium};
  }

  .row {
    padding-block: 10px;
    border-block-end: 1px solid ${color.line};
  }

  dt {
    color: ${color.textMuted};
    ${type.small}
  }

  .value {
    display: block;
    font-weight: ${font.medium};
    line-height: 1.5;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .figures,
  .money {
    ${figures}
  }

  .money {
    ${type.figure}
  }

  .note {
    display: block;
    color: ${color.textMuted};
    ${type.small}
  }

  @container (min-width: 560px) {
    .row {
      display: grid;
      grid-template-columns: minmax(0, 36fr) minmax(0, 64fr);
      gap: ${space.s3};
    }
    dt {
      ${type.hint}
    }
  }

  @media print {
    section {
      break-inside: auto;
      margin-block-start: 12pt;
    }
    .head {
      break-after: avoid;
      border-color: #000;
    }
    .row {
      display: grid;
      grid-template-columns: 36% 1fr;
      column-gap: 8pt;
      break-inside: avoid;
      padding-block: 3pt;
      border-width: 0.5pt;
      border-color: #000;
    }
    dt,
    .note,
    .value {
      color: #000;
      font-size: 11pt;
      line-height: 1.5;
    }
  }
`;
