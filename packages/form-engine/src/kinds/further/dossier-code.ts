import { writeOut } from '../../data/json.js';
import { collapseSpaces } from '../intake.js';
import { defineCodeKind } from './code-kind.js';

/** Agency, date of reception, number of the day. Bodies of their own write otherwise. */
const OFFICIAL = /^[A-Z0-9]+(?:\.[A-Z0-9]+)*-\d{6,8}-\d{4,}$/u;
/** TN- and 12 symbols of Crockford base32, before an agency has received the dossier. */
const PROVISIONAL = /^TN-?([0-9A-TV-Z]{4})-?([0-9A-TV-Z]{4})-?([0-9A-TV-Z]{4})$/u;
const ANY = /^(?=.*\d)(?=.{6,50}$)[A-Z0-9]+(?:[./-][A-Z0-9]+)*$/u;

const form = {
  marks: /^[.·/-]+|[.·/-]+$/gu,
  patterns: [PROVISIONAL, OFFICIAL, ANY],
  code: 'kind.dossier-code-expected',
};
const base = defineCodeKind('dossier-code', form);

/** A dossier code (mã hồ sơ), official or provisional, in capitals. Nothing is read out of it. */
export const dossierCode = defineCodeKind('dossier-code', form, {
  parse(input, node) {
    const dashed = typeof input === 'string' ? collapseSpaces(input).replace(/ ?[‐‑‒–—-] ?/gu, '-') : input;
    const parsed = base.parse(dashed, node);
    return 'fault' in parsed || typeof parsed.value !== 'string' ? parsed : { value: canonize(parsed.value) };
  },
  advise(value) {
    const code = writeOut(value);
    return OFFICIAL.test(code) || PROVISIONAL.test(code) ? [] : [{ code: 'warning.dossier-code-form', params: {} }];
  },
});

/** Of a provisional code, O is 0, I and L are 1. */
function canonize(code: string): string {
  return code.replace(PROVISIONAL, (_code, ...groups: string[]) =>
    ['TN', ...groups.slice(0, 3).map((part) => part.replace(/O/gu, '0').replace(/[IL]/gu, '1'))].join('-'),
  );
}
