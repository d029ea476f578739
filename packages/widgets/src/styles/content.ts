/** The look of what a flow writes between elements: headings, lead, lists, the back link, rows of buttons. For a flow's own shadow root. */
import { css } from 'lit';
import { color, font, shape, space } from './tokens.js';
import { figures, type } from './typography.js';

export const contentStyles = css`
  .title-1 {
    ${type.title1}
    overflow-wrap: anywhere;
  }

  .title-1:focus {
    outline: none;
  }

  .title-2 {
    margin-block: ${space.s6} ${space.s3};
    ${type.title2}
  }

  .title-2.first {
    margin-block-start: 0;
  }

  .lead {
    margin-block-start: 6px;
    color: ${color.textMuted};
    ${type.lead}
    text-wrap: pretty;
  }

  .meta {
    color: ${color.textMuted};
    ${type.small}
  }

  .back {
    display: inline-flex;
    align-items: center;
    gap: ${space.s1};
    min-height: ${shape.targetMin};
    margin: 0 0 6px -4px;
    padding: 4px 8px 4px 0;
    border: 0;
    background: none;
    color: ${color.link};
    font: inherit;
    font-weight: ${font.medium};
    cursor: pointer;
    line-height: 1.5;
    text-align: start;
    text-decoration: none;
  }

  .fields {
    display: grid;
    gap: ${space.s5};
    margin-block-start: ${space.s5};
  }

  .section + .section {
    margin-block-start: ${space.s6};
    padding-block-start: ${space.s5};
    border-block-start: 1px solid ${color.line};
  }

  .actions {
    display: grid;
    gap: ${space.s2};
    margin-block-start: ${space.s6};
  }

  .numbered {
    display: grid;
    gap: ${space.s4};
    counter-reset: item;
  }

  .numbered > li {
    position: relative;
    min-height: 28px;
    padding-inline-start: 40px;
    counter-increment: item;
    ${type.text}
  }

  .numbered > li::before {
    content: counter(item);
    position: absolute;
    inset-inline-start: 0;
    display: grid;
    place-content: center;
    width: 28px;
    height: 28px;
    border-radius: ${shape.radiusS};
    background: ${color.primarySoft};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.primary};
    color: ${color.primary};
    font-weight: ${font.strong};
    ${figures}
  }

  .numbered strong {
    font-size: calc(1em * 16 / 15);
    font-weight: ${font.strong};
  }

  .numbered .note {
    display: block;
    color: ${color.textMuted};
  }

  .bullets {
    display: grid;
    gap: ${space.s2};
  }

  .bullets > li {
    position: relative;
    padding-inline-start: 20px;
  }

  .bullets > li::before {
    content: '';
    position: absolute;
    inset-inline-start: 4px;
    inset-block-start: 0.6em;
    width: 6px;
    height: 6px;
    border-radius: 1px;
    background: ${color.primary};
  }

  .done-mark {
    display: grid;
    place-content: center;
    width: 56px;
    height: 56px;
    margin-block-end: ${space.s4};
    border-radius: ${shape.radiusL};
    background: ${color.successSoft};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.success};
    color: ${color.success};
  }

  .done-mark .icon {
    width: 28px;
    height: 28px;
    stroke-width: 2.25;
  }

  .panel {
    padding: ${space.s4};
    border-radius: ${shape.radiusL};
    background: ${color.surfaceSunken};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.lineStrong};
  }

  .figures {
    ${figures}
  }

  .error-summary {
    margin-block: ${space.s1} ${space.s5};
  }

  @container (min-width: 560px) {
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: ${space.s2};
    }
  }

  @container (min-width: 960px) {
    .title-1 {
      ${type.title1Wide}
    }
    .lead {
      ${type.leadWide}
    }
  }

  @media print {
    .back,
    .actions {
      display: none;
    }
    h1,
    h2,
    h3 {
      break-after: avoid;
    }
  }
`;
