import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonValue, PlanNode } from '../plan/plan.js';
import { FURTHER_KINDS } from './further/index.js';
import { findKind as findAmong, KINDS } from './index.js';
import type { FieldKind, KindFault } from './kind.js';

const ALL: readonly FieldKind[] = [...KINDS, ...FURTHER_KINDS];
const findKind = (name: string): FieldKind | undefined => findAmong(name, FURTHER_KINDS);

function nodeOf(kind: string, values?: readonly (string | number | boolean)[]): PlanNode {
  return { id: 1, pointer: '/x', kind, schema: '', ...(values === undefined ? {} : { options: { values } }) };
}

function parse(
  kind: string,
  input: JsonValue,
  values?: readonly (string | number | boolean)[],
): JsonValue | undefined | KindFault {
  const parsed = findKind(kind)?.parse(input, nodeOf(kind, values));
  assert.ok(parsed !== undefined);
  return 'fault' in parsed ? parsed.fault : parsed.value;
}

const accepted: [kind: string, input: JsonValue, value: JsonValue | undefined][] = [
  ['text', '  hai   lần ', 'hai lần'],
  ['text', '', undefined],
  ['text', ' ', undefined],
  ['text', '\u200bẩn\ufeff', 'ẩn'],
  ['text', 'e\u200b\u0301', 'é'],
  ['long-text', ' một\r\nhai\n\u202e', ' một\nhai\n\u202e'],
  ['long-text', ' \n', undefined],
  ['person-name', "H'Hen Niê", "H'Hen Niê"],
  ['person-name', 'Y', 'Y'],
  ['person-name', 'Nguyễn  Thị-Ánh St. Ōé', 'Nguyễn Thị-Ánh St. Ōé'],
  ['person-name', '阮福映', '阮福映'],
  ['integer', '12', 12],
  ['integer', '1.250.000', 1250000],
  ['integer', '１２', 12],
  ['integer', '-0', 0],
  ['integer', 7, 7],
  ['boolean', 'true', true],
  ['boolean', false, false],
  ['date', { day: '5', month: '11', year: '2026' }, '2026-11-05'],
  ['date', '05/11/2026', '2026-11-05'],
  ['date', 'ngày 5 tháng 11 năm 2026', '2026-11-05'],
  ['date', '05112026', '2026-11-05'],
  ['date', '2026-11-05', '2026-11-05'],
  ['date', { day: '２９', month: ' 2 ', year: '2024' }, '2024-02-29'],
  ['date', { day: '', month: '', year: '' }, undefined],
  ['partial-date', '1998', '1998'],
  ['partial-date', '5/1998', '1998-05'],
  ['partial-date', { day: '', month: '5', year: '1998' }, '1998-05'],
  ['partial-date', { day: '1', month: '5', year: '1998', precision: 'year' }, '1998'],
  ['citizen-number', '001 098 012 345', '001098012345'],
  ['citizen-number', 'Số định danh: 001.098.012.345', '001098012345'],
  ['citizen-number', '００１０９８０１２３４５', '001098012345'],
  ['phone', '0912 345 678', '+84912345678'],
  ['phone', '84912345678', '+84912345678'],
  ['phone', '+84 (0)912.345.678', '+84912345678'],
  ['phone', 'ĐT: 0912-345-678', '+84912345678'],
  ['phone', '0084912345678', '+84912345678'],
  ['phone', '+33 1 23 45 67 89', '+33123456789'],
  ['email', ' an @example.com', 'an@example.com'],
  [
    'address',
    { country: 'VN', province: '01', commune: '00004', unitsVersion: '2026-04-30', foreign: 'x' },
    { country: 'VN', province: '01', commune: '00004', unitsVersion: '2026-04-30' },
  ],
  ['address', { country: 'FR', province: '01', foreign: ' Lyon ' }, { country: 'FR', foreign: 'Lyon' }],
  ['address', { country: 'VN', unitsVersion: '2026-04-30' }, undefined],
  ['address', { country: '', commune: '00004', province: '01', communeTyped: 'ha do' }, undefined],
  ['address', { country: '', foreign: 'Lyon' }, { foreign: 'Lyon' }],
  ['attachments', [], undefined],
  ['attachments', [{ uploadId: 'u', name: 'gia\u0302y.pdf' }], [{ uploadId: 'u', name: 'giây.pdf' }]],
  ['json', { a: [1] }, { a: [1] }],
];

