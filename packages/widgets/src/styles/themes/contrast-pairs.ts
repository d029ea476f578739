/** The pairs of colours that stand on each other in the elements, with the WCAG 2.2 limits a theme must keep. */
import type { ColorName, Palette } from './palette.js';

export interface ContrastPair {
  readonly front: ColorName;
  readonly back: ColorName;
  /** 4.5 for text (1.4.3), 3 for edges of controls and focus (1.4.11). */
  readonly limit: 4.5 | 3;
}

const onEach = (limit: 4.5 | 3, fronts: readonly ColorName[], backs: readonly ColorName[]): readonly ContrastPair[] =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, limit })));

const grounds: readonly ColorName[] = ['surface', 'surface-raised', 'surface-sunken', 'canvas'];
const softs: readonly ColorName[] = ['primary-soft', 'danger-soft', 'warning-soft'];

export const themePairs: readonly ContrastPair[] = [
  ...onEach(4.5, ['text', 'text-muted', 'link'], [...grounds, ...softs]),
  ...onEach(4.5, ['text'], ['success-soft', 'info-soft', 'neutral-soft']),
  ...onEach(4.5, ['on-primary'], ['primary', 'primary-hover', 'primary-pressed']),
  ...onEach(4.5, ['primary'], ['surface', 'primary-soft', 'surface-sunken']),
  ...onEach(4.5, ['danger'], ['surface', 'danger-soft']),
  ...onEach(4.5, ['on-danger'], ['danger']),
  ...onEach(4.5, ['warning'], ['surface', 'warning-soft']),
  ...onEach(4.5, ['success'], ['surface', 'success-soft', 'surface-sunken']),
  ...onEach(4.5, ['info'], ['surface', 'info-soft', 'surface-sunken']),
  ...onEach(4.5, ['neutral'], ['neutral-soft']),
  ...onEach(3, ['line-strong', 'focus'], ['surface', 'canvas', ...softs]),
];

/** The WCAG 2 ratio of two colours written as `#RRGGBB`. */
export function contrastRatio(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Each pair under its limit as `front / back: ratio`; a theme is accepted when there is none. */
export function pairsBelowLimit(palette: Palette): readonly string[] {
  return themePairs
    .map(({ front, back, limit }) => ({
      front,
      back,
      limit,
      ratio: contrastRatio(palette[front].cssText, palette[back].cssText),
    }))
    .filter(({ ratio, limit }) => ratio < limit)
    .map(({ front, back, ratio }) => `${front} / ${back}: ${ratio.toFixed(2)}`);
}

function luminance(color: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (match === null) throw new TypeError(`A colour of a palette is written #RRGGBB, not ${color}`);
  const [red, green, blue] = match.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
