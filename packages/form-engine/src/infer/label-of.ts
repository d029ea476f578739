/**
 * Names in schemas as a person reads them.
 */

/** Words of a name: at `_`, `-`, dots and spaces, before a capital that begins a word, and between letters and digits. */
const BETWEEN_WORDS = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|[\s_.:/$@-]+/gu;

/** `Date of birth` for `dateOfBirth`, `date_of_birth` and `date-of-birth`; words of capitals stay: `User ID` for `userID`. */
export function labelFromName(name: string): string {
  const words = name
    .normalize('NFC')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
  const [first, ...others] = words;
  if (first === undefined) return name.trim() === '' ? '?' : name.trim();
  const capital = first.charAt(0).toLocaleUpperCase('vi') + first.slice(1);
  return [
    capital,
    ...others.map((word) => (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) ? word : word.toLocaleLowerCase('vi'))),
  ].join(' ');
}

/** Text of a schema on one line; undefined when there is none. */
export function oneLine(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return line === '' ? undefined : line;
}

/** An identifier of a step or section: small letters, digits and hyphens, a letter first. */
export function identifierOf(name: string): string {
  const plain = name.replace(/đ/gu, 'd').replace(/Đ/gu, 'D').normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain
    .split(BETWEEN_WORDS)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[^a-z]+|-+$/gu, '');
  return words === '' ? 'part' : words;
}