const refused: [kind: string, input: JsonValue, code: string, params?: KindFault['params']][] = [
  ['text', 'a\u0000b', 'kind.unsupported-character', { codePoint: 'U+0000', position: 2 }],
  ['text', '\u202eabc', 'kind.unsupported-character', { codePoint: 'U+202E', position: 1 }],
  ['text', 'a\ud800', 'kind.unsupported-character', { codePoint: 'U+D800', position: 2 }],
  ['text', 5, 'kind.text-expected'],
  ['long-text', 'a\u0000', 'kind.unsupported-character', { codePoint: 'U+0000', position: 2 }],
  ['person-name', 'An 2', 'kind.name-digit', { character: '2' }],
  ['person-name', '<b>An', 'kind.name-character', { character: '<' }],
  ['person-name', '.-', 'kind.name-letter-missing'],
  ['integer', '1,5', 'kind.number-expected'],
  ['integer', 'mười', 'kind.number-expected'],
  ['integer', '12345678901234567890', 'kind.number-too-large'],
  ['integer', Infinity, 'kind.number-expected'],
  ['boolean', 'có', 'kind.choice-expected'],
  [
    'date',
    { day: '31', month: '4', year: '2026' },
    'kind.date-impossible',
    { day: 31, month: 4, year: 2026, part: 'day' },
  ],
  [
    'date',
    { day: '29', month: '2', year: '2025' },
    'kind.date-impossible',
    { day: 29, month: 2, year: 2025, part: 'day' },
  ],
  [
    'date',
    { day: '1', month: '13', year: '2025' },
    'kind.date-impossible',
    { day: 1, month: 13, year: 2025, part: 'month' },
  ],
  ['date', { day: '1', month: '1', year: '25' }, 'kind.date-impossible', { day: 1, month: 1, year: 25, part: 'year' }],
  [
    'date',
    { day: '1', month: '', year: '2025' },
    'kind.date-incomplete',
    { missing: ['month'], day: 1, month: '', year: 2025 },
  ],
  ['date', 'hôm qua', 'kind.date-incomplete'],
  ['partial-date', { day: '5', month: '', year: '1998' }, 'kind.date-incomplete'],
  ['citizen-number', '0010980123', 'kind.digits-count', { expected: 12, actual: 10 }],
  ['citizen-number', '00109801234x', 'kind.digits-expected'],
  ['phone', '0912', 'kind.phone-incomplete'],
  ['phone', 'gọi tôi', 'kind.digits-expected'],
  ['email', 'an@', 'kind.email-incomplete'],
  ['address', 'Hà Nội', 'kind.address-expected'],
  [
    'address',
    { country: 'VN', detail: 'a\u0007' },
    'kind.unsupported-character',
    { codePoint: 'U+0007', position: 2, part: 'detail' },
  ],
  ['address', { country: 'VN', commune: '', communeTyped: 'ha do' }, 'kind.commune-not-chosen', { part: 'commune' }],
  [
    'address',
    { country: '', countryTyped: 'nhat', communeTyped: 'ha do' },
    'kind.choice-expected',
    { part: 'country' },
  ],
  ['attachments', 'x', 'kind.files-expected'],
];

describe('an input that is understood', () => {
  for (const [kind, input, value] of accepted) {
    it(`${kind}: ${JSON.stringify(input)}`, () => {
      assert.deepEqual(parse(kind, input), value);
    });
  }
});

describe('an input that is not understood is named', () => {
  for (const [kind, input, code, params] of refused) {
    it(`${kind}: ${JSON.stringify(input)} is ${code}`, () => {
      const fault = parse(kind, input) as KindFault | undefined;
      assert.equal(fault?.code, code);
      if (params !== undefined) assert.deepEqual(fault?.params, params);
    });
  }
});

describe('a choice', () => {
  it('is found by its text, with the type of the plan', () => {
    assert.equal(parse('choice', '2', [1, 2]), 2);
    assert.equal(parse('choice', 'true', [true, false]), true);
    assert.deepEqual(parse('choice', 'c', ['a', 'b']), { code: 'kind.choice-expected', params: {} });
  });
});

describe('every kind', () => {
  it('gives a value back from its own format', () => {
    for (const [kind, , value] of accepted) {
      if (value === undefined) continue;
      const shown = findKind(kind)?.format(value, { locale: 'vi' });
      assert.deepEqual(parse(kind, shown as JsonValue), value, `${kind} ${JSON.stringify(value)}`);
    }
  });

  it('takes null for no answer', () => {
    for (const { name } of ALL) assert.equal(parse(name, null), undefined, name);
  });

  it('writes and reads values of any shape, also those that bring a toString of their own', () => {
    const odd = [{ toString: 0, valueOf: 0 }, [{ toString: 0 }], { country: { toString: 0 } }] as JsonValue[];
    for (const kind of ALL) {
      for (const value of odd) {
        assert.ok(kind.parse(value, nodeOf(kind.name)));
        assert.doesNotThrow(() => kind.format(value, { locale: 'vi' }), kind.name);
        assert.equal(typeof kind.summarize(value, { locale: 'vi' }), 'string', kind.name);
      }
    }
  });

  it('is total over any JSON, and what it accepts it accepts again', () => {
    for (const kind of ALL) {
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.jsonValue(),
            fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
          ),
          (input) => {
            const parsed = kind.parse(input as JsonValue, nodeOf(kind.name));
            if ('fault' in parsed || parsed.value === undefined) return;
            assert.equal(kind.isEmpty(parsed.value), false);
            assert.deepEqual(kind.parse(kind.format(parsed.value, { locale: 'vi' }), nodeOf(kind.name)), parsed);
            assert.equal(typeof kind.summarize(parsed.value, { locale: 'en' }), 'string');
          },
        ),
        { numRuns: 300 },
      );
    }
  });

  it('summarizes for a reader', () => {
    const summarize = (kind: string, value: JsonValue, locale: 'vi' | 'en'): string | undefined =>
      findKind(kind)?.summarize(value, { locale, label: (code) => (code === '01' ? 'Hà Nội' : undefined) });
    assert.equal(summarize('date', '2026-11-05', 'vi'), '05/11/2026');
    assert.equal(summarize('date', '2026-11-05', 'en'), '5 November 2026');
    assert.equal(summarize('phone', '+84912345678', 'vi'), '0912 345 678');
    assert.equal(summarize('boolean', true, 'vi'), 'Có');
    assert.equal(summarize('integer', 1250000, 'vi'), '1.250.000');
    assert.equal(
      summarize('address', { country: 'VN', province: '01', commune: '00004', detail: 'Số 5' }, 'vi'),
      'Số 5, 00004, Hà Nội',
    );
  });
});
