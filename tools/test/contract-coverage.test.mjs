import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { listDeclared, listUnseen } from './contract-coverage.mjs';

test('declared answers are listed by operation and status, without the default', () => {
  const responses = { 200: {}, 404: {}, default: {} };
  const document = { paths: { '/a': { parameters: [], get: { operationId: 'readA', responses } } } };
  assert.deepEqual(listDeclared(document), ['readA 200', 'readA 404']);
  assert.ok(listDeclared().includes('submitDossier 201'));
});

test('what stands in no file was not seen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seen-'));
  writeFileSync(join(folder, '1.txt'), 'readA 200\nreadA 404\n');
  writeFileSync(join(folder, '2.txt'), 'readA 200\nreadB 200\n');
  assert.deepEqual(listUnseen(folder, ['readA 200', 'readB 200', 'readB 404']), ['readB 404']);
  rmSync(folder, { recursive: true });
});
