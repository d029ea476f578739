const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/** How many code points a text has: what JSON Schema counts as its length. */
export function countCharacters(text: string): number {
  return ASTRAL.test(text) ? [...text].length : text.length;
}
