/** Patterns as trees, so that proposals can change a part and print the whole. Reads what the `u` grammar accepts. */

/** Alternatives, each a sequence of items. */
export type Pattern = readonly (readonly Item[])[];

/** An atom, an anchor or a group, with its quantifier as written. */
export interface Item {
  /** The atom as written; of a group its opening, such as `(?:` or `(?<name>`. */
  readonly text: string;
  /** What stands in a group. */
  readonly body?: Pattern;
  /** `''` when it stands once. */
  readonly quantifier: string;
}

const TOKEN =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u.{4}|x..|c.|k<[^>]*>|\d+|.)|\[(?:\\.|[^\\\]])*\]|\(\?(?:<?[=!]|:|<[^>]*>|[-ims]+:)|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu;

/** Reads a valid pattern. */
export function parsePattern(source: string): Pattern {
  const tokens = tokenizePattern(source);
  let at = 0;
  return parseWays();

  function parseWays(): Pattern {
    const ways = [parseSequence()];
    while (tokens[at] === '|') {
      at += 1;
      ways.push(parseSequence());
    }
    at += 1;
    return ways;
  }

  function parseSequence(): Item[] {
    const items: Item[] = [];
    for (let text = tokens[at]; text !== undefined && text !== '|' && text !== ')'; text = tokens[at]) {
      at += 1;
      const body = text.startsWith('(') ? { body: parseWays() } : {};
      const quantifier = /^[*+?{]/.test(tokens[at] ?? '') ? (tokens[at++] ?? '') : '';
      items.push({ text, ...body, quantifier });
    }
    return items;
  }
}

/** Writes a tree as a pattern. */
export function printPattern(pattern: Pattern): string {
  return pattern.map((way) => way.map(printItem).join('')).join('|');
}

/** Tells whether an item looks around without taking a character. */
export function isLook(item: Item): boolean {
  return /^(?:\(\?<?[=!]|[$^]$|\\[bB]$)/.test(item.text);
}

/** The tokens of a pattern, right or wrong. */
export function tokenizePattern(source: string): readonly string[] {
  return source.match(TOKEN) ?? [];
}

function printItem({ text, body, quantifier }: Item): string {
  return `${text}${body === undefined ? '' : `${printPattern(body)})`}${quantifier}`;
}
