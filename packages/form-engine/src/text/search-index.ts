/**
 * All texts of a list in one string, so that a query is looked for in one pass of the platform's own search instead of one call for each entry.
 */

/** Finds the entries whose text holds a query. */
export interface SearchIndex {
  /** Places of the entries, in order, each once. */
  find(text: string): readonly number[];
}

/** No folded text holds it. */
const END = '\n';

/** @param texts one folded text for each entry */
export function createSearchIndex(texts: readonly string[]): SearchIndex {
  const whole = texts.join(END) + END;
  const ends = new Uint32Array(texts.length);
  let end = -1;
  for (let place = 0; place < texts.length; place += 1) {
    end += (texts[place]?.length ?? 0) + END.length;
    ends[place] = end;
  }
  return {
    find(text) {
      const found: number[] = [];
      let place = 0;
      for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, (ends[place] ?? at) + 1)) {
        place = firstNotBefore(ends, at, place);
        found.push(place);
      }
      return found;
    },
  };
}

/** The first entry that ends at or behind the position; hits come in order and mostly close together, so the next few are tried first. */
function firstNotBefore(ends: Uint32Array, at: number, from: number): number {
  let low = from;
  for (const near = from + 3; low < near; low += 1) if ((ends[low] ?? at) >= at) return low;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
