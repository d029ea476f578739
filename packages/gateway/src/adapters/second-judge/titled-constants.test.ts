import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createValidator, type JsonSchema } from '@motcua/form-engine';
import { rewriteTitledConstants } from './titled-constants.js';
import { createWorkerJudge } from './worker-judge.js';

const titled = {
  oneOf: [
    { const: 'a', title: 'A' },
    { const: 'b', title: 'B' },
  ],
};

test('titled constants become one enum, at any depth', () => {
  assert.deepEqual(rewriteTitledConstants({ properties: { x: { items: [titled] } } }), {
    properties: { x: { items: [{ enum: ['a', 'b'] }] } },
  });
  assert.deepEqual(rewriteTitledConstants({ anyOf: titled.oneOf }), { enum: ['a', 'b'] });
});

test('branches that are more than constants, or that repeat one, stay', () => {
  for (const schema of [
    { oneOf: [{ const: 'a' }, { const: 'a' }] },
    { oneOf: [{ const: 0 }, { const: -0 }] },
    { oneOf: [{ const: 'a' }, { type: 'number' }] },
    { oneOf: [{ const: 'a', maxLength: 0 }, { const: 'b' }] },
    { oneOf: [{ const: null }, { const: 'b' }] },
    { oneOf: [] },
    { ...titled, enum: ['a'] },
  ])
    assert.deepEqual(rewriteTitledConstants(schema), schema);
});

test('data that looks like titled constants stays, and a property of any name is rewritten', () => {
  const data = { const: titled, enum: [titled], default: titled, examples: [titled] };
  assert.deepEqual(rewriteTitledConstants(data), data);
  for (const name of ['const', 'enum', 'oneOf', '__proto__', 'constructor']) {
    const rewritten = rewriteTitledConstants({ properties: Object.fromEntries([[name, titled]]) }) as {
      properties: object;
    };
    assert.deepEqual(Object.entries(rewritten.properties), [[name, { enum: ['a', 'b'] }]]);
  }
});

test('3,321 titled constants are judged in the worker, each as the engine judges it', async () => {
  const codes = Array.from({ length: 3_321 }, (_, index) => String(index).padStart(5, '0'));
  const oneOf = codes.map((code) => ({ const: code, title: `Phường ${code}` }));
  const schema = { type: 'object', properties: { commune: { type: 'string', oneOf } } } satisfies JsonSchema;
  assert.deepEqual(rewriteTitledConstants(schema), {
    type: 'object',
    properties: { commune: { type: 'string', enum: codes } },
  });
  const validate = createValidator(schema);
  const judge = createWorkerJudge({ schemas: { plan: schema }, timeLimit: 10_000 });
  try {
    for (const commune of [
      ...codes.filter((_, index) => index % 100 === 0),
      codes.at(-1),
      '99999',
      '',
      1,
    ] as string[]) {
      const { kind } = await judge.judge('plan', { commune });
      assert.equal(kind === 'valid', validate({ commune }).valid, String(commune));
    }
    assert.equal((await judge.judge('plan', { commune: '03320' })).kind, 'valid');
    assert.equal((await judge.judge('plan', { commune: '03321' })).kind, 'invalid');
  } finally {
    await judge.close();
  }
});
