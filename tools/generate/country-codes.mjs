/** The country codes in official assignment: those that the platform names, less the codes that ISO 3166-1 only reserves or has withdrawn. */

/** Reserved, user-assigned and regional codes that CLDR names though no country carries them officially. */
const notAssigned = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'XK', 'ZZ']);

export function listCountryCodes() {
  const names = new Intl.DisplayNames(['vi'], { type: 'region', fallback: 'none' });
  return everyPairOfLetters().filter((code) => {
    const canonical = new Intl.Locale(`und-${code}`).region;
    return canonical === code && !notAssigned.has(code) && names.of(code) !== undefined;
  });
}

function everyPairOfLetters() {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
