/** The type scale: sizes as multiples of the base, line heights that keep stacked Vietnamese marks apart. */
import { css, type CSSResult } from 'lit';
import { font } from './tokens.js';

/** A font size in the unit of the scale (16 = the base), never under 14 px. */
export const size = (points: number): CSSResult => css`max(14px, calc(${font.base} * ${points / 16}))`;

const style = (points: number, line: number, weight: CSSResult): CSSResult => css`
  font-size: ${size(points)};
  line-height: ${line / points};
  font-weight: ${weight};
`;

export const type = {
  title1: css`
    ${style(26, 38, font.title)}
    letter-spacing: -0.012em;
    text-wrap: balance;
  `,
  title1Wide: style(30, 44, font.title),
  title2: css`
    ${style(20, 30, font.strong)}
    text-wrap: balance;
  `,
  title3: style(17, 26, font.strong),
  lead: style(17, 28, font.regular),
  leadWide: style(18, 30, font.regular),
  body: style(16, 26, font.regular),
  label: style(16, 24, font.strong),
  hint: style(15, 23, font.regular),
  error: style(15, 24, font.strong),
  text: style(15, 24, font.regular),
  small: style(14, 22, font.regular),
  tag: style(14, 21, font.strong),
  figure: style(20, 30, font.strong),
  figureL: style(23, 34, font.strong),
  figureLWide: style(26, 38, font.strong),
  due: style(24, 34, font.strong),
};

/** Be Vietnam Pro has no tabular figures: codes, numbers and dates in columns use another family. */
export const figures = css`
  font-family: ${font.figures};
  font-variant-numeric: tabular-nums lining-nums;
`;
