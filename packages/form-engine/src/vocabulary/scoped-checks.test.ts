import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { schemaErrorOf } from '../testing/probe-validator.js';
import { createValidator } from './create-validator.js';

describe('scoped checks', () => {
  it('judge one place of the schema with pointers from the given place', () => {
    const validate = createValidator({
      properties: { a: { $ref: '#/$defs/short' } },
      $defs: { short: { maxLength: 1 } },
    });
    const scope = validate.at('/properties/a');
    assert.equal(scope.test('x'), true);
    assert.deepEqual(
      scope.issues('xx', '/a').map(({ pointer }) => pointer),
      ['/a'],
    );
    assert.equal(validate.at('/properties/a'), scope);
    assert.equal(schemaErrorOf(() => validate.at('/properties/b')).code, 'schema.ref-unknown');
  });

  it('take formats and documents of the caller', () => {
    const validate = createValidator(
      { $ref: 'https://example.org/code' },
      { schemas: { 'https://example.org/code': { format: 'code' } }, formats: { code: (text) => text === 'ok' } },
    );
    assert.equal(validate('ok').valid, true);
    assert.deepEqual(
      validate('no').issues.map(({ code }) => code),
      ['format.code'],
    );
    assert.equal(createValidator({ format: 'date' }, { formatAssertion: false })('x').valid, true);
  });
});
