/**
 * `regex` (ECMA-262 of 2020, with the flag `u`): only read, never run on a text. Modifiers and repeated group names, which
 * some engines know and some do not yet, are refused in all.
 */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u');
  } catch {
    return false;
  }
  const groups = text.replace(/\\[^]/g, '').replace(/\[[^\]]*/g, '');
  const names = groups.match(/\(\?<[^=!>(]+/g) ?? [];
  return !/\(\?[ims-]/.test(groups) && new Set(names).size === names.length;
}
