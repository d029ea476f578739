import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createValidator, SchemaError } from '@motcua/form-engine';
import { advisePatterns } from './advise-patterns.js';
import { findAttack } from './find-attack.js';
import { parsePattern, printPattern } from './pattern-syntax.js';
import { proposePattern } from './propose-pattern.js';
import { sampleTexts } from './sample-texts.js';

const schemas = fileURLToPath(new URL('.', import.meta.resolve('@motcua/schemas/package.json')));
const hostile = (
  JSON.parse(readFileSync(join(schemas, 'conformance/patterns/hostile.json'), 'utf8')) as {
    patterns: { pattern: string; expected: boolean | string }[];
  }
).patterns;
const runnable = hostile.filter(({ expected }) => typeof expected === 'boolean').map(({ pattern }) => pattern);
/** No verdict hangs on how busy the machine is. */
const PATIENCE = 300_000;
const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function advise(...patterns: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-advice-'));
  folders.push(folder);
  writeFileSync(join(folder, 'data.schema.json'), JSON.stringify({ allOf: patterns.map((pattern) => ({ pattern })) }));
  return advisePatterns(folder, PATIENCE);
}

test('every hostile pattern that the engine runs is named with an attack and a cure', async () => {
  const advice = await advise(...runnable);
  assert.deepEqual(
    advice.map(({ code, severity, pointer }) => [code, severity, pointer]),
    runnable.map((_, at) => ['schema.pattern-slow', 'warning', `/allOf/${at}/pattern`]),
  );
  for (const { message, advice: cure } of advice) {
    assert.match(message, /takes (?:exponential|polynomial of degree \d+) time .*attack string '/);
    assert.match(cure, /^(?:Write "|Let no text)/);
  }
  const proposals = advice.filter(({ advice: cure }) => cure.startsWith('Write'));
  assert.ok(proposals.length >= 20, `${proposals.length} of ${runnable.length}`);
});

test('every hostile pattern that the engine refuses is an error of the compilation', () => {
  for (const { pattern, expected } of hostile.filter((one) => typeof one.expected === 'string')) {
    assert.throws(
      () => createValidator({ pattern }),
      (error) => error instanceof SchemaError && error.code === `schema.pattern-${String(expected)}`,
      pattern,
    );
  }
});

test('a proposal has no attack and keeps the verdict on texts of both patterns', async () => {
  for (const source of ['^(a+)+$', '^(\\p{L}+\\s?)+$', '(x+x+)+y', '^(.*)=(.*)$', '^(?:\\w|\\d|_)+$', '\\s+$']) {
    const proposal = await proposePattern(source, PATIENCE);
    assert.ok(proposal !== undefined && proposal !== source, source);
    assert.equal(await findAttack(proposal, PATIENCE), undefined);
    const [before, after] = [new RegExp(source, 'u'), new RegExp(proposal, 'u')];
    const texts = sampleTexts([parsePattern(source), parsePattern(proposal)]).filter((text) => text.length < 16);
    assert.ok(texts.some((text) => before.test(text)) && texts.some((text) => !before.test(text)));
    for (const text of texts) assert.equal(after.test(text), before.test(text), `${source} ${proposal} ${text}`);
  }
});

test('nothing is proposed where every change would mean something else', async () => {
  for (const source of ['^"(\\\\.|[^"])*"$', '\\/\\*(.|\\s)*\\*\\/', '^(a+)+\\1$'])
    assert.equal(await proposePattern(source, PATIENCE), undefined, source);
});

test('sane patterns get no word', async () => {
  assert.deepEqual(
    await advise(
      '^[0-9]{12}$',
      "^[\\p{L}\\p{M}][\\p{L}\\p{M}'’. -]*$",
      '^(/([^~/]|~[01])*)*$',
      '^\\S(.*\\S)?$',
      '^(?!0000)[0-9]{4}$',
    ),
    [],
  );
});

test('a pattern of the older grammar is spelt u-clean', async () => {
  const [advice, ...others] = await advise('^[\\w-.]+\\@$');
  assert.deepEqual(
    [advice?.code, advice?.advice, others.length],
    ['schema.pattern-spelling', 'Write "^[\\\\w\\\\-.]+@$".', 0],
  );
});

test('a pattern reads and prints the same', () => {
  for (const { pattern } of hostile.filter(({ expected }) => expected !== 'invalid'))
    assert.equal(printPattern(parsePattern(pattern)), pattern);
});
