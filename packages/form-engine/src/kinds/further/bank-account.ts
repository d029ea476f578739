import { writeOut } from '../../data/json.js';
import { defineCodeKind } from './code-kind.js';

/** An account number at a bank: letters and digits, at most the 34 of an international one (ISO 13616). Lengths are the banks' own. */
export const bankAccount = defineCodeKind(
  'bank-account',
  {
    marks: /[.·/‐‑‒–—-]/gu,
    patterns: [/^\d{4,34}$/u, /^(?=.*\d)[A-Z0-9]{4,34}$/u],
    code: 'kind.bank-account-expected',
  },
  { summarize: (value) => writeOut(value).replace(/(.{4})(?=.)/gu, '$1 ') },
);
