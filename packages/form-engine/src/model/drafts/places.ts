/**
 * Places named with `*`: which of a draft's places they mean, and where the same `*` leads in another place.
 */
import { tokensOf } from '../../data/pointer.js';
import type { Pointer } from '../../plan/plan.js';
import type { Token } from './ledger.js';

/** What a place with `*` meant in one case. */
export interface Match {
  /** What each `*` stood for. */
  stars: readonly Token[];
  /** The place itself. */
  place: readonly Token[];
  /** What stands below it. */
  rest: readonly Token[];
}

/** Matches the beginning of a place; undefined when it is another one. */
export function matchPlace(pattern: Pointer, tokens: readonly Token[]): Match | undefined {
  const names = tokensOf(pattern);
  const stars: Token[] = [];
  for (const [index, name] of names.entries()) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (name === '*') stars.push(token);
    else if (name !== String(token)) return undefined;
  }
  return { stars, place: tokens.slice(0, names.length), rest: tokens.slice(names.length) };
}

/** The place that a pattern means where each `*` stands for the same as before. */
export function fillPlace(pattern: Pointer, stars: readonly Token[]): Token[] {
  let next = 0;
  return tokensOf(pattern).map((name) => {
    if (name !== '*') return name;
    next += 1;
    return stars[next - 1] ?? name;
  });
}
