/**
 * Keeps the best order of each entry and gives the first few: a short query finds most of a long list, and few of it are shown.
 */

/** An entry that was ranked. */
export interface Ranked {
  place: number;
  /** Which wording of the query found it best. */
  wording: number;
}

/** Entries by their order; lower is better, and within an order the earlier place. */
export interface Ranking {
  readonly size: number;
  /** `order` is a whole number from 0 on; only the lowest of a place counts. */
  add(place: number, order: number, wording: number): void;
  best(limit: number): Ranked[];
}

const NONE = 0x7fffffff;

/** @param count of entries; places run from 0 */
export function createRanking(count: number): Ranking {
  const orders = new Int32Array(count).fill(NONE);
  const wordings = new Uint8Array(count);
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(place, order, wording) {
      const known = orders[place] ?? NONE;
      if (order >= known) return;
      if (known === NONE) size += 1;
      orders[place] = order;
      wordings[place] = wording;
    },
    best: (limit) => takeBest(orders, limit).map((place) => ({ place, wording: wordings[place] ?? 0 })),
  };
}

/** One pass that keeps the places in order, the worst last; what is no better than the last of a full list is passed over. */
function takeBest(orders: Int32Array, limit: number): number[] {
  const places: number[] = [];
  const isBefore = (left: number, right: number): boolean => (orders[left] ?? NONE) < (orders[right] ?? NONE);
  if (limit >= orders.length) {
    for (let place = 0; place < orders.length; place += 1) if (orders[place] !== NONE) places.push(place);
    return places.sort((left, right) => (orders[left] ?? 0) - (orders[right] ?? 0) || left - right);
  }
  for (let place = 0; place < orders.length; place += 1) {
    if (orders[place] === NONE) continue;
    const last = places[places.length - 1];
    if (places.length >= limit && (last === undefined || !isBefore(place, last))) continue;
    let at = places.length;
    while (at > 0 && isBefore(place, places[at - 1] ?? place)) at -= 1;
    places.splice(at, 0, place);
    if (places.length > limit) places.pop();
  }
  return places;
}
