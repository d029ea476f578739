import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isDate } from './date.js';
import { isDuration } from './duration.js';
import { isIpv4 } from './ipv4.js';
import { isIpv6 } from './ipv6.js';
import { isJsonPointer } from './json-pointer.js';
import { isRegex } from './regex.js';
import { isTime } from './time.js';
import { isUri } from './uri.js';
import { isUriTemplate } from './uri-template.js';

/** Any code point but half a surrogate pair. */
const character = fc
  .integer({ min: 0, max: 0x10f7ff })
  .map((at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));
const two = (number: number): string => String(number).padStart(2, '0');

describe('date', () => {
  it('knows the days that the Date object knows', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.nat(13), fc.nat(32), (year, month, day) => {
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
        const time = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
        assert.equal(isDate(text), exists, text);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('time', () => {
  it('has one leap second a day, wherever on earth', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), fc.integer({ min: -1_439, max: 1_439 }), (hour, minute, offset) => {
        const ahead = Math.abs(offset);
        const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
        const utc = (hour * 60 + minute - offset + 2_880) % 1_440;
        assert.equal(isTime(`${two(hour)}:${two(minute)}:60${zone}`), utc === 1_439);
        const local = (1_439 + offset + 1_440) % 1_440;
        assert.equal(isTime(`${two(Math.floor(local / 60))}:${two(local % 60)}:60${zone}`), true);
      }),
    );
  });
});

describe('duration', () => {
  it('has units side by side only', () => {
    const parts = fc.tuple(fc.subarray(['Y', 'M', 'D']), fc.subarray(['H', 'M', 'S']), fc.nat(10_000));
    const gapless = (units: string[], all: string): boolean => all.includes(units.join(''));
    fc.assert(
      fc.property(parts, ([date, time, count]) => {
        const written = (units: string[]): string => units.map((unit) => `${String(count)}${unit}`).join('');
        const text = `P${written(date)}${time.length > 0 ? `T${written(time)}` : ''}`;
        const right = date.length + time.length > 0 && gapless(date, 'YMD') && gapless(time, 'HMS');
        assert.equal(isDuration(text), right, text);
      }),
    );
  });
});

describe('addresses', () => {
  const opens = (address: string): boolean => {
    try {
      return new URL(`http://${address}/`).hostname !== '';
    } catch {
      return false;
    }
  };

  it('of IPv6 are those that a URL may have as host', () => {
    const piece = fc.constantFrom('0', '1', 'ab', '12cd', '12345', 'g', '', '192.0.2.1', '192.0.2.01', '1.2.3');
    const near = fc.array(piece, { maxLength: 10 }).map((groups) => groups.join(':'));
    fc.assert(
      fc.property(fc.oneof(near, fc.ipV6()), (address) => {
        assert.equal(isIpv6(address), opens(`[${address}]`), address);
      }),
      { numRuns: 5_000 },
    );
  });

  it('of IPv4 are four numbers as they are printed', () => {
    const piece = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '00', '01', '1e1', '0x1', ' 1', '１'));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 5 }), (pieces) => {
        const right =
          pieces.length === 4 && pieces.every((each) => String(Number(each)) === each && Number(each) < 256);
        assert.equal(isIpv4(pieces.join('.')), right);
      }),
    );
  });
});

describe('uri', () => {
  it('is what the URL object writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: character }), fc.string({ unit: character }), (path, query) => {
        const url = new URL('https://example.vn/');
        url.pathname = `/${encodeURIComponent(path)}`;
        url.searchParams.set('q', query);
        assert.equal(isUri(url.href), true, url.href);
      }),
    );
  });

  it('has no character that has to be percent-encoded', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          character,
          fc.integer({ min: 0, max: 0x7f }).map((at) => String.fromCodePoint(at)),
        ),
        (letter) => {
          const allowed = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]$/.test(letter);
          assert.equal(isUri(`https://example.vn/a${letter}b`), allowed, letter);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('json-pointer', () => {
  it('is made of any names, when they are escaped', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: character })), (tokens) => {
        const escaped = tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`);
        assert.equal(isJsonPointer(escaped.join('')), true);
      }),
    );
  });
});

describe('uri-template', () => {
  it('is any URI, with expressions anywhere between two parts', () => {
    const expression = fc.constantFrom('{a}', '{+a}', '{?a,b*}', '{/a.b:3}', '{#%41_}');
    fc.assert(
      fc.property(fc.webPath(), expression, fc.webUrl(), (path, inner, url) => {
        if (/['()]/.test(path)) return;
        assert.equal(isUriTemplate(`${url}${inner}${path}`), true);
        assert.equal(isUriTemplate(`${url}${inner.slice(0, -1)}${path}`), false);
      }),
    );
  });
});

describe('regex', () => {
  it('reads its text and runs nothing', () => {
    assert.equal(isRegex('^(a+)+$'), true);
    assert.equal(isRegex(`${'('.repeat(50)}a${')*'.repeat(50)}b`), true);
  });

  it('tells groups from what stands in classes and after backslashes', () => {
    for (const right of ['[(?i:]', '\\(\\?i:', '[\\](?i:]', '(?<i>a)', '(?:a)', '(?!a)', '(?<=a)', '[(?<a>](?<a>b)']) {
      assert.equal(isRegex(right), true, right);
    }
    for (const wrong of ['[a](?i:b)', '\\\\(?i:b)', '(?-i:b)', '(?s-i:b)', '(?<a>b)(?<a>c)', '(?<a>b)|(?<a>c)']) {
      assert.equal(isRegex(wrong), false, wrong);
    }
  });
});
