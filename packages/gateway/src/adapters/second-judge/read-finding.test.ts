import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createValidator, type JsonSchema, type JsonValue } from '@motcua/form-engine';
import { createWorkerJudge } from './worker-judge.js';

/** One fault of each keyword that a citizen may meet. */
const FAULTS: [schema: JsonSchema, value: JsonValue][] = [
  [{ maxLength: 3 }, '𝄞abcd'],
  [{ minLength: 3 }, '𝄞'],
  [{ maximum: 3 }, 4],
  [{ minimum: 3 }, 2],
  [{ exclusiveMaximum: 3 }, 3],
  [{ exclusiveMinimum: 3 }, 3],
  [{ multipleOf: 0.5 }, 0.7],
  [{ maxItems: 1 }, [1, 2]],
  [{ minItems: 1 }, []],
  [{ uniqueItems: true }, ['a', 'b', 'a']],
  [{ maxProperties: 1 }, { a: 1, b: 2 }],
  [{ minProperties: 1 }, {}],
  [{ pattern: '^a$' }, 'b'],
  [{ required: ['a/b'] }, {}],
  [{ additionalProperties: false }, { 'a~b': 1 }],
  [{ properties: { a: true }, unevaluatedProperties: false }, { b: 1 }],
  [{ dependentRequired: { a: ['b'] } }, { a: 1 }],
  [{ format: 'date' }, '2026-02-30'],
  [{ format: 'email' }, 'none'],
];
/** Keywords whose text shows no param: code and place are enough. */
const BARE = new Set(['required', 'additionalProperties', 'unevaluatedProperties', 'dependentRequired', 'format']);

test('code, place and params are those that the engine gives', async () => {
  const schemas = Object.fromEntries(FAULTS.map(([schema], index) => [String(index), schema as object]));
  const judge = createWorkerJudge({ schemas, timeLimit: 10_000 });
  try {
    for (const [index, [schema, value]] of FAULTS.entries()) {
      const verdict = await judge.judge(String(index), value);
      const [issue] = createValidator(schema)(value).issues;
      assert.ok(verdict.kind === 'invalid' && issue, JSON.stringify(schema));
      const [finding] = verdict.findings;
      const bare = Object.keys(schema).some((keyword) => BARE.has(keyword));
      assert.deepEqual(
        bare ? { ...finding, params: {} } : finding,
        { code: issue.code, pointer: issue.pointer, params: bare ? {} : issue.params },
        JSON.stringify(schema),
      );
    }
  } finally {
    await judge.close();
  }
});

test('a place where the schema is false does not apply', async () => {
  const judge = createWorkerJudge({ schemas: { plan: { properties: { a: false } } }, timeLimit: 10_000 });
  try {
    assert.deepEqual(await judge.judge('plan', { a: 1 }), {
      kind: 'invalid',
      findings: [{ code: 'submission.not-applicable', pointer: '/a', params: {} }],
    });
  } finally {
    await judge.close();
  }
});
