/** What docs/reference/conformance.md measured: the evaluator and its entries, our own cases, and how they are run. */
export const SOURCES = [
  'packages/form-engine/src/vocabulary',
  'packages/form-engine/src/data',
  'packages/form-engine/src/create-validator.ts',
  'packages/form-engine/src/draft-07.ts',
  'packages/form-engine/src/errors.ts',
  'packages/form-engine/src/formats.ts',
  'packages/form-engine/src/validator.ts',
  'schemas/conformance/patterns',
  'schemas/conformance/validation',
  'tools/conformance',
];
