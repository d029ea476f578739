/** Labels and searches over the catalogues that a procedure names. */
import { createSearch, type Search } from '@motcua/form-engine/text';
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
}

interface RawEntry {
  code: string;
  name?: string;
}

/** Countries have codes only: the platform names them in the page's language. Việt Nam stands first, the rest in that language's order. */
export function createCatalogDirectory(
  catalogs: Readonly<Record<string, JsonObject>>,
  locale: LocaleCode,
): CatalogDirectory {
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
  };
}

function readEntries(catalog: JsonObject | undefined, locale: LocaleCode): readonly CatalogEntry[] {
  const raw = (catalog?.['entries'] ?? []) as unknown as readonly RawEntry[];
  const named = raw.some(({ name }) => name === undefined);
  const regions = named ? new Intl.DisplayNames(locale, { type: 'region' }) : undefined;
  const list = raw.map(({ code, name }) => ({ value: code, label: name ?? regions?.of(code) ?? code }));
  if (!named) return list;
  const collator = new Intl.Collator(locale);
  return list.sort((a, b) => Number(b.value === 'VN') - Number(a.value === 'VN') || collator.compare(a.label, b.label));
}
