import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodePatternError, readCodePattern, USUAL_PATTERN } from './code-pattern.js';

const facts = { agency: '000.00.12.H53', day: '2021-05-17', serial: 1 };

test('the usual pattern writes agency, day of reception and the serial of the day', () => {
  assert.equal(readCodePattern(USUAL_PATTERN).write(facts), '000.00.12.H53-210517-0001');
});

test('a day of 8 digits and a longer serial are taken too', () => {
  assert.equal(readCodePattern('{agency}-{yyyyMMdd}-{serial:7}').write(facts), '000.00.12.H53-20210517-0000001');
});

test('a serial that outgrows its width is not cut', () => {
  assert.equal(readCodePattern(USUAL_PATTERN).write({ ...facts, serial: 12345 }), '000.00.12.H53-210517-12345');
});

test('a pattern that could give one code twice, or one that cannot be looked up, is refused with what to write', () => {
  const cases: [string, RegExp][] = [
    ['{yyMMdd}-{serial:4}', /lacks \{agency\}/],
    ['{agency}-{yyMMdd}', /lacks \{serial\}/],
    ['{agency}-{serial:4}', /lacks the day/],
    ['{agency}-{yyMMdd}-{serial:4}-{colour}', /unknown place \{colour\}/],
    ['{agency}-{yyMMdd}-{serial:2}', /cannot be looked up/],
    ['{agency}/{yyMMdd}/{serial:4}', /cannot be looked up/],
  ];
  for (const [pattern, message] of cases)
    assert.throws(
      () => readCodePattern(pattern),
      (error) => error instanceof CodePatternError && message.test(error.message),
      pattern,
    );
});
