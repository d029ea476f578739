import { css } from 'lit';
import { color, font, shape, space } from '../../styles/tokens.js';
import { type } from '../../styles/typography.js';

export const timelineStyles = css`
  li {
    position: relative;
    display: flex;
    gap: ${space.s3};
    padding-block-end: ${space.s5};
  }

  li:last-child {
    padding-block-end: 0;
  }

  /* The line to the next row: solid behind, dashed ahead. */
  li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 28px 0;
    inset-inline-start: 13px;
    border-inline-start: 2px solid ${color.primaryLine};
  }

  li.now:not(:last-child)::before,
  li.later:not(:last-child)::before {
    border-inline-start: 2px dashed ${color.line};
  }

  .node {
    position: relative;
    flex: none;
    display: grid;
    place-content: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
  }

  .done .node {
    background: ${color.primarySoft};
    color: ${color.primary};
    box-shadow: inset 0 0 0 ${shape.panelEdge} ${color.primary};
  }

  .now .node {
    border-radius: ${shape.radiusS};
    background: var(--tone);
    color: ${color.surface};
  }

  .later .node::before {
    content: '';
    width: 20px;
    height: 20px;
    border: 2px dashed ${color.lineStrong};
    border-radius: 50%;
  }

  .body {
    min-width: 0;
    padding-block-start: 2px;
  }

  .label {
    ${type.label}
    font-weight: ${font.strong};
  }

  .later .label {
    color: ${color.textMuted};
    font-weight: ${font.regular};
  }

  .meta {
    color: ${color.textMuted};
    ${type.small}
  }

  .text {
    margin-block-start: ${space.s1};
    ${type.text}
  }

  :host([variant='next']) .label {
    color: ${color.text};
    font-weight: ${font.strong};
  }

  :host([variant='next']) .text {
    margin: 0;
    color: ${color.textMuted};
  }

  :host([variant='next']) .node {
    width: 16px;
    height: 28px;
    background: none;
    box-shadow: none;
  }

  :host([variant='next']) .node::before {
    content: '';
    width: 12px;
    height: 12px;
    border: 2px solid ${color.primary};
    border-radius: 50%;
    background: ${color.surface};
  }

  :host([variant='next']) li:not(:last-child)::before {
    inset-block: 22px -6px;
    inset-inline-start: 7px;
    border-inline-start: 2px solid ${color.primaryLine};
  }

  @media (forced-colors: active) {
    .now .node {
      outline: 2px solid Highlight;
    }
    .done .node {
      border: 1px solid CanvasText;
    }
  }

  @media print {
    li {
      break-inside: avoid;
    }
  }
`;
