import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rewriteTitledConstants } from './titled-constants.js';
import { createWorkerJudge } from './worker-judge.js';

const SCHEMA = {
  type: 'object',
  properties: { name: { type: 'string', maxLength: 5 }, slow: { type: 'string', pattern: '^(a+)+$' } },
  required: ['name'],
  additionalProperties: false,
};

test('the judge says what is valid, and where it is not', async () => {
  const judge = createWorkerJudge({ schemas: { plan: SCHEMA }, timeLimit: 10_000 });
  try {
    assert.deepEqual(await judge.judge('plan', { name: 'An' }), { kind: 'valid' });
    assert.deepEqual(await judge.judge('plan', { 'a/b': 1 }), {
      kind: 'invalid',
      findings: [
        { keyword: 'required', pointer: '/name' },
        { keyword: 'additionalProperties', pointer: '/a~1b' },
      ],
    });
  } finally {
    await judge.close();
  }
});

test('a pattern that runs away is no verdict, and the next question is answered', async () => {
  const judge = createWorkerJudge({ schemas: { plan: SCHEMA }, timeLimit: 500 });
  try {
    assert.deepEqual(await judge.judge('plan', { name: 'An', slow: `${'a'.repeat(40)}!` }), { kind: 'none' });
    assert.deepEqual(await judge.judge('plan', { name: 'An' }), { kind: 'valid' });
  } finally {
    await judge.close();
  }
});

test('inherited names do not count as present', async () => {
  const judge = createWorkerJudge({ schemas: { plan: { type: 'object', required: ['toString'] } }, timeLimit: 10_000 });
  try {
    assert.equal((await judge.judge('plan', {})).kind, 'invalid');
  } finally {
    await judge.close();
  }
});

test('a closed judge gives no verdict', async () => {
  const judge = createWorkerJudge({ schemas: {}, timeLimit: 1000 });
  await judge.close();
  assert.deepEqual(await judge.judge('plan', {}), { kind: 'none' });
});

test('titled constants become one enum, at any depth; other branches stay', () => {
  const titled = {
    oneOf: [
      { const: 'a', title: 'A' },
      { const: 'b', title: 'B' },
    ],
  };
  assert.deepEqual(rewriteTitledConstants({ properties: { x: titled } }), { properties: { x: { enum: ['a', 'b'] } } });
  const doubled = { oneOf: [{ const: 'a' }, { const: 'a' }] };
  assert.deepEqual(rewriteTitledConstants(doubled), doubled);
  const mixed = { oneOf: [{ const: 'a' }, { type: 'number' }] };
  assert.deepEqual(rewriteTitledConstants(mixed), mixed);
});
