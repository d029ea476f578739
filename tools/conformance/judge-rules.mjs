/** Judges the cases of expressions and conditions with nothing but what every place has: the same code runs in Node, in a page and in a worker. */

/**
 * @param {{ runExpressionCase: Function, planConditions: Function, runConditionCase: Function }} engine
 * @param {{ expressions: object[], conditions: object[] }} files
 * @returns {Promise<object>} by file: what came out of each case
 */
export async function judgeRules({ runExpressionCase, planConditions, runConditionCase }, { expressions, conditions }) {
  const patterns = conditions.flatMap((file) => file.patterns);
  return {
    expressions: expressions.map((file) => [
      file.operator,
      file.cases.map((one) => runExpressionCase(one, file) ?? null),
    ]),
    conditions: await Promise.all(
      patterns.map(async ({ name, schema, cases }) => {
        const plan = planConditions(schema);
        return [name, await Promise.all(cases.map(({ data }) => runConditionCase(plan, data)))];
      }),
    ),
  };
}
