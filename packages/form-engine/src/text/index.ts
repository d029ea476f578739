/**
 * Texts: folding, searching, order, messages, names, dates, times, numbers, money and durations as readers of Vietnamese and English have them.
 */
export { comparePersons, compareText, type PersonOrder } from './collate.js';
export {
  createFormerUnits,
  type FormerUnit,
  type FormerUnits,
  type MappingDoubt,
  type UnitCandidate,
  type UnitProposal,
} from './former-units.js';
export { createSearch, type MatchRange, type Search, type SearchEntry, type SearchHit } from './create-search.js';
export { dateInWords } from './date-in-words.js';
export { fold, isSameText } from './fold.js';
export { formatDate } from './format-date.js';
export { type DurationUnit, formatDuration, formatIsoDuration } from './format-duration.js';
export { formatMoney } from './format-money.js';
export { formatNumber, formatQuantity } from './format-number.js';
export { formatDateTime, formatPeriod, formatTime } from './format-time.js';
export { type LegacyText, readLegacyText } from './legacy-encoding.js';
export { proposeNameCapitals, toFormCapitals } from './name-capitals.js';
export { readCells } from './read-cells.js';
export { layPack, type MessagePack, type MessageWords, type PartialPack } from './messages/pack.js';
export { viMessages } from './messages/vi.js';
export { type FieldTexts, renderIssue, type RenderContext } from './render-issue.js';
