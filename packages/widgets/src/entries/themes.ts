/** The palettes of the shipped themes and the check that a province's own must pass. */
export * from '../styles/themes/contrast-pairs.js';
export * from '../styles/themes/contrast.js';
export * from '../styles/themes/dark.js';
export * from '../styles/themes/light.js';
export * from '../styles/themes/men-lam.js';
export * from '../styles/themes/palette.js';
