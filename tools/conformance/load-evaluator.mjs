/** The built evaluator, as a page that wants everything imports it. */
export async function loadEvaluator() {
  const dist = '../../packages/form-engine/dist';
  const { createValidator, SchemaError } = await import(`${dist}/index.js`);
  const { createMatcher, PatternFault } = await import(`${dist}/vocabulary/patterns/create-matcher.js`);
  return { createValidator, SchemaError, createMatcher, PatternFault };
}
