import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorkerJudge } from './worker-judge.js';

const SCHEMA = {
  type: 'object',
  properties: { name: { type: 'string', maxLength: 5 }, slow: { type: 'string', pattern: '^(a+)+$' } },
  required: ['name'],
  additionalProperties: false,
};
const RUNAWAY = { name: 'An', slow: `${'a'.repeat(40)}!` };

test('the judge says what is valid, and where it is not', async () => {
  const judge = createWorkerJudge({ schemas: { plan: SCHEMA }, timeLimit: 10_000 });
  try {
    assert.deepEqual(await judge.judge('plan', { name: 'An' }), { kind: 'valid' });
    assert.deepEqual(await judge.judge('plan', { 'a/b': 1 }), {
      kind: 'invalid',
      findings: [
        { code: 'keyword.required', pointer: '/name', params: {} },
        { code: 'keyword.additionalProperties', pointer: '/a~1b', params: {} },
      ],
    });
  } finally {
    await judge.close();
  }
});

test('a pattern that runs away is no verdict, and those who wait behind it are answered', async () => {
  const judge = createWorkerJudge({ schemas: { plan: SCHEMA }, timeLimit: 1_000 });
  try {
    const verdicts = await Promise.all([RUNAWAY, { name: 'An' }, { name: 1 }].map((data) => judge.judge('plan', data)));
    assert.deepEqual(
      verdicts.map((verdict) => (verdict.kind === 'none' ? verdict.reason : verdict.kind)),
      ['time', 'valid', 'invalid'],
    );
  } finally {
    await judge.close();
  }
});

test('who waited too long behind runaway patterns gets no verdict instead of a late one', async () => {
  const judge = createWorkerJudge({ schemas: { plan: SCHEMA }, timeLimit: 200 });
  try {
    const all = await Promise.all(Array.from({ length: 12 }, () => judge.judge('plan', RUNAWAY)));
    const reasons = all.map((verdict) => (verdict.kind === 'none' ? verdict.reason : verdict.kind));
    assert.equal(reasons[0], 'time');
    assert.equal(reasons.at(-1), 'busy');
  } finally {
    await judge.close();
  }
});

test('a schema that ajv cannot compile leaves its own plan alone without a judge', async () => {
  const schemas = { broken: { $ref: '#/$defs/nowhere' }, plan: SCHEMA };
  const judge = createWorkerJudge({ schemas, timeLimit: 10_000 });
  try {
    assert.deepEqual(await judge.judge('broken', {}), { kind: 'none', reason: 'schema' });
    assert.deepEqual(await judge.judge('unknown', {}), { kind: 'none', reason: 'schema' });
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

test('a closed judge gives no verdict, and a question under way ends with it', async () => {
  const closed = createWorkerJudge({ schemas: {}, timeLimit: 1000 });
  await closed.close();
  assert.deepEqual(await closed.judge('plan', {}), { kind: 'none', reason: 'closed' });
  const judge = createWorkerJudge({ schemas: { plan: SCHEMA }, timeLimit: 60_000 });
  await judge.judge('plan', { name: 'An' });
  const open = judge.judge('plan', RUNAWAY);
  await new Promise((done) => setImmediate(done));
  await judge.close();
  assert.deepEqual(await open, { kind: 'none', reason: 'broken' });
});
