/** Labels and searches over the catalogues that a procedure names. */
import { createFormerUnits, createSearch, type FormerUnits, type Search } from '@motcua/form-engine/text';
import type { JsonObject } from '@motcua/form-engine/runtime';
import type { LocaleCode } from '../text/texts.js';
import { createUnitDirectory, type UnitDirectory } from './unit-directory.js';

export interface CatalogEntry {
  value: string;
  label: string;
}

export interface CatalogDirectory {
  units: UnitDirectory | undefined;
  entries(name: string): readonly CatalogEntry[];
  label(name: string, value: string): string | undefined;
  search(name: string): Search<string>;
  /** The units of before, fetched when they are first asked for; undefined where the gateway has none. */
  former(): Promise<FormerUnits | undefined>;
}

/** Fetches a catalogue that stands beside those of the plan; undefined where there is none. */
export type LoadCompanion = (name: string) => Promise<JsonObject | undefined>;

interface RawEntry {
  code: string;
  name?: string;
  nameEn?: string;
}

/** Countries have codes only: the platform names them in the page's language. Việt Nam stands first, the rest in that language's order. */
export function createCatalogDirectory(
  catalogs: Readonly<Record<string, JsonObject>>,
  locale: LocaleCode,
  loadCompanion: LoadCompanion = () => Promise.resolve(undefined),
): CatalogDirectory {
  let former: Promise<FormerUnits | undefined> | undefined;
  const known = new Map<string, readonly CatalogEntry[]>();
  const searches = new Map<string, Search<string>>();
  const entries = (name: string): readonly CatalogEntry[] => {
    const found = known.get(name) ?? readEntries(catalogs[name], locale);
    known.set(name, found);
    return found;
  };
  const units = catalogs['administrative-units'];
  return {
    units: units ? createUnitDirectory(units) : undefined,
    entries,
    label: (name, value) => entries(name).find((entry) => entry.value === value)?.label,
    search: (name) => {
      const found = searches.get(name) ?? createSearch(entries(name));
      searches.set(name, found);
      return found;
    },
    former: () => {
      former ??= loadCompanion('former-units').then((document) => document && createFormerUnits(document));
      former.catch(() => (former = undefined));
      return former;
    },
  };
}

function readEntries(catalog: JsonObject | undefined, locale: LocaleCode): readonly CatalogEntry[] {
  const raw = (catalog?.['entries'] ?? []) as unknown as readonly RawEntry[];
  const named = raw.some(({ name }) => name === undefined);
  const regions = named ? new Intl.DisplayNames(locale, { type: 'region' }) : undefined;
  const list = raw.map(({ code, name, nameEn }) => ({
    value: code,
    label: (locale === 'en' ? nameEn : undefined) ?? name ?? regions?.of(code) ?? code,
  }));
  if (!named) return list;
  const collator = new Intl.Collator(locale);
  return list.sort((a, b) => Number(b.value === 'VN') - Number(a.value === 'VN') || collator.compare(a.label, b.label));
}
