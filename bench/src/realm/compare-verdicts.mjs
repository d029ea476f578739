/** Tells whether an engine takes the right value and refuses the wrong one, how many errors it reports, and how long each took the first time. */
export async function compareVerdicts(engine, workload, options, tell) {
  const schema = structuredClone(workload.schema);
  const start = performance.now();
  const judge = await engine.compile(schema, options);
  const takesValid = judge.check(workload.valid);
  const first = performance.now() - start;
  await tell({ takesValid, first });
  const errors = judge.collect(workload.invalid);
  await tell({ refusesInvalid: errors > 0, errors, invalid: performance.now() - start - first });
}
