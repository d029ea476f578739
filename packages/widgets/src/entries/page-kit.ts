/** What a page of our own draws with beside the elements: styles, icons, words, and how it follows language and theme. */
export { provideTexts } from '../context/provide-texts.js';
export { ThemeController } from '../base/theme-controller.js';
export { formatDay, formatTime } from '../flows/moments.js';
export { saveFile } from '../flows/save-file.js';
export { doorMarkStyles, renderDoorMark } from '../icons/door-mark.js';
export { renderIcon, type IconPath } from '../icons/icon.js';
export * from '../icons/paths.js';
export { buttonStyles } from '../styles/button.js';
export { contentStyles } from '../styles/content.js';
export { resetStyles } from '../styles/reset.js';
export { themeStyles } from '../styles/themes/themes.js';
export { toneStyles, type Tone } from '../styles/tones.js';
export type { ElementTextKey } from '../text/elements.vi.js';
export { loadElementWords } from '../text/load-texts.js';
export { elementsVi } from '../text/elements.vi.js';
export { createTexts, type LocaleCode, type Text, type TextParams, type Texts } from '../text/texts.js';
