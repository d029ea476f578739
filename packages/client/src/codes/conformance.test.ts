import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { isClientError } from '../errors/client-error.js';
import { readProvisionalCode } from './dossier-code.js';
import { formatLookupSecret, hashLookupSecret, normalizeLookupSecret } from './lookup-secret.js';

interface Case {
  name: string;
  input: string;
  canonical?: string;
  refused?: true;
}

interface Conformance {
  provisionalCode: { cases: Case[] };
  lookupSecret: {
    cases: Case[];
    hashes: { canonical: string; sha256: string }[];
    shown: { canonical: string; shown: string }[];
  };
}

const path = createRequire(import.meta.url).resolve('@motcua/schemas/conformance/codes.json');
const { provisionalCode, lookupSecret } = JSON.parse(readFileSync(path, 'utf8')) as Conformance;

test('the conformance file has cases', () => {
  assert.ok(provisionalCode.cases.length > 0 && lookupSecret.cases.length > 0 && lookupSecret.hashes.length > 0);
});

for (const { name, input, canonical } of provisionalCode.cases) {
  test(`provisional code: ${name}`, () => assert.equal(readProvisionalCode(input), canonical));
}

for (const { name, input, canonical } of lookupSecret.cases) {
  test(`look-up secret: ${name}`, () => {
    if (canonical !== undefined) assert.equal(normalizeLookupSecret(input), canonical);
    else
      assert.throws(
        () => normalizeLookupSecret(input),
        (error) => isClientError(error) && error.code === 'code.malformed',
      );
  });
}

for (const { canonical, sha256 } of lookupSecret.hashes) {
  test(`hash of ${canonical}`, async () => assert.equal(await hashLookupSecret(canonical), sha256));
}

for (const { canonical, shown } of lookupSecret.shown) {
  test(`${canonical} is shown in groups`, () => assert.equal(formatLookupSecret(canonical), shown));
}
