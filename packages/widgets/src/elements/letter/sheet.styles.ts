/** A sheet of paper: black on white in every theme, in the page as on paper. */
import { css } from 'lit';
import { font } from '../../styles/tokens.js';
import { figures } from '../../styles/typography.js';

export const sheetStyles = css`
  :host {
    container-type: inline-size;
  }

  .sheet {
    box-sizing: border-box;
    max-inline-size: 640px;
    margin-inline: auto;
    padding: 20px 16px;
    border: 1px solid #65797e;
    background: #fff;
    color: #000;
    font-size: ${font.base};
    line-height: 1.5;
    color-scheme: light;
    overflow-wrap: anywhere;
  }

  .head {
    display: grid;
    gap: 0.75em;
    font-size: 0.875em;
    line-height: 1.5;
    text-align: center;
  }

  .nation {
    order: -1;
  }

  .agency-name {
    text-wrap: balance;
  }

  .agency-name,
  .nation-name,
  .motto-text,
  .role {
    font-weight: ${font.strong};
  }

  .motto-text {
    display: inline-block;
    padding-block-end: 0.15em;
    border-block-end: 1px solid #000;
  }

  .gloss {
    display: block;
    color: #3c3c3c;
    font-size: max(0.85em, 14px);
    font-weight: ${font.regular};
    line-height: 1.5;
  }

  .place {
    margin-block-start: 1em;
    text-align: end;
  }

  .titles {
    margin-block: 1.25em 1em;
    text-align: center;
  }

  h2 {
    font-size: 1.25em;
    font-weight: ${font.title};
    line-height: 1.5;
    text-wrap: balance;
  }

  .codes {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0 1.5em;
  }

  .figure {
    ${figures}
    font-weight: ${font.strong};
    letter-spacing: 0.02em;
    overflow-wrap: anywhere;
  }

  .content {
    display: flow-root;
  }

  .content > * + * {
    margin-block-start: 0.6em;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
  }

  .fact {
    flex: 1 1 100%;
  }

  .fact.short {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  /* A meaning stands right beneath its label; the value then has a column of its own. */
  .glossed .fact,
  .glossed .point,
  .glossed .codes > p {
    display: flex;
    gap: 0 0.4em;
  }

  .glossed .point,
  .glossed .fact {
    flex-wrap: wrap;
  }

  .glossed .fact > dd,
  .glossed .value {
    flex: 1 1 9em;
  }

  .glossed .short > dd {
    flex: 0 1 auto;
  }

  .glossed .label {
    display: inline-block;
  }

  .label {
    text-align: start;
  }

  dt,
  dd {
    display: inline;
  }

  .strong {
    font-weight: ${font.strong};
  }

  .free {
    white-space: pre-line;
  }

  .reason {
    padding-inline-start: 1em;
    border-inline-start: 2px solid #000;
  }

  .points {
    counter-reset: point;
  }

  .points > li {
    counter-increment: point;
    margin-block-start: 0.4em;
  }

  .points > li > p:first-child::before {
    content: counter(point) '. ';
  }

  table {
    inline-size: 100%;
    margin-block-start: 0.4em;
    border-collapse: collapse;
    font-size: max(0.9em, 14px);
    line-height: 1.5;
  }

  caption {
    padding-block-end: 0.3em;
    font-weight: ${font.strong};
    text-align: start;
  }

  th,
  td {
    padding: 0.25em 0.4em;
    border: 1px solid #000;
    font-weight: ${font.regular};
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }

  thead th {
    font-weight: ${font.strong};
    text-align: center;
    vertical-align: middle;
    overflow-wrap: normal;
  }

  .number {
    inline-size: 2.8em;
  }

  .count {
    inline-size: 5em;
  }

  .time {
    inline-size: 6.2em;
  }

  .who {
    inline-size: 31%;
  }

  td.number,
  td.count,
  td.time,
  td.hash,
  tbody .code {
    ${figures}
  }

  /* Broken at its hyphens, so that its groups stay whole. */
  .code {
    inline-size: 9em;
    overflow-wrap: break-word;
  }

  td.number,
  td.count,
  td.time {
    text-align: center;
    overflow-wrap: normal;
  }

  .words {
    min-inline-size: 6.5em;
  }

  .aside {
    display: block;
  }

  .signers {
    display: flex;
    justify-content: space-around;
    gap: 1em;
    margin-block-start: 1.5em;
    text-align: center;
  }

  .signer {
    flex: 1 1 0;
    min-inline-size: 0;
    max-inline-size: 50%;
    min-block-size: 7.5em;
    display: flex;
    flex-direction: column;
  }

  .role {
    font-size: 0.875em;
  }

  .how {
    font-size: 0.875em;
  }

  .name {
    margin-block-start: auto;
    padding-block-start: 2.6em;
    font-weight: ${font.strong};
  }

  .foot {
    display: flex;
    align-items: center;
    gap: 1em;
    margin-block-start: 1.25em;
    padding-block-start: 0.75em;
    border-block-start: 1px dashed #000;
    font-size: max(0.85em, 14px);
    line-height: 1.5;
  }

  .qr {
    inline-size: 84px;
    block-size: 84px;
    forced-color-adjust: none;
  }

  .qr-ground {
    fill: #fff;
  }

  .qr-modules {
    fill: #000;
  }

  @container (min-width: 560px) {
    .sheet {
      padding: 36px 40px 32px;
    }
    .head {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 1em;
    }
    .nation {
      order: 0;
    }
  }

  @container (max-width: 479px) {
    .roomy {
      display: none;
    }
  }
`;
