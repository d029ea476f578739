/**
 * A small seeded source of chance (mulberry32), so that data follows from a schema and one number alone.
 */
export interface Dice {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** True in that share of throws. */
  chance(share: number): boolean;
  /** One of the list, which is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** @param seed any whole number; equal seeds throw alike */
export function createDice(seed: number): Dice {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  };
}
