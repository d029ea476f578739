/**
 * Takes the label off a text that was pasted with it: "Số CCCD: 001 190 000 123", "Biển số 51A-123.45".
 */

/** Words in front of the first digit. */
const WORDS = /^\p{L}[\p{L}\p{M}\s./()-]*\s(?=[+(\d])/u;

/** The text behind the first colon that letters precede; a colon right after a digit parts hours and minutes. */
export function stripCaption(typed: string): string {
  const before = typed.search(/\D[:：]/u);
  return before >= 0 && /\p{L}/u.test(typed.slice(0, before + 1)) ? typed.slice(before + 2).trim() : typed;
}

/** The text without its caption, else from the first digit that words precede. */
export function stripLabel(typed: string): string {
  const behind = stripCaption(typed);
  return behind === typed ? typed.replace(WORDS, '') : behind;
}
