import type { Diagnostic } from '@motcua/form-engine';
import { findAttack } from './find-attack.js';
import { findPatterns, type PatternPlace } from './find-patterns.js';
import { proposePattern } from './propose-pattern.js';
import { spellUClean } from './spell-u-clean.js';

/** For one question to recheck, in milliseconds; what it cannot answer by then is not warned of. */
const TIME_LIMIT = 10_000;

/**
 * Warnings about the patterns of a procedure: `schema.pattern-slow` where other engines can be made slow (ours cannot), with a better pattern where one
 * is found, and `schema.pattern-spelling` beside `schema.pattern-invalid` where a pattern only has to be spelt with the `u` flag in mind.
 */
export async function advisePatterns(folder: string, timeLimit = TIME_LIMIT): Promise<readonly Diagnostic[]> {
  const places = findPatterns(folder);
  const advice = new Map<string, Awaited<ReturnType<typeof advisePattern>>>();
  for (const pattern of new Set(places.map((place) => place.pattern)))
    advice.set(pattern, await advisePattern(pattern, timeLimit));
  return places.flatMap(({ pattern, file, pointer }: PatternPlace) => {
    const found = advice.get(pattern);
    return found === undefined ? [] : [{ ...found, severity: 'warning' as const, file, pointer }];
  });
}

async function advisePattern(
  pattern: string,
  timeLimit: number,
): Promise<Pick<Diagnostic, 'code' | 'message' | 'advice'> | undefined> {
  const clean = spellUClean(pattern);
  if (clean !== undefined) {
    return {
      code: 'schema.pattern-spelling',
      message: `The pattern ${quote(pattern)} is right only without the u flag.`,
      advice: `Write ${quote(clean)}.`,
    };
  }
  const attack = await findAttack(pattern, timeLimit);
  if (attack === undefined || attack === 'unknown') return undefined;
  const better = await proposePattern(pattern, timeLimit);
  return {
    code: 'schema.pattern-slow',
    message: `The pattern ${quote(pattern)} takes ${attack.growth} time in engines that backtrack (attack string ${attack.text}).`,
    advice:
      better === undefined
        ? 'Let no text be read in two ways: one quantifier for each run, alternatives that begin differently; or set maxLength beside it.'
        : `Write ${quote(better)}: it gave the same verdict on every text tried, and recheck knows no attack on it.`,
  };
}

/** As it stands in the JSON file. */
function quote(pattern: string): string {
  return JSON.stringify(pattern);
}
