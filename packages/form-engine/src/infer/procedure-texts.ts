import type { Pointer } from '../plan/plan.js';

/** locales/<language>.json as a form made from a schema has it: `schemas/meta/locale.schema.json`. */
export interface InferredTexts {
  locale: string;
  title: string;
  steps: Record<string, { title: string }>;
  sections: Record<string, { title: string }>;
  /** By pointer; `*` stands for any row or entry. */
  fields: Record<Pointer, InferredFieldTexts>;
  declaration: string;
  submitAction: string;
  sentTitle: string;
}

/** The texts of one field. */
export interface InferredFieldTexts {
  label: string;
  hint?: string;
  /** By value, as text. */
  options?: Record<string, { label: string }>;
}
