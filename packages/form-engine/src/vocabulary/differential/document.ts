/**
 * A schema document as the judges are given it.
 */
import type { JsonSchema } from '../../plan/plan.js';
import { DEFERRED_PATTERNS } from './pools.js';
import type { Draft } from './schemas.js';

/** One schema document and what it is about. */
export interface Document {
  draft: Draft;
  /** The keyword in focus, for a look at what was covered. */
  focus: string;
  schema: JsonSchema;
  /** Documents beside it, by URI. */
  companions: Readonly<Record<string, JsonSchema>>;
}

/** Has the document a pattern that the evaluator does not run itself? */
export function defers({ schema, companions }: Document): boolean {
  const text = JSON.stringify([schema, companions]);
  return Object.keys(DEFERRED_PATTERNS).some((pattern) => text.includes(JSON.stringify(pattern)));
}

/** Draft-07 is told by its name; without one a document is of draft 2020-12. */
export const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';
/** Draft 2020-12, where a document names it. */
export const DRAFT_2020_12 = 'https://json-schema.org/draft/2020-12/schema';

/** Where the companion of every document lies. */
export const COMPANION = 'https://example.org/schemas/companion';
