import { writeOut } from '../../data/json.js';
import { defineCodeKind } from './code-kind.js';

/** Numbers of Vietnamese passports as commonly met: not certain enough to refuse another. */
const COMMON = /^[A-Z]\d{7,8}$/u;
/** What passports of other states may hold. */
const ANY = /^[A-Z0-9]{5,20}$/u;

/** A passport number, of whatever state: capitals and digits. */
export const passport = defineCodeKind(
  'passport',
  { marks: /[.·/‐‑‒–—-]/gu, patterns: [COMMON, /^(?=.*\d)[A-Z0-9]{5,20}$/u], code: 'kind.passport-expected' },
  {
    advise: (value) =>
      COMMON.test(writeOut(value)) || !ANY.test(writeOut(value)) ? [] : [{ code: 'warning.passport-form', params: {} }],
  },
);
