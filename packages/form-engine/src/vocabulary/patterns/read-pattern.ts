/**
 * From the text of a pattern to tokens of the `u` grammar. The native engine judges the syntax, since constructing a RegExp never runs it; after that
 * the tokens may be told apart loosely.
 */
import { PatternFault, unsafe } from './pattern-fault.js';

/** No alternative can run on over the begin of another token, so that reading is linear even where the pattern is wrong. */
const TOKEN =
  /\\(?:[pu]\{[^}\\]*\}|ud[89ab]..\\ud[c-f]..|u.{4}|x..|c.|.)|\[(?:\\.|[^\\\]])*\]?|\(\?(?:<?[=!]|[^>:(]*[>:])|[*+?]\??|\{[\d,]*\}\??|./gisu;
/** So long a pattern would take its time before its states are counted. */
const LONGEST = 50_000;
const EDGE = '(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))';

/** The tokens of a pattern, with `\b` and `\B` spelled out as look-arounds. Throws `PatternFault`. */
export function readPattern(source: string): readonly string[] {
  if (source.length > LONGEST) throw unsafe('too many characters');
  const tokens = tokenize(source);
  if (tokens.some((token) => /^\(\?[-ims]/.test(token))) throw unsafe('modifiers', 'Write both, as [aA].');
  try {
    new RegExp(source, 'u');
  } catch {
    throw new PatternFault('invalid', 'Malformed.', 'Write ECMAScript with the u flag.');
  }
  return tokens.flatMap((token) =>
    token === '\\b' ? tokenize(EDGE) : token === '\\B' ? tokenize(`(?!${EDGE})`) : token,
  );
}

function tokenize(source: string): string[] {
  return source.match(TOKEN) ?? [];
}
