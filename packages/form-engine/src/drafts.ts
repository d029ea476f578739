/**
 * Drafts that outlive their form: loaded when a draft was made under another plan.
 */
export { migrateDraft, type MigrateOptions } from './model/drafts/migrate-draft.js';
export type * from './model/drafts/migration.js';
export type * from './model/drafts/report.js';
export type { FormerUnitsCatalog, Unit, UnitLists, UnitsCatalog } from './model/drafts/find-unit.js';
