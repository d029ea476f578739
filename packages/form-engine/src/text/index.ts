/**
 * Texts: folding, searching, messages, dates and numbers as readers of Vietnamese and English have them.
 */
export { createSearch, type MatchRange, type Search, type SearchEntry, type SearchHit } from './create-search.js';
export { dateInWords } from './date-in-words.js';
export { fold } from './fold.js';
export { formatDate } from './format-date.js';
export { formatNumber } from './format-number.js';
export { type FieldTexts, renderIssue, type RenderContext } from './render-issue.js';
