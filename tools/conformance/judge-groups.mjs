/** Judges groups of cases with nothing but what every place has: the same code runs in Node, in a page and in a worker. */

/**
 * @param {{ createValidator: Function, SchemaError: Function }} evaluator
 * @param {{ schema, schemas?, options?, tests? }[]} groups `schemas` may be the name of a set of documents
 * @param {Record<string, object>} sets documents by the name of their set
 * @returns {object[]} by group: the refusal, or what is said of each value
 */
export function judgeGroups({ createValidator, SchemaError }, groups, sets) {
  return groups.map(({ schema, schemas = {}, options, tests = [] }) => {
    try {
      const documents = typeof schemas === 'string' ? sets[schemas] : schemas;
      const validate = createValidator(schema, { ...options, schemas: documents });
      return tests.map(({ data }) => validate(data));
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      const { code, pointer, chain } = error;
      return { code, pointer, chain };
    }
  });
}
