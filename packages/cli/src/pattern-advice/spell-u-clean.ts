import { tokenizePattern } from './pattern-syntax.js';

const MEANS_OTHERWISE_WITH_U = /^(?:\[(?:\\.|[^\\])*?)?\\(?:[pPk]|u\{|u[dD][89a-fA-F])/su;
const DASH_OR_ESCAPE = /(\\[dswDSW])-(?=(?:\\[^xuc\d]|[^\]\\-])(?!-[^\]]))|-(?=\\[dswDSW])|\\(.)/gsu;
const MUST_STAY_ESCAPED = /[a-z\d^$\\.*+?()[\]{}|/]/i;

/**
 * The spelling with the `u` flag of a pattern that only the older grammar (ECMA-262, Annex B) accepts, where there is exactly one: needless escapes of
 * anything but letters and digits (`\-`, `\"`, `\_`), literal `{` `}` `]`, and `-` beside a class escape (`[\w-.]`).
 *
 * Undefined when the pattern is right with `u`, when it is right in neither grammar, and when it means one thing with `u` and another without: escapes
 * of letters (`\Z`), octal escapes, `\p`, `\k`, `\u{…}`, halves of surrogate pairs.
 */
export function spellUClean(source: string): string | undefined {
  if (isValid(source, 'u') || !isValid(source, '')) return undefined;
  const tokens = tokenizePattern(source);
  if (tokens.some((token) => MEANS_OTHERWISE_WITH_U.test(token))) return undefined;
  const clean = tokens.map(spellToken).join('');
  return isValid(clean, 'u') ? clean : undefined;
}

function spellToken(token: string): string {
  if (/^[{}\]]$/.test(token)) return `\\${token}`;
  if (!/^[\\[]/.test(token)) return token;
  const inClass = token.startsWith('[');
  return token.replace(DASH_OR_ESCAPE, (whole: string, classEscape?: string, escaped?: string) => {
    if (escaped === undefined) return `${classEscape ?? ''}\\-`;
    return MUST_STAY_ESCAPED.test(escaped) || (inClass && escaped === '-') ? whole : escaped;
  });
}

function isValid(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).flags === flags;
  } catch {
    return false;
  }
}
