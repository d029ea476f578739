import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ALL_FORMATS, type FormatName } from './formats.js';
import { CORE_FORMATS } from './vocabulary/formats/index.js';

const names = Object.keys(ALL_FORMATS) as FormatName[];
/** Texts of the letters that the formats care for, so that many are right or nearly so. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'aAfvxn01259.:/-@#?[]%~{}+*"\\,TZPWYMDHS()<>=đế\u0301\u200d\ud800 \n'),
    maxLength: 24,
  }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.emailAddress(),
  fc.domain(),
  fc.ipV6(),
  fc.ipV4(),
  fc.uuid(),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((at) => String.fromCharCode(at)), maxLength: 12 }),
);

describe('all formats', () => {
  it('are those of draft 2020-12 and draft-07, the core ones among them', () => {
    assert.deepEqual(
      [...names].sort(),
      [
        'date date-time duration email hostname idn-email idn-hostname ipv4 ipv6 iri iri-reference json-pointer regex',
        'relative-json-pointer time uri uri-reference uri-template uuid',
      ]
        .join(' ')
        .split(' '),
    );
    for (const [name, predicate] of Object.entries(CORE_FORMATS)) {
      assert.equal(ALL_FORMATS[name as FormatName], predicate, name);
    }
  });

  it('find nothing by names that objects inherit', () => {
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf']) {
      assert.equal((ALL_FORMATS as Readonly<Record<string, unknown>>)[name], undefined, name);
    }
  });

  it('answer yes or no to any text and twice the same', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const name of names) {
          const answer = ALL_FORMATS[name](value);
          assert.equal(typeof answer, 'boolean', name);
          assert.equal(ALL_FORMATS[name](value), answer, name);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('answer to texts of 200,000 hostile characters', () => {
    const endless = (part: string): string => part.repeat(200_000 / part.length);
    const refused: [FormatName, string][] = [
      ['time', `15:30:00.${endless('0')}`],
      ['duration', `P${endless('1')}`],
      ['email', `${endless('a.')}@example.com`],
      ['idn-email', `a@${endless('e\u0323\u0301\u0302')}`],
      ['idn-hostname', endless('\u200d')],
      ['idn-hostname', `a${endless('\u0301\u0323')}`],
      ['hostname', `xn--${endless('9')}`],
      ['ipv6', endless('::')],
      ['uri', `a://${endless('a@')}`],
      ['iri', `a:?${endless('\ue000')}%`],
      ['uri-template', endless('{a')],
      ['uri-template', `{${endless('a,')}}`],
      ['json-pointer', `${endless('/~0')}~`],
      ['relative-json-pointer', `${endless('1')}x`],
      ['regex', endless('(?<a')],
    ];
    for (const [name, value] of refused) assert.equal(ALL_FORMATS[name](value), false, `${name} ${value.slice(0, 9)}`);
    const accepted: [FormatName, string][] = [
      ['time', `15:30:00.${endless('0')}Z`],
      ['duration', `P${endless('1')}D`],
      ['uri', `a:${endless('%41')}41`.slice(0, 200_000)],
      ['iri-reference', endless('đ')],
      ['uri-template', `{${endless('a,')}a}`],
      ['json-pointer', endless('/')],
      ['regex', endless('a?')],
    ];
    for (const [name, value] of accepted) assert.equal(ALL_FORMATS[name](value), true, `${name} ${value.slice(0, 9)}`);
  });
});

describe('a wider format accepts what the narrower one does:', () => {
  const pairs: readonly (readonly [FormatName, FormatName])[] = [
    ['uri', 'uri-reference'],
    ['uri', 'iri'],
    ['uri-reference', 'iri-reference'],
    ['iri', 'iri-reference'],
    ['email', 'idn-email'],
    ['hostname', 'idn-hostname'],
  ];
  for (const [narrow, wide] of pairs) {
    it(`${wide} what is ${narrow}`, () => {
      let met = 0;
      fc.assert(
        fc.property(text, (value) => {
          if (!ALL_FORMATS[narrow](value)) return;
          met += 1;
          assert.equal(ALL_FORMATS[wide](value), true);
        }),
        { numRuns: 2_000 },
      );
      assert.ok(met > 50, `${String(met)} texts were right`);
    });
  }
});
