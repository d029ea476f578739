import type { Item, Pattern } from './pattern-syntax.js';

/** A character that `.` does not take, besides the one that stands in front. */
const LINE_ENDS = '\\n\\r\\u2028\\u2029';

/**
 * Patterns that differ from one in a single place, simpler ones first: a quantifier less or weaker, an alternative less, a group that only wraps one
 * item opened, `.*` before a character that it may not run over. Most mean something else; whoever asks has to compare.
 */
export function* changePattern(pattern: Pattern): Generator<Pattern> {
  for (const [at, way] of pattern.entries()) {
    if (pattern.length > 1) yield pattern.filter((_, other) => other !== at);
    for (const changed of changeSequence(way)) yield pattern.map((other, index) => (index === at ? changed : other));
  }
}

function* changeSequence(way: readonly Item[]): Generator<readonly Item[]> {
  for (const [at, item] of way.entries()) {
    const withItems = (...items: readonly Item[]) => [...way.slice(0, at), ...items, ...way.slice(at + 1)];
    if (/^[*?]/.test(item.quantifier)) yield withItems();
    for (const quantifier of weaker(item.quantifier)) yield withItems({ ...item, quantifier });
    const [only, ...others] = item.body?.length === 1 ? (item.body[0] ?? []) : [];
    if (only && others.length === 0 && /^\((?:\?:|$)/.test(item.text)) {
      if (only.quantifier === '') yield withItems({ ...only, quantifier: item.quantifier });
      else if (item.quantifier === '') yield withItems(only);
    }
    const next = way[at + 1];
    if (item.text === '.' && /^[*+]/.test(item.quantifier) && next && /^(?:[^\\[.(^$]|\\\W)$/u.test(next.text))
      yield withItems({ text: `[^${escapeInClass(next.text)}${LINE_ENDS}]`, quantifier: item.quantifier });
    if (item.body) for (const body of changePattern(item.body)) yield withItems({ ...item, body });
  }
}

function weaker(quantifier: string): readonly string[] {
  if (quantifier.startsWith('+')) return [''];
  return quantifier.startsWith('*') ? ['', '?'] : [];
}

function escapeInClass(text: string): string {
  return /^[\]^-]$/.test(text) ? `\\${text}` : text;
}
