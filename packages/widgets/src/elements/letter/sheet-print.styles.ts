/** The sheet on paper: in points, without edge or ground, and no row, signature or foot cut between two pages. */
import { css } from 'lit';

export const sheetPrintStyles = css`
  @media print {
    :host {
      container-type: normal;
    }
    .roomy {
      display: table-cell;
    }
    .sheet {
      max-inline-size: none;
      padding: 0;
      border: 0;
      font-size: 10pt;
      word-spacing: 0;
    }
    .head {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 8pt;
      font-size: 8.75pt;
    }
    .nation {
      order: 0;
    }
    .gloss,
    table,
    .foot {
      font-size: 8.75pt;
    }
    table .gloss {
      font-size: 8pt;
    }
    .place {
      margin-block-start: 6pt;
    }
    .titles {
      margin-block: 8pt 6pt;
      break-after: avoid;
    }
    h2 {
      font-size: 12.5pt;
    }
    .codes {
      gap: 0 1em;
      font-size: 9.25pt;
    }
    thead {
      display: table-header-group;
    }
    tr,
    .fact,
    .points > li > p,
    .end,
    .foot {
      break-inside: avoid;
    }
    caption,
    .content > p:has(+ table),
    .points > li > p:first-child {
      break-after: avoid;
    }
    th,
    td {
      padding-block: 0.15em;
      border-width: 0.5pt;
      line-height: 1.46;
    }
    .signers {
      margin-block-start: 8pt;
    }
    .signer {
      min-block-size: 50pt;
    }
    .foot {
      margin-block-start: 7pt;
      padding-block-start: 5pt;
      border-width: 0.5pt;
    }
    .qr {
      inline-size: 16mm;
      block-size: 16mm;
    }
    p,
    dd {
      orphans: 2;
      widows: 2;
    }
  }
`;
