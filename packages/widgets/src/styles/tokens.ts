/**
 * Every design token as `var(--motcua-…, default)`, so that an element looks right alone and follows whatever a host sets above it.
 * The default stands in the use, not in a declaration on the element: a declaration would hide the value that comes from above.
 */
import { css } from 'lit';
import { lightPalette as light } from './themes/light.js';

/** Colours: `--motcua-color-<name>`. */
export const color = {
  canvas: css`var(--motcua-color-canvas, ${light.canvas})`,
  surface: css`var(--motcua-color-surface, ${light.surface})`,
  surfaceRaised: css`var(--motcua-color-surface-raised, ${light['surface-raised']})`,
  surfaceSunken: css`var(--motcua-color-surface-sunken, ${light['surface-sunken']})`,
  line: css`var(--motcua-color-line, ${light.line})`,
  lineStrong: css`var(--motcua-color-line-strong, ${light['line-strong']})`,
  text: css`var(--motcua-color-text, ${light.text})`,
  textMuted: css`var(--motcua-color-text-muted, ${light['text-muted']})`,
  primary: css`var(--motcua-color-primary, ${light.primary})`,
  primaryHover: css`var(--motcua-color-primary-hover, ${light['primary-hover']})`,
  primaryPressed: css`var(--motcua-color-primary-pressed, ${light['primary-pressed']})`,
  onPrimary: css`var(--motcua-color-on-primary, ${light['on-primary']})`,
  primarySoft: css`var(--motcua-color-primary-soft, ${light['primary-soft']})`,
  primaryLine: css`var(--motcua-color-primary-line, ${light['primary-line']})`,
  link: css`var(--motcua-color-link, ${light.link})`,
  focus: css`var(--motcua-color-focus, ${light.focus})`,
  danger: css`var(--motcua-color-danger, ${light.danger})`,
  dangerSoft: css`var(--motcua-color-danger-soft, ${light['danger-soft']})`,
  dangerLine: css`var(--motcua-color-danger-line, ${light['danger-line']})`,
  onDanger: css`var(--motcua-color-on-danger, ${light['on-danger']})`,
  warning: css`var(--motcua-color-warning, ${light.warning})`,
  warningSoft: css`var(--motcua-color-warning-soft, ${light['warning-soft']})`,
  warningLine: css`var(--motcua-color-warning-line, ${light['warning-line']})`,
  success: css`var(--motcua-color-success, ${light.success})`,
  successSoft: css`var(--motcua-color-success-soft, ${light['success-soft']})`,
  successLine: css`var(--motcua-color-success-line, ${light['success-line']})`,
  info: css`var(--motcua-color-info, ${light.info})`,
  infoSoft: css`var(--motcua-color-info-soft, ${light['info-soft']})`,
  infoLine: css`var(--motcua-color-info-line, ${light['info-line']})`,
  neutral: css`var(--motcua-color-neutral, ${light.neutral})`,
  neutralSoft: css`var(--motcua-color-neutral-soft, ${light['neutral-soft']})`,
};

export const font = {
  family: css`var(--motcua-font-family, 'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif)`,
  figures: css`var(--motcua-font-family-figures, Inter, Roboto, 'Segoe UI', 'Noto Sans', Arial, sans-serif)`,
  /** A host root of 62.5 % cannot shrink it; a reader's larger root enlarges it. */
  base: css`var(--motcua-font-size-base, max(1rem, 16px))`,
  regular: css`var(--motcua-font-weight-regular, 400)`,
  medium: css`var(--motcua-font-weight-medium, 500)`,
  strong: css`var(--motcua-font-weight-strong, 600)`,
  title: css`var(--motcua-font-weight-title, 700)`,
  wordSpacing: css`var(--motcua-word-spacing, 0.04em)`,
};

/** Steps of space: 4, 8, 12, 16, 24, 32, 48, 64 px. */
export const space = {
  s1: css`var(--motcua-space-1, 4px)`,
  s2: css`var(--motcua-space-2, 8px)`,
  s3: css`var(--motcua-space-3, 12px)`,
  s4: css`var(--motcua-space-4, 16px)`,
  s5: css`var(--motcua-space-5, 24px)`,
  s6: css`var(--motcua-space-6, 32px)`,
  s7: css`var(--motcua-space-7, 48px)`,
  s8: css`var(--motcua-space-8, 64px)`,
};

export const shape = {
  radiusS: css`var(--motcua-radius-s, 6px)`,
  radiusM: css`var(--motcua-radius-m, 10px)`,
  radiusL: css`var(--motcua-radius-l, 16px)`,
  controlHeight: css`var(--motcua-control-height, 48px)`,
  buttonHeight: css`var(--motcua-button-height, var(--motcua-control-height, 48px))`,
  targetMin: css`var(--motcua-target-min, 44px)`,
  border: css`var(--motcua-border-width, 1px)`,
  borderStrong: css`var(--motcua-border-width-strong, 2px)`,
  focusWidth: css`var(--motcua-focus-width, 3px)`,
  focusOffset: css`var(--motcua-focus-offset, 2px)`,
  shadowRaised: css`var(--motcua-shadow-raised, 0 2px 6px rgb(10 40 46 / 0.08), 0 12px 32px rgb(10 40 46 / 0.14))`,
  fieldMeasure: css`var(--motcua-measure, 600px)`,
  columnMeasure: css`var(--motcua-measure-column, 680px)`,
  /** The edge of a panel with a soft ground: none, except where the theme has no soft grounds. */
  panelEdge: css`var(--motcua-panel-border-width, 0px)`,
  patternDisplay: css`var(--motcua-pattern-display, block)`,
};

export const motion = {
  fast: css`var(--motcua-duration-fast, 120ms)`,
  calm: css`var(--motcua-duration-calm, 200ms)`,
  ease: css`cubic-bezier(0.2, 0, 0, 1)`,
};
