import { fold } from '../../../text/fold.js';
import type { Operator } from '../../expression.js';

function defineFolded(name: string, compare: (text: string, part: string) => boolean): Operator {
  return {
    name,
    arity: [2, 2],
    apply: ([text, part]) =>
      typeof text === 'string' && typeof part === 'string' ? compare(fold(text), fold(part)) : undefined,
  };
}

/**
 * `folded-equal`, `folded-contains`, `folded-starts`: as a search compares, without marks, case, place of the tone, or what stands
 * between words: `HOA BINH` and `Hòa Bình` are equal.
 */
export const foldedTexts: readonly Operator[] = [
  defineFolded('folded-equal', (text, part) => text === part),
  defineFolded('folded-contains', (text, part) => text.includes(part)),
  defineFolded('folded-starts', (text, part) => text.startsWith(part)),
];
