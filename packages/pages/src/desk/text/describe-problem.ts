/** What went wrong and what to do now, in the officer's words. */
import { DeskProblem } from '../wire/desk-problem.js';
import { deskVi } from './desk-texts.vi.js';
import type { DeskTextKey, DeskTexts } from './desk-texts.js';

/** Anything that was thrown; what is no answer of the gateway counts as a broken line. */
export function describeProblem(problem: unknown, words: DeskTexts): string {
  if (!(problem instanceof DeskProblem)) return words.t('problem.desk.offline');
  const text = describeCode(problem.code, words, problem.retryAfter);
  return problem.reference === undefined
    ? text
    : `${text} ${words.t('problem.reference', { reference: problem.reference })}`;
}

/** @param retryAfter seconds, where the gateway says so */
export function describeCode(code: string, words: DeskTexts, retryAfter = 60): string {
  const key = `problem.${code}`;
  const known = Object.hasOwn(deskVi, key) ? (key as DeskTextKey) : 'problem.desk.failed';
  return words.t(known, { minutes: Math.max(1, Math.ceil(retryAfter / 60)) });
}
