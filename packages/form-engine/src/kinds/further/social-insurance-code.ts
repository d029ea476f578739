import { writeOut } from '../../data/json.js';
import { defineCodeKind } from './code-kind.js';

/** The social insurance code, the number of a health insurance card, and the personal number that comes to stand for both. */
const CODE = /^\d{10}$/u;
const CARD = /^[A-Z]{2}\d{13}$/u;
const PERSONAL = /^\d{12}$/u;

/** A social insurance code (mã số BHXH) of 10 digits; the 15 characters of a health insurance card and 12 digits are taken too. */
export const socialInsuranceCode = defineCodeKind(
  'social-insurance-code',
  { marks: /[.·/‐‑‒–—-]/gu, patterns: [CARD, CODE, PERSONAL], code: 'kind.social-insurance-code-expected' },
  {
    advise: (value) =>
      PERSONAL.test(writeOut(value)) ? [{ code: 'warning.social-insurance-code-length', params: {} }] : [],
  },
);
