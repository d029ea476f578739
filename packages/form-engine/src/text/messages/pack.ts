/**
 * The words of one language for the issues of the engine: one pack a page, handed to `renderIssue`, so that two languages may stand on one page.
 */
import type { Issue } from '@motcua/schemas';

/** The parts of a date that cannot be, as texts. */
export interface DateParams {
  day: string;
  month: string;
  year: string;
}

/** Words that the templates need beside their params. */
export interface MessageWords {
  /** Stands for the label where a field has none. */
  field: string;
  /** The sentence for a code that no pack knows. */
  unknown: string;
  day: string;
  month: string;
  year: string;
  and: string;
  impossibleDay(date: DateParams): string;
  impossibleMonth(date: DateParams): string;
  impossibleYear(): string;
}

/** The texts of one language by code, and what else depends on the language. */
export interface MessagePack {
  /** BCP 47 tag. */
  locale: string;
  /** Whose way of writing numbers and dates the language follows, and which text of a server's message it takes. */
  formats: 'vi' | 'en';
  texts: Readonly<Record<string, string | undefined>>;
  words: MessageWords;
  /** Where a text is taken from that this pack lacks; the end of the chain is Vietnamese. */
  fallback?: MessagePack;
}

/** What a partial pack gives: anything it leaves out comes from its fallback. */
export interface PartialPack {
  locale: string;
  texts: Readonly<Record<string, string | undefined>>;
  words?: Partial<MessageWords>;
}

/**
 * Lays a pack over another: a language that is not translated whole yet, a province's own words, the words of further kinds.
 *
 * @example
 * const page = layPack({ locale: 'vi', texts: furtherVi }, viMessages);
 */
export function layPack(pack: PartialPack, fallback: MessagePack): MessagePack {
  return { ...pack, formats: fallback.formats, words: { ...fallback.words, ...pack.words }, fallback };
}

/** The template of a code, from the first pack of the chain that has one. */
export function findTemplate(pack: MessagePack | undefined, code: Issue['code']): string | undefined {
  for (let here = pack; here !== undefined; here = here.fallback) {
    const text = Object.hasOwn(here.texts, code) ? here.texts[code] : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}
