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

  it('take a pointer and nothing else', () => {
    const validate = createValidator({ $anchor: 'name', $defs: { '%24': { type: 'string' }, name: {} } });
    for (const place of ['name', '#/$defs/name', '$defs/name', 'xdefs'])
      assert.deepEqual(
        [schemaErrorOf(() => validate.at(place)).code, schemaErrorOf(() => validate.at(place)).pointer],
        ['schema.ref-unknown', ''],
      );
    assert.equal(validate.at('/$defs/%24').test(1), false);
    assert.equal(schemaErrorOf(() => validate.at('/\ud800')).code, 'schema.ref-unknown');
  });

  it('look for dynamic anchors in the resource of the root first', () => {
    const validate = createValidator({
      $id: 'https://example.org/strict',
      $dynamicAnchor: 'node',
      $ref: 'tree',
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: 'https://example.org/tree',
          $dynamicAnchor: 'node',
          properties: { children: { items: { $dynamicRef: '#node' } } },
        },
      },
    });
    const wrong = { children: [{ other: 1 }] };
    assert.equal(validate(wrong).valid, false);
    assert.deepEqual(
      validate
        .at('/$defs/tree')
        .issues(wrong, '')
        .map(({ pointer }) => pointer),
      ['/children/0/other'],
    );
  });
});
