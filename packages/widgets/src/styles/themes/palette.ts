/** What a theme says about colour: one value for each colour token, and the declarations made from them. */
import { css, type CSSResult } from 'lit';

/** Names after `--motcua-color-`. */
export type ColorName =
  | 'canvas'
  | 'surface'
  | 'surface-raised'
  | 'surface-sunken'
  | 'line'
  | 'line-strong'
  | 'text'
  | 'text-muted'
  | 'primary'
  | 'primary-hover'
  | 'primary-pressed'
  | 'on-primary'
  | 'primary-soft'
  | 'primary-line'
  | 'link'
  | 'focus'
  | 'danger'
  | 'danger-soft'
  | 'danger-line'
  | 'on-danger'
  | 'warning'
  | 'warning-soft'
  | 'warning-line'
  | 'success'
  | 'success-soft'
  | 'success-line'
  | 'info'
  | 'info-soft'
  | 'info-line'
  | 'neutral'
  | 'neutral-soft';

export type Palette = Readonly<Record<ColorName, CSSResult>>;

/** The declarations of every colour token, to stand inside a rule. */
export const declareColors = (palette: Palette): CSSResult => css`
  --motcua-color-canvas: ${palette.canvas};
  --motcua-color-surface: ${palette.surface};
  --motcua-color-surface-raised: ${palette['surface-raised']};
  --motcua-color-surface-sunken: ${palette['surface-sunken']};
  --motcua-color-line: ${palette.line};
  --motcua-color-line-strong: ${palette['line-strong']};
  --motcua-color-text: ${palette.text};
  --motcua-color-text-muted: ${palette['text-muted']};
  --motcua-color-primary: ${palette.primary};
  --motcua-color-primary-hover: ${palette['primary-hover']};
  --motcua-color-primary-pressed: ${palette['primary-pressed']};
  --motcua-color-on-primary: ${palette['on-primary']};
  --motcua-color-primary-soft: ${palette['primary-soft']};
  --motcua-color-primary-line: ${palette['primary-line']};
  --motcua-color-link: ${palette.link};
  --motcua-color-focus: ${palette.focus};
  --motcua-color-danger: ${palette.danger};
  --motcua-color-danger-soft: ${palette['danger-soft']};
  --motcua-color-danger-line: ${palette['danger-line']};
  --motcua-color-on-danger: ${palette['on-danger']};
  --motcua-color-warning: ${palette.warning};
  --motcua-color-warning-soft: ${palette['warning-soft']};
  --motcua-color-warning-line: ${palette['warning-line']};
  --motcua-color-success: ${palette.success};
  --motcua-color-success-soft: ${palette['success-soft']};
  --motcua-color-success-line: ${palette['success-line']};
  --motcua-color-info: ${palette.info};
  --motcua-color-info-soft: ${palette['info-soft']};
  --motcua-color-info-line: ${palette['info-line']};
  --motcua-color-neutral: ${palette.neutral};
  --motcua-color-neutral-soft: ${palette['neutral-soft']};
`;
