import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { meetsBidiRule } from './bidi-rule.js';
import { joinsLeft, joinsRight } from './joining-types.js';
import { decodePunycode, encodePunycode } from './punycode.js';
import { toAsciiName } from './to-ascii-name.js';
import { isULabel } from './u-label.js';

const VIETNAMESE = [
  ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ0123456789',
];
const label = (letters: readonly string[]): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 18 });
const character = fc
  .integer({ min: 0, max: 0x10f7ff })
  .map((at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

describe('Punycode', () => {
  it('has the sample strings of its RFC', () => {
    for (const [unicode, ascii] of [
      ['tạisaohọkhôngthểchỉnóitiếngviệt', 'tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g'],
      ['pročprostěnemluvíčesky', 'proprostnemluvesky-uyb24dma41a'],
      ['他们为什么不说中文', 'ihqwcrb4cv8a8dqg056pqjye'],
      ['למההםפשוטלאמדבריםעברית', '4dbcagdahymbxekheh6e0a7fei0b'],
      ['3年b組金八先生', '3b-ww4c5e180e575a65lsy2b'],
    ] as const) {
      assert.equal(encodePunycode(unicode), ascii);
      assert.equal(decodePunycode(ascii), unicode);
    }
  });

  it('gives back what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 60 }), (text) => {
        assert.equal(decodePunycode(encodePunycode(text)), text);
      }),
    );
  });

  it('encodes again to the text that it decoded', () => {
    let met = 0;
    fc.assert(
      fc.property(label([...'abcdefghijklmnopqrstuvwxyz0123456789-']), (text) => {
        const decoded = decodePunycode(text);
        if (decoded === undefined || !/[^\0-\x7f]/.test(decoded)) return;
        met += 1;
        assert.equal(encodePunycode(decoded), text);
      }),
      { numRuns: 5_000 },
    );
    assert.ok(met > 100, `${String(met)} texts were Punycode`);
  });

  it('refuses what is cut short, has other signs, or goes beyond Unicode', () => {
    for (const text of ['zz', '-9uc', 'a_b', 'ábc', '99999999', '2y9bxllm', '9'.repeat(59)]) {
      assert.equal(decodePunycode(text), undefined, text);
    }
  });
});

describe('host names in ASCII', () => {
  it('are those that the URL object writes, of Vietnamese, Greek, Han and Hebrew letters', () => {
    const scripts = [VIETNAMESE, range(0x3b1, 0x3c9), range(0x4e00, 0x4e80), range(0x5d0, 0x5ea)].map(label);
    fc.assert(
      fc.property(fc.oneof(...scripts), fc.constantFrom('vn', 'com'), (name, top) => {
        const whole = `${name}.${top}`;
        const host = /^\d+$/.test(name) ? whole : new URL(`http://${whole}/`).hostname;
        assert.equal(toAsciiName(whole), host);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read again as the same', () => {
    fc.assert(
      fc.property(fc.array(label(VIETNAMESE), { minLength: 1, maxLength: 4 }), (labels) => {
        const ascii = toAsciiName(labels.join('.'));
        assert.equal(ascii === undefined ? undefined : toAsciiName(ascii), ascii);
      }),
    );
  });

  it('have 253 octets at most, counted in ASCII', () => {
    const long = `${'ế'.repeat(40)}.`.repeat(5);
    assert.equal(toAsciiName(`${long}vn`)?.length, 237);
    assert.equal(toAsciiName(`${long}${'v'.repeat(18)}`)?.length, 253);
    assert.equal(toAsciiName(`${long}${'v'.repeat(19)}`), undefined);
  });
});

describe('U-labels', () => {
  it('have no letter that has another spelling', () => {
    for (const text of ['Đ', 'ﬁ', 'ａ', '①', '²', 'a\u0301', 'ﷺ', 'ǆ', 'Å', '㎏']) {
      assert.equal(isULabel(`đ${text}`), false, text);
    }
  });

  it('have no signs, spaces, or characters that nobody sees', () => {
    for (const text of [
      ' ',
      '_',
      '.',
      '/',
      '😀',
      '₫',
      '\u200b',
      '\u00ad',
      '\ufe0f',
      '\u180b',
      '\ufdd0',
      '\ue000',
      '\ud800',
      '\u20d2',
    ]) {
      assert.equal(isULabel(`đ${text}a`), false, JSON.stringify(text));
    }
  });

  it('have the exceptions of RFC 5892 either way', () => {
    for (const text of ['ß', 'ς', '۽', '۾', '་', '〇']) assert.equal(isULabel(`đ${text}`), true, text);
    for (const text of ['ـ', '〮', '〱', '〻', 'ߺ', 'ᄀ', 'ힰ']) assert.equal(isULabel(`đ${text}`), false, text);
  });

  it('have joiners after each virama, found by its combining class', () => {
    for (const virama of [
      '\u094d',
      '\u09cd',
      '\u0d3b',
      '\u0e3a',
      '\u0eba',
      '\u1039',
      '\ua806',
      '\u{11133}',
      '\u{1193e}',
    ]) {
      assert.equal(isULabel(`क${virama}\u200dष`), true, virama);
      assert.equal(isULabel(`क${virama}\u200cष`), true, virama);
    }
    for (const other of ['a', 'ế', '\u0301', '\u093c', '\u3099', '\u05b0', '\u0323', '\u0f71']) {
      assert.equal(isULabel(`क${other}\u200dष`.normalize('NFC')), false, other);
    }
  });

  it('have the non-joiner between letters that would join', () => {
    assert.equal(joinsRight('ب'), true);
    assert.equal(joinsRight('ب\u064e'), true);
    assert.equal(joinsRight('ا'), false);
    assert.equal(joinsLeft('ا'), true);
    assert.equal(joinsLeft('\u064eا'), true);
    assert.equal(joinsLeft('ء'), false);
    assert.equal(joinsRight('a'), false);
    assert.equal(joinsLeft(''), false);
  });
});

describe('the Bidi rule', () => {
  it('leaves names without right-to-left letters alone', () => {
    assert.equal(meetsBidiRule(['1a', 'ế', '9']), true);
  });

  it('holds label by label', () => {
    for (const text of ['אב', 'אב1', 'א1ב', 'ב١', 'אב\u05b0', 'א-ב']) assert.equal(meetsBidiRule([text]), true, text);
    for (const text of ['1א', 'aא', 'אa', 'א-', 'א1١', 'ế1א', '١ب']) assert.equal(meetsBidiRule([text]), false, text);
  });

  it('binds the other labels too, as soon as one is right-to-left', () => {
    for (const text of ['vn', 'ế1', 'a-1']) assert.equal(meetsBidiRule(['אב', text]), true, text);
    for (const text of ['1a', '9', '-a', 'a-', '۱']) assert.equal(meetsBidiRule(['אב', text]), false, text);
  });
});
