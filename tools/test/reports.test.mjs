/** A report is about the sources as they are: when they changed, it has to be measured again. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hashSources } from '../reports/hash-sources.mjs';
import { REPORTS } from '../reports/reports.mjs';

for (const { page, sources, command } of REPORTS) {
  test(`${page} measured the sources as they are`, () => {
    const stated = /^Sources: (sha256-[0-9a-f]{64})$/m.exec(readFileSync(page, 'utf8'))?.[1];
    assert.equal(stated, hashSources(sources), `run "${command}" and commit the result`);
  });
}
