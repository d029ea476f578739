/**
 * Reads codes of letters and digits as people write, print and paste them: in groups, in full-width characters, behind a label.
 */
import type { JsonValue } from '../../plan/plan.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from '../intake.js';
import { EMPTY, fault, type Parsed } from '../kind.js';
import { stripCaption } from '../label.js';

/** So many letters without a digit are a label; fewer may be the letters of a code in groups. */
const LABEL_LETTERS = 3;

/** No code and its label together are longer; marks are not looked for in what is. */
const LONGEST = 200;

/** How a code is read. */
export interface CodeForm {
  /** Marks between its groups, spaces aside. */
  marks: RegExp;
  /** What the canonical form may look like, the most particular first. */
  patterns: readonly RegExp[];
  /** What is said when none of them fits. */
  code: string;
}

/**
 * The code in capitals without its marks, or a fault. Each pattern is tried on the whole text first, then without the words in front.
 */
export function readCode(input: JsonValue, { marks, patterns, code }: CodeForm): Parsed {
  if (input === null) return EMPTY;
  if (typeof input !== 'string') return fault(code);
  const typed = collapseSpaces(toAsciiDigits(normalizeText(input).normalize('NFKC')));
  if (typed === '') return EMPTY;
  if (typed.length > LONGEST) return refuseCharacters(typed) ?? fault(code);
  const words = stripCaption(typed).replace(marks, '').toUpperCase().split(' ');
  const candidates = [words.join(''), withoutLabelWords(words)];
  for (const pattern of patterns) {
    const value = candidates.find((candidate) => candidate !== undefined && pattern.test(candidate));
    if (value !== undefined) return { value };
  }
  return refuseCharacters(typed) ?? fault(code);
}

/** From the first word with a digit on; undefined when so little stands before it that it may belong to the code. */
function withoutLabelWords(words: readonly string[]): string | undefined {
  const first = words.findIndex((word) => /\d/u.test(word));
  return first > 0 && words.slice(0, first).join('').length >= LABEL_LETTERS ? words.slice(first).join('') : undefined;
}
