import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findPatterns } from './find-patterns.js';

const root = mkdtempSync(join(tmpdir(), 'motcua-patterns-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('patterns stand in schemas, at any depth and in the files referred to, each once', () => {
  const folder = join(root, 'procedures');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'data.schema.json'),
    JSON.stringify({
      properties: {
        pattern: { pattern: 'a' },
        'b/c': { $ref: '../name.schema.json#/$defs/x' },
        d: { $ref: '#/$defs/e' },
      },
      patternProperties: { '^x-': { items: { pattern: 'b' } } },
      allOf: [{ then: { $ref: '../name.schema.json' } }],
      const: { pattern: 'data' },
      examples: [{ pattern: 'data' }],
    }),
  );
  writeFileSync(join(root, 'name.schema.json'), JSON.stringify({ pattern: 'c', $ref: 'https://example.vn/x.json' }));
  assert.deepEqual(findPatterns(folder), [
    { pattern: 'a', file: 'data.schema.json', pointer: '/properties/pattern/pattern' },
    { pattern: '^x-', file: 'data.schema.json', pointer: '/patternProperties/^x-' },
    { pattern: 'b', file: 'data.schema.json', pointer: '/patternProperties/^x-/items/pattern' },
    { pattern: 'c', file: '../name.schema.json', pointer: '/pattern' },
  ]);
});
