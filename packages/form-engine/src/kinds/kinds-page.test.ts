import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ISSUE_CODES } from '../issue-codes.js';
import type { KindFile } from '../testing/run-kind-case.js';
import { FURTHER_KINDS } from './further/index.js';
import { KINDS } from './index.js';

const root = new URL('../../../../', import.meta.url);
const page = readFileSync(new URL('docs/write-a-procedure.md', root), 'utf8');
const section = page.slice(page.indexOf('### The kinds of field'), page.indexOf('### Rules: only'));
const rows = new Map(
  [...section.matchAll(/^\| `([a-z-]+)`( \+)? +\|.*\|([^|]*)\|$/gmu)].map(([, kind = '', further, codes = '']) => [
    kind,
    { further: further !== undefined, codes: [...codes.matchAll(/`([^`]+)`/gu)].map(([, code]) => code ?? '') },
  ]),
);

describe('the table of kinds for form authors', () => {
  it('has a row for every kind and no other, and marks those that a page loads', () => {
    const common = KINDS.map(({ name }) => name).filter((name) => name !== 'json');
    const further = FURTHER_KINDS.map(({ name }) => name);
    assert.deepEqual([...rows.keys()].sort(), [...common, ...further].sort());
    assert.deepEqual(
      [...rows]
        .filter(([, row]) => row.further)
        .map(([kind]) => kind)
        .sort(),
      further.sort(),
    );
  });

  it('names every code that the cases of a kind meet, and only registered ones', () => {
    const folder = new URL('schemas/conformance/kinds/', root);
    for (const file of readdirSync(folder)) {
      const { kind, cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as KindFile;
      const met = cases.flatMap(({ fault, warnings = [] }) => [...(fault ? [fault.code] : []), ...warnings]);
      assert.deepEqual(rows.get(kind)?.codes, [...new Set(met)].sort(), kind);
      for (const code of met) assert.ok((ISSUE_CODES as readonly string[]).includes(code), code);
    }
  });
});
