import assert from 'node:assert/strict';
import { test } from 'node:test';
import { color } from '../tokens.js';
import { contrastPalette } from './contrast.js';
import { contrastRatio, pairsBelowLimit, themePairs } from './contrast-pairs.js';
import { darkPalette } from './dark.js';
import { lightPalette } from './light.js';
import { menLamPalette } from './men-lam.js';
import { declareColors, type ColorName, type Palette } from './palette.js';

const themes = { light: lightPalette, dark: darkPalette, contrast: contrastPalette, 'men-lam': menLamPalette };
const ratio = (palette: Palette, front: ColorName, back: ColorName): string =>
  contrastRatio(palette[front].cssText, palette[back].cssText).toFixed(2);

for (const [name, palette] of Object.entries(themes)) {
  test(`theme ${name} keeps every pair at or above its limit`, () => {
    assert.deepEqual(pairsBelowLimit(palette), []);
  });
}

test('the formula gives the published figures of the four themes', () => {
  const rows: [ColorName, ColorName, string[]][] = [
    ['text', 'surface', ['15.70', '14.59', '21.00', '16.41']],
    ['text-muted', 'primary-soft', ['5.76', '6.50', '14.73', '6.19']],
    ['line-strong', 'primary-soft', ['3.91', '4.11', '21.00', '4.07']],
    ['focus', 'danger-soft', ['6.93', '8.33', '9.87', '6.93']],
  ];
  for (const [front, back, figures] of rows) {
    assert.deepEqual(
      Object.values(themes).map((palette) => ratio(palette, front, back)),
      figures,
    );
  }
});

test('a palette with too pale a text is named with its pair', () => {
  const pale = { ...lightPalette, 'text-muted': lightPalette.line };
  assert.ok(pairsBelowLimit(pale).some((pair) => pair.startsWith('text-muted / surface')));
});

test('every pair is computed for colours that the palette has', () => {
  for (const { front, back } of themePairs) assert.ok(front in lightPalette && back in lightPalette);
});

test('the default of each colour token is the light theme, under the name that themes declare', () => {
  const declared = new Map(
    [...declareColors(lightPalette).cssText.matchAll(/(--motcua-color-[\w-]+): (#[0-9A-F]{6});/g)].map(
      ([, name, value]) => [name, value],
    ),
  );
  const defaults = new Map(
    Object.values(color).map(
      ({ cssText }) => /^var\((--[\w-]+), (#[0-9A-F]{6})\)$/.exec(cssText)?.slice(1) as [string, string],
    ),
  );
  assert.deepEqual(defaults, declared);
});
