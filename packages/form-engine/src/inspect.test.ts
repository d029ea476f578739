import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createValidator } from './create-validator.js';
import { type Inspection, inspect } from './inspect.js';
import type { JsonObject, JsonValue } from './plan/plan.js';

const schema: JsonObject = {
  required: ['kind'],
  properties: {
    kind: { enum: ['a', 'b'] },
    x: true,
    y: true,
    home: { required: ['street'], properties: { street: { type: 'string' } } },
  },
  allOf: [
    {
      if: { properties: { kind: { const: 'a' } }, required: ['kind'] },
      then: { properties: { y: false }, required: ['x'] },
      else: { properties: { x: false } },
    },
  ],
  oneOf: [{ properties: { kind: { const: 'a' } } }, { properties: { kind: { const: 'b' } } }],
};
const validate = createValidator(schema);

function at(data: JsonValue, pointer: string): Inspection {
  const found = validate.inspect(data).get(pointer);
  return found ?? assert.fail(`nothing is known of ${pointer}`);
}

describe('inspect', () => {
  it('tells of declared places that are absent', () => {
    assert.deepEqual([...validate.inspect({ kind: 'a' }).keys()].sort(), ['', '/home', '/kind', '/x', '/y']);
    assert.equal(at({ kind: 'a' }, '/home').present, false);
  });

  it('says what applies and what is required under the branch that holds', () => {
    assert.deepEqual([at({ kind: 'a' }, '/x').required, at({ kind: 'b' }, '/x').required], [true, false]);
    assert.deepEqual([at({ kind: 'a' }, '/y').applies, at({ kind: 'b' }, '/y').applies], [false, true]);
    assert.equal(at({ kind: 'b', x: 1 }, '/x').applies, false);
  });

  it('carries what does not apply down to what is inside', () => {
    const nested = createValidator({
      properties: { a: false },
      allOf: [{ properties: { a: { properties: { b: true } } } }],
    });
    assert.equal(nested.inspect({ a: { b: 1 } }).get('/a/b')?.applies, false);
  });

  it('names the branches that are meant, outermost first', () => {
    assert.deepEqual(at({ kind: 'b' }, '/kind').branches, ['/allOf/0/else', '/oneOf/1']);
  });

  it('names the branch that is meant though it fails', () => {
    const choice = createValidator({
      oneOf: [
        { properties: { t: { const: 1 }, p: true }, required: ['p'] },
        { properties: { t: { const: 2 }, q: true }, required: ['q'] },
      ],
    });
    const found = choice.inspect({ t: 2 });
    assert.deepEqual(found.get('')?.branches, ['/oneOf/1']);
    assert.equal(found.get('/q')?.required, true);
    assert.equal(found.has('/p'), false);
  });

  it('names the titled constant that was chosen, so that its label is found', () => {
    const titled = createValidator({
      oneOf: [
        { const: 'x', title: 'Một' },
        { const: 'y', title: 'Hai' },
      ],
    });
    assert.deepEqual(titled.inspect('y').get('')?.branches, ['/oneOf/1']);
  });

  it('gives at each place the issues of the validator', () => {
    const data = { kind: 'a', home: { street: 5 } };
    const listed = [...validate.inspect(data).values()].flatMap(({ issues }) => issues);
    assert.deepEqual(new Set(listed), new Set(validate(data).issues));
    assert.deepEqual(
      at(data, '/home/street').issues.map(({ code }) => code),
      ['keyword.type'],
    );
  });

  it('tells of nothing but the root when a limit is broken', () => {
    const deep = Array.from({ length: 100_000 }).reduce<JsonValue>((inner) => [inner], []);
    assert.deepEqual(
      [...inspect(validate, deep).values()].map(({ issues }) => issues[0]?.code),
      ['data.limit-depth'],
    );
  });
});
