/** Numbers that JSON can write and JavaScript cannot hold: named beside the verdict, never a crash, never a silent change. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createValidator } from '../create-validator.js';
import type { JsonSchema, JsonValue } from '../plan/plan.js';

const SCHEMAS: JsonSchema[] = [
  true,
  { type: 'integer' },
  { type: 'number' },
  { minimum: 0 },
  { exclusiveMaximum: 0 },
  { multipleOf: 0.01 },
  { multipleOf: 1000 },
  { enum: [1, 2] },
  { const: 0 },
  { oneOf: [{ const: 1 }, { const: 2 }] },
];
const BEYOND = ['1e400', '-1e400', '12345678901234567890', '9007199254740993', '1e308', '-1e300'];
const WITHIN = ['9007199254740991', '-9007199254740991', '-0', '0.1', '5e-324', '1e-400', '1.0'];

const codesOf = (schema: JsonSchema, text: string): string[] =>
  createValidator(schema)(JSON.parse(text) as JsonValue).issues.map(({ code }) => code);

describe('a number', () => {
  for (const text of BEYOND)
    it(`beyond the safe range is named under every keyword: ${text}`, () => {
      for (const schema of SCHEMAS)
        assert.ok(codesOf(schema, text).includes('data.unsafe-integer'), JSON.stringify(schema));
    });

  for (const text of WITHIN)
    it(`within the safe range is not: ${text}`, () => {
      for (const schema of SCHEMAS)
        assert.ok(!codesOf(schema, text).includes('data.unsafe-integer'), JSON.stringify(schema));
    });

  it('is what it is written as: 0.1 + 0.2 is not 0.3, minus zero is zero, 1.0 is 1', () => {
    assert.deepEqual(codesOf({ const: 0.3 }, String(0.1 + 0.2)), ['keyword.const']);
    assert.deepEqual(codesOf({ const: 0 }, '-0'), []);
    assert.deepEqual(codesOf({ enum: [1] }, '1.0'), []);
    assert.deepEqual(codesOf({ multipleOf: 0.1 }, '0.3'), []);
  });

  it('written the Vietnamese way is a text, and an identity number written as a number is no text', () => {
    assert.deepEqual(codesOf({ type: 'number' }, '"1.234.567,5"'), ['keyword.type']);
    assert.deepEqual(codesOf({ type: 'string', pattern: '^[0-9]{12}$' }, '79203045678'), ['keyword.type']);
  });
});
