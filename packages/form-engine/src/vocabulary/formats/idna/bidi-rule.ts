/**
 * The Bidi rule (RFC 5893, section 2): labels that mix directions would be shown in an order that nobody can read back.
 */

/**
 * True when no label is right-to-left, or every label keeps the rule. Labels are in small letters and have permitted code
 * points only.
 */
export function meetsBidiRule(labels: readonly string[]): boolean {
  const all = labels.map(classify);
  return !all.some((classes) => /[RA]/.test(classes)) || all.every(keepsRule);
}

function keepsRule(classes: string): boolean {
  return classes.startsWith('R')
    ? !classes.includes('L') && /[REA]N*$/.test(classes) && !(classes.includes('E') && classes.includes('A'))
    : classes.startsWith('L') && !/[RA]/.test(classes) && /[LE]N*$/.test(classes);
}

/**
 * One letter for the Bidi class of each code point: `N` marks (all but five), `A` Arabic and `E` European numbers, `R` letters of
 * right-to-left scripts, `O` neutral ones (hyphen, joiners, modifiers), `L` all others.
 */
function classify(label: string): string {
  return label
    .replace(/(?![\u0cbf\u0cc6\u{11a07}\u{11a08}\u{11c3f}])\p{Mn}/gu, 'N')
    .replace(/[\u0660-\u0669\u{10d30}-\u{10d39}]/gu, 'A')
    .replace(/[\d\u06f0-\u06f9]/g, 'E')
    .replace(/[\u0590-\u08ff\ufe73\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu, 'R')
    .replace(/[\u200d\u200c\xb7\u02b9\u02ba\u02c6-\u02cf\u02ec\u0375\u2e2f\u30fb\ua67f\ua717-\ua71f\ua788-]/g, 'O')
    .replace(/[^NAERO]/gu, 'L');
}
