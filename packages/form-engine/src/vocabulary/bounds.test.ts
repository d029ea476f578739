import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonSchema, JsonValue } from '../plan/plan.js';
import { createValidator } from './create-validator.js';

describe('bounds', () => {
  const tree: JsonSchema = {
    $defs: { n: { type: 'object', properties: { next: { $ref: '#/$defs/n' } } } },
    $ref: '#/$defs/n',
  };
  const deep = (levels: number): JsonValue =>
    Array.from({ length: levels }).reduce<JsonValue>((next) => ({ next }), {});

  it('checks 1,000 levels of data and refuses 100,000 without overflow', () => {
    assert.equal(createValidator(tree)(deep(1000)).valid, true);
    assert.deepEqual(
      createValidator(tree)(deep(100_000)).issues.map(({ code }) => code),
      ['data.limit-depth'],
    );
  });

  it('turns what the stack could not bear into an issue', () => {
    const heavy: JsonSchema = {
      $defs: { n: { allOf: [{ allOf: [{ properties: { next: { $ref: '#/$defs/n' } } }] }] } },
      $ref: '#/$defs/n',
    };
    assert.deepEqual(
      createValidator(heavy)(deep(1100)).issues.map(({ code }) => code),
      ['data.limit-depth'],
    );
  });
});

describe('work that multiplies', () => {
  it('ends with data.limit-steps', () => {
    const branch = { properties: { a: { $ref: '#/$defs/n' } } };
    const schema = { $ref: '#/$defs/n', $defs: { n: { oneOf: [branch, branch] } } };
    const data = Array.from({ length: 60 }).reduce<JsonValue>((a) => ({ a }), {});
    const { valid, issues } = createValidator(schema, { limits: { data: { steps: 100_000 } } })(data);
    assert.equal(valid, false);
    assert.deepEqual(
      issues.map(({ code, pointer }) => [code, pointer]),
      [['data.limit-steps', '']],
    );
  });

  it('is bounded without being told', () => {
    const branch = { properties: { a: { $ref: '#/$defs/n' } } };
    const schema = { $ref: '#/$defs/n', $defs: { n: { oneOf: [branch, branch] } } };
    const data = Array.from({ length: 60 }).reduce<JsonValue>((a) => ({ a }), {});
    assert.deepEqual(
      createValidator(schema)(data).issues.map(({ code }) => code),
      ['data.limit-steps'],
    );
  });

  for (const [what, part, item] of [
    ['members', { additionalProperties: true }, (index: number): [string, JsonValue] => [`m${index}`, index]],
    ['items to compare', { uniqueItems: true }, undefined],
    ['letters of patterns', { items: { pattern: '[ab]*a[ab]{20}c' } }, undefined],
  ] as const) {
    it(`counts ${what}`, () => {
      const list = Array.from({ length: 500 }, (_, index) =>
        index.toString(2).padStart(40, '0').replaceAll('0', 'a').replaceAll('1', 'b'),
      );
      const data: JsonValue = item ? Object.fromEntries(list.map((_, index) => item(index))) : list;
      const schema: JsonSchema = what.startsWith('letters')
        ? part
        : { allOf: Array.from({ length: 100 }, () => ({ ...part })) };
      const codes = (steps: number): string[] =>
        createValidator(schema, { limits: { data: { steps } } })(data).issues.map(({ code }) => code);
      assert.ok(codes(5_000).includes('data.limit-steps'));
      assert.ok(!codes(1_000_000).includes('data.limit-steps'));
    });
  }

  it('leaves a count that is called partial by data.limit-steps among the issues', () => {
    const data = Array.from({ length: 1_000 }, () => 'x');
    const validate = createValidator({ items: { type: 'number' } }, { limits: { data: { steps: 2_300 } } });
    const { valid, issues, count } = validate(data);
    assert.equal(valid, false);
    assert.equal(issues[0]?.code, 'data.limit-steps');
    assert.ok(count > 1 && count < 1_000, `${count}`);
  });

  it('is no reason to refuse a wide list', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({ index }));
    assert.equal(createValidator({ items: { properties: { index: { type: 'integer' } } } })(rows).valid, true);
  });
});

describe('data that contains itself', () => {
  it('is too deep', () => {
    const round: { [name: string]: JsonValue } = {};
    round['round'] = [round];
    assert.deepEqual(
      createValidator(true)(round).issues.map(({ code }) => code),
      ['data.limit-depth'],
    );
  });
});
