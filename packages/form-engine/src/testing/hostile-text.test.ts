/** Texts that break others: every keyword and format answers, says the same again, and repeats nothing of the text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createValidator } from '../create-validator.js';
import { ALL_FORMATS } from '../formats.js';
import type { JsonSchema, JsonValue } from '../plan/plan.js';

const TEXTS: [name: string, text: string][] = [
  ['a script', '<script>alert(document.cookie)</script>'],
  ['an address that is a script', 'javascript:alert(1)'],
  ['a template', '${alert(1)} {{constructor.constructor("alert(1)")()}}'],
  ['a text that turns its direction', 'hồ sơ\u202efdp.exe'],
  ['marks upon marks', `Z${'\u0301\u0323\u0489'.repeat(300)}`],
  ['a lone high surrogate', 'An\ud83d'],
  ['a lone low surrogate', '\ude00An'],
  ['a zero byte', 'An\u0000Bình'],
  ['invisible characters', '\u200b\u200d\u2060\ufeff'],
  ['line ends of every kind', 'a\r\nb\u2028c\u2029d\u0085e'],
  ['a name of the prototype', '__proto__'],
  ['a number that is none', 'NaN'],
  ['a pointer', '/a~1b/~0'],
  ['a statement', "Robert'); DROP TABLE students;--"],
  ['a hundred thousand letters', 'ă'.repeat(100_000)],
];

const schema: JsonSchema = {
  type: ['string', 'object', 'array'],
  minLength: 1,
  maxLength: 4,
  pattern: '^(\\p{L}+\\s?)+$',
  enum: ['x'],
  const: 'y',
  not: { type: 'string' },
  allOf: Object.keys(ALL_FORMATS).map((format) => ({ format })),
  anyOf: [{ maxLength: 1 }, { const: 'z' }],
  propertyNames: { maxLength: 3 },
  additionalProperties: { pattern: '^x$' },
};

/** A text of four plain letters may stand in a keyword's own name ("cons" in `keyword.const`), and then proves nothing. */
const WORDS_OF_ISSUES = /^[A-Za-z.-]+$/u;

/** Params may hold what the schema says, never what the data says. */
function assertSilentAbout(text: string, data: JsonValue): void {
  const { issues } = createValidator(schema)(data);
  const said = JSON.stringify(issues.map(({ code, params }) => ({ code, params })));
  const repeated = JSON.stringify(text).slice(1, -1);
  if (text.length > 3 && !WORDS_OF_ISSUES.test(repeated)) assert.ok(!said.includes(repeated), said);
}

describe('a hostile text', () => {
  const validate = createValidator(schema);
  for (const [name, text] of TEXTS)
    it(`as a value, an item and a name gets the same answer twice: ${name}`, () => {
      const named = JSON.parse(`{${JSON.stringify(text)}:${JSON.stringify(text)}}`) as JsonValue;
      for (const data of [text, [text], named]) {
        const verdict = validate(data);
        assert.equal(verdict.valid, false);
        assert.deepEqual(validate(data), verdict);
        assertSilentAbout(text, data);
      }
      assert.deepEqual(Object.keys(Object.prototype), []);
    });

  it('is compared by its code points alone', () => {
    const [composed, decomposed] = ['Hoà', 'Hoà'.normalize('NFD')];
    for (const keyword of ['const', 'enum'] as const) {
      const judge = createValidator({ [keyword]: keyword === 'const' ? composed : [composed] });
      assert.deepEqual([judge(composed).valid, judge(decomposed).valid], [true, false]);
    }
    assert.equal(createValidator({ uniqueItems: true })([composed, decomposed, 'Hòa']).valid, true);
  });

  it('of any characters whatever is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const verdict = validate(text);
        assert.equal(verdict.issues.length > 0, !verdict.valid);
        assertSilentAbout(text, text);
      }),
    );
  });
});
