import { createValidator } from '@motcua/form-engine';
import { changePattern } from './change-pattern.js';
import { findAttack } from './find-attack.js';
import { parsePattern, type Pattern, printPattern } from './pattern-syntax.js';
import { sampleTexts } from './sample-texts.js';

/** Larger patterns are left to their author. */
const LONGEST = 300;
/** How many changes may follow on one another. */
const MOST_CHANGES = 12;

/**
 * A pattern that says the same and cannot be made slow, or undefined where none is found.
 *
 * It is simplified change by change: each keeps the verdict on every sampled text. It is proposed as soon as recheck knows no attack on it, if it then
 * still agrees on the texts that it describes itself. Each question to recheck takes at most `timeLimit` milliseconds.
 */
export async function proposePattern(source: string, timeLimit: number): Promise<string | undefined> {
  if (source.length > LONGEST || createJudge(source) === undefined) return undefined;
  const original = parsePattern(source);
  const agrees = compareWith(original, [original]);
  let current = original;
  for (let changes = 0; changes < MOST_CHANGES; changes += 1) {
    const next = [...changePattern(current)].find(agrees);
    if (next === undefined) return undefined;
    current = next;
    if ((await findAttack(printPattern(current), timeLimit)) === undefined)
      return compareWith(original, [original, current])(current) ? printPattern(current) : undefined;
  }
  return undefined;
}

/** Compares patterns with one on the texts that others give; the matcher of the engine judges. */
function compareWith(original: Pattern, others: readonly Pattern[]): (pattern: Pattern) => boolean {
  const right = createJudge(printPattern(original));
  const verdicts = sampleTexts(others).map((text) => [text, right?.(text)] as const);
  return (pattern) => {
    const judge = createJudge(printPattern(pattern));
    return judge !== undefined && verdicts.every(([text, verdict]) => judge(text) === verdict);
  };
}

/** Undefined for what the engine refuses. */
function createJudge(pattern: string): ((text: string) => boolean) | undefined {
  try {
    const validate = createValidator({ pattern });
    return (text) => validate(text).valid === true;
  } catch {
    return undefined;
  }
}
