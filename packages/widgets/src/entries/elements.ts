/** The shared parts of the elements: events, words, tokens, themes, icons. */
export * from '../base/events.js';
export * from '../context/locale-context.js';
export * from '../context/provide-texts.js';
export * from '../icons/icon.js';
export * from '../icons/paths.js';
export * from '../styles/content.js';
export * from '../styles/reset.js';
export * from '../styles/themes/themes.js';
export * from '../text/load-texts.js';
export * from '../text/texts.js';
