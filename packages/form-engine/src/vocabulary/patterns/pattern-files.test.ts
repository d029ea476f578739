/**
 * Patterns as data: hostile ones, real ones, and all of our own.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isObject } from '../../data/json.js';
import type { JsonValue } from '../../plan/plan.js';
import { createMatcher, PatternFault } from './create-matcher.js';

const SCHEMAS = new URL('../../../../../schemas/', import.meta.url);

interface HostilePattern {
  description: string;
  pattern: string;
  /** Pieces and how often each is repeated. */
  text: readonly (readonly [string, number])[];
  expected: boolean | 'unsafe' | 'invalid';
  /** A text of the same kind whose check ends without a verdict, since it takes too many steps. */
  beyond?: readonly (readonly [string, number])[];
}

const hostile = (readJson('conformance/patterns/hostile.json') as { patterns: readonly HostilePattern[] }).patterns;
const real = (readJson('conformance/patterns/real-forms.json') as { patterns: readonly string[] }).patterns;

const write = (pieces: HostilePattern['text']): string => pieces.map(([piece, times]) => piece.repeat(times)).join('');

for (const { description, pattern, text, expected, beyond } of hostile) {
  test(`hostile: ${description}: ${String(expected)}`, () => {
    const whole = write(text);
    if (typeof expected === 'string') {
      assert.throws(
        () => createMatcher(pattern),
        (error) => error instanceof PatternFault && error.kind === expected,
      );
      return;
    }
    const matcher = createMatcher(pattern);
    assert.equal(matcher.test(whole), expected);
    assert.ok(matcher.steps <= 200_000, `${matcher.steps} steps`);
    if (beyond) assert.throws(() => createMatcher(pattern).test(write(beyond)), RangeError);
  });
}

test('there are at least 40 hostile patterns', () => {
  assert.ok(new Set(hostile.map(({ pattern }) => pattern)).size >= 40);
});

test('all 75 patterns of real forms run, with the verdicts of the native engine', () => {
  const texts = [
    '',
    'a',
    'Nguyễn',
    '12345',
    '12345-6789',
    '2024-02-29',
    'a@b.vn',
    'www.a',
    'A B',
    '0000',
    '(012) 345-6789',
    '😀',
  ];
  assert.equal(real.length, 75);
  for (const source of real) {
    const matcher = createMatcher(source);
    for (const text of texts)
      assert.equal(matcher.test(text), new RegExp(source, 'u').test(text), `${source} on ${text}`);
  }
});

test('every pattern of our schemas, definitions and procedures runs', () => {
  const files = readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(api|definitions|meta|procedures)\/.*\.json$/.test(file.replaceAll('\\', '/')),
  );
  const patterns = new Set(files.flatMap((file) => [...patternsIn(readJson(file) as JsonValue)]));
  assert.ok(patterns.size >= 25, `${patterns.size}`);
  for (const source of patterns) createMatcher(source);
});

function* patternsIn(value: JsonValue): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* patternsIn(item);
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'pattern' && typeof member === 'string') yield member;
    else if (name === 'patternProperties' && isObject(member)) yield* Object.keys(member);
    yield* patternsIn(member);
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, SCHEMAS), 'utf8')) as unknown;
}
