/** Runs files of the public suite against an evaluator: right, wrong, or refused with a code and a place. */

/**
 * @typedef {{ verdict: 'right' | 'wrong' | 'refused', about: string, code?: string, pointer?: string }} Outcome
 * @param {{ createValidator: Function, SchemaError: Function, documents: object }} evaluator
 * @returns {Outcome[]} one for each test of the file
 */
export function runFile({ createValidator, SchemaError, documents }, { groups, formatAssertion }) {
  return groups.flatMap(({ description, schema, tests }) => {
    const validate = compile(() => createValidator(schema, { schemas: documents, formatAssertion }), SchemaError);
    return tests.map((test) => ({ about: `${description} | ${test.description}`, ...judge(validate, test) }));
  });
}

function compile(open, SchemaError) {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SchemaError)) return () => ({ valid: String(error) });
    const { code, pointer } = error;
    return { code, pointer };
  }
}

function judge(validate, { data, valid }) {
  if (typeof validate !== 'function') return { verdict: 'refused', ...validate };
  return { verdict: validate(data).valid === valid ? 'right' : 'wrong' };
}

/** @returns {{ right: number, wrong: number, refused: number }} */
export function countVerdicts(outcomes) {
  const count = { right: 0, wrong: 0, refused: 0 };
  for (const { verdict } of outcomes) count[verdict] += 1;
  return count;
}
