/**
 * Orders texts and persons as Vietnamese lists have them: a, ă, â; d, đ; tones after letters.
 */

/** Persons stand by their given name (tên, the last word), then family name, then the words between; lists abroad begin with the family name. */
export type PersonOrder = 'given-name' | 'family-name';

const collators = new Map<string, Intl.Collator>();

/** Less than 0 when `left` stands first. Numbers in the text count as numbers: Phường 2 before Phường 10. */
export function compareText(left: string, right: string, locale: 'vi' | 'en' = 'vi'): number {
  let collator = collators.get(locale);
  if (collator === undefined) {
    collator = new Intl.Collator(locale, { numeric: true });
    collators.set(locale, collator);
  }
  return collator.compare(left, right);
}

/** Less than 0 when the person `left` stands first. */
export function comparePersons(left: string, right: string, order: PersonOrder = 'given-name'): number {
  const [first, second] = [partsOf(left, order), partsOf(right, order)];
  for (const [place, part] of first.entries()) {
    const difference = compareText(part, second[place] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The parts of a name in the order in which they count. */
function partsOf(name: string, order: PersonOrder): string[] {
  const words = name.trim().split(/\s+/u);
  const [given, family] = [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : ''];
  const between = words.slice(1, -1).join(' ');
  return order === 'given-name' ? [given, family, between] : [family, between, given];
}
