import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runTextCase, TEXT_FUNCTIONS, type TextFile } from '../testing/run-text-case.js';

const FOLDER = new URL('../../../../schemas/conformance/text/', import.meta.url);
const files = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as TextFile);

for (const file of files) {
  describe(`the cases of ${file.function}`, () => {
    for (const one of file.cases)
      it(one.name, () => {
        assert.notEqual(one.result === undefined, one.absent === undefined, 'a result, or none');
        assert.deepEqual(runTextCase(file, one), one.result);
      });

    it('have names of their own', () => {
      assert.equal(new Set(file.cases.map(({ name }) => name)).size, file.cases.length);
    });
  });
}

it('every function has its cases', () => {
  assert.deepEqual(files.map((file) => file.function).sort(), [...TEXT_FUNCTIONS].sort());
});
