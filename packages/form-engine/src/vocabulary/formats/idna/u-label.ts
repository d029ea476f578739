/**
 * Whether a text is a U-label of IDNA 2008: which code points it may have, and where.
 */
import { joinsLeft, joinsRight } from './joining-types.js';

/** Permitted though what follows would refuse them, or only in their context (RFC 5892, section 2.6 and appendix A). */
const EXCEPTIONS = /[\xdf\u03c2\u06fd\u06fe\u0f0b\u3007\xb7\u0375\u05f3\u05f4\u30fb\u200c\u200d]/g;

/**
 * The derived property of RFC 5892, section 2, from properties that every engine knows: hyphen, letters, digits and marks,
 * save those that compatibility or case folding changes, that are ignorable, musical, for symbols, or old Hangul. What an
 * engine's Unicode has not assigned yet is refused.
 */
const NO_LETTER = /[^-\p{L}\p{Nd}\p{Mn}\p{Mc}]/u;
const DISALLOWED =
  /[\u302e\u302f\u0640\u07fa\u3031-\u3035\u303b\p{CWKCF}\p{DI}\u20d0-\u20ff\u{1d100}-\u{1d24f}\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u;

/**
 * What is wrong in its place: a mark or hyphen first, a hyphen last, hyphens third and fourth (RFC 5891, section 4.2.3);
 * MIDDLE DOT not between two l, KERAIA before no Greek, GERESH or GERSHAYIM after no Hebrew (RFC 5892, appendix A).
 */
const MISPLACED =
  /^[\p{M}-]|-$|^..--|(?:^|[^l])\xb7|\xb7(?!l)|\u0375(?!\p{Script=Greek})|(?:^|\P{Script=Hebrew})[\u05f3\u05f4]/u;

/** True for a label with a letter beyond ASCII that RFC 5891 and RFC 5892 allow; lengths and directions are judged elsewhere. */
export function isULabel(label: string): boolean {
  const letters = label.replace(EXCEPTIONS, '');
  return (
    /[^\0-\x7f]/.test(label) &&
    !NO_LETTER.test(letters) &&
    !DISALLOWED.test(letters) &&
    !MISPLACED.test(label) &&
    label.normalize('NFC') === label &&
    (!label.includes('\u30fb') || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label)) &&
    !(/[\u0660-\u0669]/.test(label) && /[\u06f0-\u06f9]/.test(label)) &&
    joinersArePlaced(label)
  );
}

/** ZERO WIDTH JOINER after a virama; NON-JOINER there too, or between letters that would join (RFC 5892, A.1 and A.2). */
function joinersArePlaced(label: string): boolean {
  const parts = label.split(/([\u200c\u200d])/);
  return parts.every((joiner, index) => {
    if (index % 2 === 0) return true;
    const before = parts[index - 1] ?? '';
    return endsWithVirama(before) || (joiner === '\u200c' && joinsRight(before) && joinsLeft(parts[index + 1] ?? ''));
  });
}

/**
 * A virama is what has the combining class 9: normalization sorts it between U+3099 of class 8 and U+05B0 of class 10,
 * which say nothing about themselves.
 */
function endsWithVirama(text: string): boolean {
  const last = [...text].at(-1) ?? '-';
  return !/[\u3099\u05b0]/.test(last) && `\u05b0${last}\u3099`.normalize('NFD') === `\u3099${last}\u05b0`;
}
