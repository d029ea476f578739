import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { compileProcedure } from '../compile/compile-procedure.js';
import { type InferCase, type InferFile, runInferCase } from '../testing/run-infer-case.js';
import { procedureFromSchema } from './procedure-from-schema.js';

const FOLDER = new URL('../../../../schemas/conformance/infer/', import.meta.url);

for (const name of readdirSync(FOLDER)) {
  const { cases } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as InferFile;
  describe(`the cases of ${name}`, () => {
    for (const one of cases) {
      it(one.description, () => {
        assert.deepEqual(runInferCase(one), expectation(one));
      });

      if (one.error === undefined)
        it(`${one.description}: the compiler takes it like a folder`, () => {
          const plan = compileProcedure(procedureFromSchema(one.schema, one.options));
          assert.equal(plan.steps.length > 0, true);
        });
    }
  });
}

function expectation({
  description: _description,
  schema: _schema,
  options: _options,
  ...expected
}: InferCase): Partial<InferCase> {
  return expected;
}
