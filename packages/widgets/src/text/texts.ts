/** A catalogue of interface words in one language, made of modules that are merged: elements', flows', a host's own. */

/** A text, or its plural forms chosen by the parameter `count`. `{name}` is filled from the parameters. */
export type Text = string | { readonly one: string; readonly other: string };

export type TextParams = Readonly<Record<string, string | number>>;

export type LocaleCode = 'vi' | 'en';

/** The words of one language. A catalogue with more keys can stand wherever one with fewer is asked for. */
export interface Texts<Key extends string> {
  readonly locale: LocaleCode;
  /** Numbers among the parameters are written the way the language writes them. */
  t(key: Key, params?: TextParams): string;
}

/** Merges modules of words, later ones winning, into the catalogue of a language. A key that no module has is shown as itself. */
export function createTexts<Key extends string>(
  locale: LocaleCode,
  ...modules: readonly Readonly<Record<string, Text>>[]
): Texts<Key> {
  const words = new Map(modules.flatMap((module) => Object.entries(module)));
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  return {
    locale,
    t: (key, params = {}) => {
      const found = words.get(key);
      if (found === undefined) return key;
      return fill(choosePlural(found, params, plurals), params, numbers);
    },
  };
}

function choosePlural(text: Text, params: TextParams, plurals: Intl.PluralRules): string {
  if (typeof text === 'string') return text;
  return plurals.select(Number(params['count'])) === 'one' ? text.one : text.other;
}

function fill(text: string, params: TextParams, numbers: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}
