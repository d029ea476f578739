/** Long lists of rows and of values: right verdicts, few words. Their times are held by the budgets of `bench/`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createValidator } from '../create-validator.js';
import type { JsonObject } from '../plan/plan.js';

const CATALOGS = new URL('../../../../schemas/catalogs/', import.meta.url);
const unitsFile = readdirSync(CATALOGS).find((name) => name.startsWith('administrative-units.')) ?? '';
const { communes } = JSON.parse(readFileSync(new URL(unitsFile, CATALOGS), 'utf8')) as {
  communes: readonly [code: string, name: string][];
};

const row = (index: number): JsonObject => ({
  ten: `Người ${index}`,
  namSinh: 1950 + (index % 70),
  xa: communes[index % communes.length]?.[0] ?? '',
  ghiChu: null,
});

const rows = {
  type: 'array',
  uniqueItems: true,
  items: {
    type: 'object',
    required: ['ten', 'namSinh'],
    additionalProperties: false,
    properties: {
      ten: { type: 'string', maxLength: 60 },
      namSinh: { type: 'integer', minimum: 1900 },
      xa: { enum: communes.map(([code]) => code) },
      ghiChu: { type: ['string', 'null'] },
    },
  },
};

describe('a list of 10,000 rows', () => {
  const validate = createValidator(rows);
  const right = Array.from({ length: 10_000 }, (_, index) => row(index));

  it('is right when each row is, and none is there twice', () => {
    assert.deepEqual(validate(right), { valid: true, issues: [], count: 0, deferred: [] });
  });

  it('tells of the one row that is wrong, and of the two that are the same', () => {
    const wrong = right.with(9_999, { ...row(3), namSinh: 1899 }).with(9_998, row(7));
    assert.deepEqual(
      validate(wrong).issues.map(({ code, pointer, params }) => [code, pointer, params]),
      [
        ['keyword.uniqueItems', '', { first: 8, second: 9_999 }],
        ['keyword.minimum', '/9999/namSinh', { limit: 1900 }],
      ],
    );
  });

  it('of which every one is wrong gives the first 1,000 faults and counts the others', () => {
    const { valid, issues, count } = validate(right.map((_, index) => ({ ten: index, namSinh: 'x' })));
    assert.deepEqual([valid, issues.length, count], [false, 1_000, 20_000]);
    assert.equal(issues.at(-1)?.pointer, '/499/namSinh');
  });
});

describe('the communes as titled constants', () => {
  const schema = { oneOf: communes.map(([code, name]) => ({ const: code, title: name })) };
  const validate = createValidator(schema);

  it('are all there, and each is found with its title', () => {
    assert.equal(communes.length, 3_321);
    communes.forEach(([code, name], index) => {
      assert.equal(validate(code).valid, true, name);
      if (index % 500 === 0) assert.deepEqual(validate.inspect(code).get('')?.branches, [`/oneOf/${index}`]);
    });
  });

  it('are not repeated by a miss, neither as branches nor as an enum', () => {
    for (const judge of [validate, createValidator({ enum: communes.map(([code]) => code) })]) {
      const { valid, issues } = judge('99999');
      assert.equal(valid, false);
      assert.equal(issues.length, 1);
      assert.ok(JSON.stringify(issues).length < 200);
    }
  });
});
