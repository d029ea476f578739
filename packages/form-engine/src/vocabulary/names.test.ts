import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonValue } from '../plan/plan.js';
import { codesOf, schemaErrorOf } from '../testing/probe-validator.js';
import { createValidator } from './create-validator.js';

describe('names', () => {
  it('are own properties only, whatever they are', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a/b', 'a~b', 'a.b', '0', '', 'length'];
    for (const name of names) {
      const properties = JSON.parse(`{${JSON.stringify(name)}:{"type":"string"}}`) as { [key: string]: JsonValue };
      const validate = createValidator({ required: [name], properties, additionalProperties: false });
      assert.equal(validate({}).valid, false, `${name} is missing`);
      assert.equal(validate(JSON.parse(`{${JSON.stringify(name)}:"x"}`) as JsonValue).valid, true, `${name} is there`);
      assert.equal(
        validate(JSON.parse(`{${JSON.stringify(name)}:1}`) as JsonValue).valid,
        false,
        `${name} has the wrong type`,
      );
    }
    assert.deepEqual(Object.keys(Object.prototype), []);
  });
});

describe('a hostile name', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a/b', 'a~b', 'a.b', '0', '', 'length'];
  const own = (name: string, value: JsonValue): { [key: string]: JsonValue } =>
    JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as { [key: string]: JsonValue };
  const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

  for (const name of NAMES)
    it(`${JSON.stringify(name)} is only itself in every keyword that takes names`, () => {
      const at = `/${escape(name)}`;
      assert.deepEqual(codesOf({ required: [name] }, {}), [`${at} keyword.required`]);
      assert.deepEqual(codesOf({ properties: own(name, false) }, own(name, 1)), [`${at} keyword.false`]);
      assert.deepEqual(codesOf({ properties: own(name, false) }, {}), []);
      assert.deepEqual(codesOf({ additionalProperties: false }, own(name, 1)), [`${at} keyword.additionalProperties`]);
      assert.deepEqual(codesOf({ unevaluatedProperties: false }, own(name, 1)), [
        `${at} keyword.unevaluatedProperties`,
      ]);
      assert.deepEqual(codesOf({ properties: own(name, true), unevaluatedProperties: false }, own(name, 1)), []);
      assert.deepEqual(codesOf({ propertyNames: false }, own(name, 1)), [`${at} keyword.propertyNames`]);
      assert.deepEqual(codesOf({ dependentRequired: own(name, ['z']) }, own(name, 1)), [
        '/z keyword.dependentRequired',
      ]);
      assert.deepEqual(codesOf({ dependentRequired: own(name, ['z']) }, {}), []);
      assert.deepEqual(codesOf({ dependentSchemas: own(name, false) }, own(name, 1)), [' keyword.false']);
      assert.deepEqual(codesOf({ dependentSchemas: own(name, false) }, {}), []);
      assert.deepEqual(codesOf({ const: own(name, 1) }, own(name, 1)), []);
      assert.deepEqual(codesOf({ enum: [own(name, 1)] }, {}), [' keyword.enum']);
      assert.deepEqual(codesOf({ uniqueItems: true }, [own(name, 1), {}]), []);
      const pointer = `#/$defs/${encodeURIComponent(escape(name))}`;
      assert.deepEqual(codesOf({ $ref: pointer, $defs: own(name, false) }, 1), [' keyword.false']);
      assert.equal(schemaErrorOf(() => createValidator({ $ref: pointer, $defs: {} })).code, 'schema.ref-unknown');
      assert.equal(schemaErrorOf(() => createValidator({ $ref: `#${name}x` })).code, 'schema.ref-unknown');
      assert.equal(
        createValidator({ properties: own(name, { minimum: 1 }) })
          .at(`/properties${at}`)
          .test(0),
        false,
      );
      assert.deepEqual(codesOf({ patternProperties: { '^': { type: 'string' } } }, own(name, 1)), [
        `${at} keyword.type`,
      ]);
      assert.deepEqual(Reflect.ownKeys(Object.prototype).length, PROTOTYPE);
    });

  it('is no format, keyword or companion document by inheritance', () => {
    for (const name of NAMES) {
      assert.equal(createValidator({ format: name })('x').valid, true);
      assert.equal(createValidator(own(name, false))('x').valid, true);
      if (name !== '' && name !== 'a/b')
        assert.equal(schemaErrorOf(() => createValidator({ $ref: `https://x.vn/${name}` })).code, 'schema.ref-unknown');
    }
    const companion = { 'https://x.vn/toString': false };
    assert.equal(createValidator({ $ref: 'https://x.vn/toString' }, { schemas: companion })(1).valid, false);
  });
});

const PROTOTYPE = Reflect.ownKeys(Object.prototype).length;
