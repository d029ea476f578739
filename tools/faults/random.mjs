/** Numbers from a seed (mulberry32): the faults of a run can be had again, though not its timing. */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Sets the clock of this process wrong, by another amount within two days each time it is called; answers how to set it right. */
export function skewClock(random) {
  const right = Date.now;
  let shift = 0;
  Date.now = () => right() + shift;
  return {
    jump: () => (shift = Math.round((random() * 2 - 1) * 2 * 24 * 3_600_000)),
    restore: () => (Date.now = right),
  };
}
