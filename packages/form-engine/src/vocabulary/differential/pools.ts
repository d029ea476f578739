/**
 * The values that generated schemas and data are made of: few, so that the two meet, and awkward, so that they disagree.
 */

/** Property names that any judge bears. */
export const PLAIN_NAMES = ['a', 'b', 'c', 'ab', 'aa', 'a.b', 'a/b', 'a~b', 'đ'];

/** Property names that a prototype owns, or that look like something else. */
export const ODD_NAMES = ['', '0', '1', 'length', 'toString', 'constructor', 'hasOwnProperty', '__proto__'];

/** Numbers, some of them no binary fractions. */
export const NUMBERS = [-3, -1.5, -1, 0, 0.1, 0.3, 0.5, 1, 1.1, 1.5, 2, 3, 4, 10, 19.99, 100];

/** For `multipleOf`. */
export const DIVISORS = [0.01, 0.1, 0.3, 0.5, 1, 1.5, 2, 3, 10];

/** Texts, some of them beyond the basic plane. */
export const TEXTS = [
  '',
  'a',
  'b',
  'ab',
  'aa',
  'bb',
  'abc',
  'aab',
  'x1',
  '1',
  '12',
  'Đặng',
  'đ',
  '😀',
  'a😀',
  '😀😀',
  ' ',
  'A',
];

/** Each pattern with texts that it matches. */
export const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  '^a': ['a', 'ab', 'abc', 'a.b'],
  b$: ['b', 'ab', 'a.b', 'a/b'],
  '[0-9]': ['1', '12', 'x1', '0'],
  '^\\p{L}+$': ['a', 'Đặng', 'đ', 'A'],
  '^\\p{Lu}': ['A', 'Đặng'],
  '^[^a]*$': ['', 'b', '12', '😀', 'c'],
  '^(?:a|b){2,3}$': ['ab', 'aab', 'bb'],
  '^.{2}$': ['ab', '12', 'a😀', '😀😀'],
  '\\d\\d?$': ['1', 'x1', '12'],
  '^\\S+$': ['a', 'x1', '😀'],
  '^(?=.*b)a': ['ab', 'abc', 'aab'],
  '^x?$': ['', 'x'],
};

/** Patterns with a back-reference (by name, so that a judge may join them into one), which the evaluator does not run itself: it may only leave undecided what hangs on them. */
export const DEFERRED_PATTERNS: Readonly<Record<string, readonly string[]>> = {
  '^(?<one>a|b)\\k<one>': ['aab', 'aa', 'bb'],
  '(?<two>.)\\k<two>$': ['😀😀', 'bb', 'aa'],
};

/** Each format with texts that have it and texts that nearly have it. */
export const FORMATS: Readonly<Record<string, { right: readonly string[]; wrong: readonly string[] }>> = {
  date: {
    right: ['2024-02-29', '2000-02-29', '1999-12-31', '2026-04-30'],
    wrong: [
      '2023-02-29',
      '1900-02-29',
      '2024-04-31',
      '2024-13-01',
      '2024-1-01',
      '24-01-01',
      '2024-00-10',
      '2024-01-32',
    ],
  },
  time: {
    right: ['08:30:06Z', '23:59:59+07:00', '00:00:00.5-01:30', '23:59:60Z'],
    wrong: ['08:30:06', '24:00:00Z', '08:60:00Z', '22:59:60Z', '08:30Z', '08:30:06+24:00', '08:30:61Z'],
  },
  'date-time': {
    right: ['2024-02-29T08:30:06Z', '1990-12-31T23:59:60Z', '2026-01-01t00:00:00+07:00'],
    wrong: ['2023-02-29T08:30:06Z', '2024-02-29 08:30:06', '2024-02-29T25:00:00Z', '2024-02-29', '08:30:06Z'],
  },
  email: {
    right: ['an@example.vn', 'a.b+c@mail.example.org'],
    wrong: ['an', '@example.vn', 'an@', 'a..b@example.vn', '.a@example.vn', 'an an@example.vn', 'a@b@example.vn'],
  },
  uri: {
    right: ['https://example.vn/a?b=c#d', 'urn:isbn:1', 'mailto:an@example.vn'],
    wrong: ['/a/b', 'example', 'https://example.vn/a b', 'https://example.vn/<a>', '//example.vn', ':a'],
  },
  uuid: {
    right: ['2eb8aa08-aa98-11ea-b4aa-73b441d16380', '2EB8AA08-AA98-11EA-B4AA-73B441D16380'],
    wrong: [
      '2eb8aa08-aa98-11ea-b4aa-73b441d1638',
      '2eb8aa08aa9811eab4aa73b441d16380',
      '2eb8aa08-aa98-11ea-b4ga-73b441d16380',
    ],
  },
};
