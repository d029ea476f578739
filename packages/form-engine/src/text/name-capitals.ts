/**
 * Capitals in names of persons. What was typed stays; a form in capitals is for print, another spelling is only proposed.
 */
import { collapseSpaces } from '../kinds/intake.js';

/** The name in capitals, as printed forms have it: H'Hen Niê is H'HEN NIÊ. */
export function toFormCapitals(name: string): string {
  return name.normalize('NFC').toLocaleUpperCase('vi');
}

/**
 * The name with a capital at each word, to be proposed when all of it was typed small or all in capitals; undefined where there is nothing to
 * propose. A name with an apostrophe or hyphen is left alone: H'Hen, K'Tủa and Ê-đê each have their own rule.
 */
export function proposeNameCapitals(name: string): string | undefined {
  const typed = collapseSpaces(name.normalize('NFC'));
  const small = typed.toLocaleLowerCase('vi');
  const isOneCase = typed === small || typed === toFormCapitals(typed);
  if (!isOneCase || /['’ʼ-]/u.test(typed) || !/\p{L}/u.test(typed)) return undefined;
  const proposed = small.replace(
    /(^|[ .])(\p{L})/gu,
    (_, before: string, letter: string) => before + toFormCapitals(letter),
  );
  return proposed === typed ? undefined : proposed;
}
