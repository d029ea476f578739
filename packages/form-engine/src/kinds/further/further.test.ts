import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonValue, PlanNode } from '../../plan/plan.js';
import { KINDS } from '../index.js';
import type { FieldKind } from '../kind.js';
import { FURTHER_KINDS } from './index.js';

const ALL: readonly FieldKind[] = [...KINDS, ...FURTHER_KINDS];

/** What people type into such fields: figures in groups, letters, words of labels and units, marks between them. */
const written = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^\d{1,5}$/),
      fc.constantFrom('.', ',', ' ', ':', '/', '-', '–', ';', '°', '+', "'", '\n', '\t', '"'),
      fc.constantFrom('A', 'Đ', 'h', 'TN-', 'C', 'TE'),
      fc.constantFrom(
        'giờ',
        'chiều',
        'ngày',
        'tháng',
        'năm',
        'đến',
        'nay',
        'đồng',
        'triệu',
        'tỷ',
        'Số hộ chiếu',
        'Hoà',
        'Hòa',
      ),
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''));

const nodeOf = ({ name }: FieldKind): PlanNode => ({ id: 1, pointer: '/x', kind: name, schema: '' });

describe('every kind, of whatever is written', () => {
  for (const kind of ALL) {
    it(`${kind.name} understands what it shows as the same value`, () => {
      fc.assert(
        fc.property(written, (input) => {
          const parsed = kind.parse(input, nodeOf(kind));
          if ('fault' in parsed || parsed.value === undefined) return;
          for (const locale of ['vi', 'en'] as const)
            assert.deepEqual(kind.parse(kind.format(parsed.value, { locale }), nodeOf(kind)), parsed);
        }),
        { numRuns: 300 },
      );
    });

    it(`${kind.name} says the same of both Unicode forms`, () => {
      fc.assert(
        fc.property(written, (input) => {
          const [composed, decomposed] = (['NFC', 'NFD'] as const).map((form) =>
            kind.parse(input.normalize(form), nodeOf(kind)),
          );
          assert.deepEqual(decomposed, composed);
        }),
        { numRuns: 200 },
      );
    });
  }
});

/** What stands around the repeated part: nothing, something that fits nowhere, a fraction. */
const ENDS = [
  ['', ''],
  ['', 'x'],
  ['', '*'],
  ['0,', '1'],
] as const;

describe('every kind, of a text that is far too long', () => {
  const bits = ['1', ' ', 'a', 'a:', '1.', '"', 'đến ', '1/1/', '1°', '- ', 'Ａ', ',', '\n', 'A-', '0'];

  for (const kind of ALL)
    it(`${kind.name} has an answer`, () => {
      for (const bit of bits)
        for (const [begin, end] of ENDS) {
          const parsed = kind.parse(begin + bit.repeat(20_000 / bit.length) + end, nodeOf(kind));
          if ('fault' in parsed || parsed.value === undefined) continue;
          assert.equal(typeof kind.summarize(parsed.value, { locale: 'vi' }), 'string');
          assert.ok(Array.isArray(kind.advise?.(parsed.value) ?? []));
        }
    });
});

describe('a piece of advice', () => {
  const advised = ALL.filter((kind) => kind.advise !== undefined);

  it('is a warning, stops nothing and is told again of the same value', () => {
    assert.ok(advised.length >= 6);
    for (const kind of advised)
      fc.assert(
        fc.property(written, (input) => {
          const parsed = kind.parse(input, nodeOf(kind));
          if ('fault' in parsed || parsed.value === undefined) return;
          for (const { code } of kind.advise?.(parsed.value) ?? []) assert.match(code, /^warning\./u);
        }),
        { numRuns: 100 },
      );
  });

  it('is given of values of any shape', () => {
    const odd = [null, 5, '', [], { toString: 0 }] as JsonValue[];
    for (const kind of advised) for (const value of odd) assert.ok(Array.isArray(kind.advise?.(value)), kind.name);
  });
});

describe('an autocomplete token', () => {
  it('stands where browsers keep something of the sort', () => {
    const tokens = ALL.flatMap(({ name, autocomplete }) => (autocomplete === undefined ? [] : [[name, autocomplete]]));
    assert.deepEqual(Object.fromEntries(tokens), {
      address: 'street-address',
      'person-name': 'name',
      phone: 'tel',
      email: 'email',
      money: 'transaction-amount',
    });
  });
});
