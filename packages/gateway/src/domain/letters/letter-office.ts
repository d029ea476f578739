/**
 * Where letters are made: written and signed with the step that issues them, kept with it, and never made anew.
 */
import type { SigningKeys } from '../../ports/signing-keys.js';
import type { LetterStep } from './letter-step.js';
import { signLetter } from './sign-letter.js';
import { writeLetter, type IssuedLetter, type LetterSources } from './write-letter.js';

export interface LetterOffice extends LetterSources {
  /** The signed letter of a step, or nothing for a step that issues none. */
  issue(step: LetterStep): Promise<IssuedLetter | undefined>;
}

export function createLetterOffice(sources: LetterSources, keys: SigningKeys): LetterOffice {
  return {
    ...sources,
    async issue(step) {
      const letter = writeLetter(step, sources);
      return letter && signLetter(letter, keys);
    },
  };
}
