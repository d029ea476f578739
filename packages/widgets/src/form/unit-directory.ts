/** Provinces and communes of the dated catalogue: looked up by code, found by name without marks. */
import { createSearch, type Search, type SearchHit } from '@motcua/form-engine/text';
import type { JsonObject } from '@motcua/form-engine/runtime';

export interface Province {
  code: string;
  name: string;
  fullName: string;
  fullNameEn: string;
}

export interface Commune {
  code: string;
  name: string;
  /** With its kind, as `Phường Hà Đông`. */
  fullName: string;
  province: Province;
}

export interface UnitDirectory {
  /** Date of the catalogue, kept beside a chosen code. */
  version: string;
  provinces: readonly Province[];
  province(code: string): Province | undefined;
  /** Also by a code that was replaced meanwhile. */
  commune(code: string): Commune | undefined;
  /** Best hits first; within one province when its code is given. */
  searchCommunes(query: string, options?: { province?: string; limit?: number }): readonly SearchHit<Commune>[];
}

interface UnitsCatalog {
  version: string;
  provinces: readonly Province[];
  communeTypes: readonly string[];
  communes: readonly (readonly [code: string, name: string, type: number, province: string])[];
  aliases: Readonly<Record<string, string>>;
}

const typeNames: Readonly<Record<string, string>> = { phuong: 'Phường', xa: 'Xã', 'dac-khu': 'Đặc khu' };

export function createUnitDirectory(document: JsonObject): UnitDirectory {
  const catalog = document as unknown as UnitsCatalog;
  const provinces = new Map(catalog.provinces.map((province) => [province.code, province]));
  const communes = readCommunes(catalog, provinces);
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const searches = new Map<string, Search<Commune>>();
  const searchIn = (province: string): Search<Commune> => {
    const found =
      searches.get(province) ??
      createSearch(
        communesOf(communes, province).map((commune) => ({
          value: commune,
          label: commune.fullName,
          context: commune.province.fullName,
        })),
      );
    searches.set(province, found);
    return found;
  };
  return {
    version: catalog.version,
    provinces: catalog.provinces,
    province: (code) => provinces.get(code),
    commune: (code) => byCode.get(code) ?? byCode.get(catalog.aliases[code] ?? ''),
    searchCommunes: (query, { province = '', limit = 40 } = {}) => searchIn(province)(query, limit),
  };
}

function readCommunes(catalog: UnitsCatalog, provinces: ReadonlyMap<string, Province>): readonly Commune[] {
  return catalog.communes.flatMap(([code, name, type, provinceCode]) => {
    const province = provinces.get(provinceCode);
    const typeName = typeNames[catalog.communeTypes[type] ?? ''];
    return province ? [{ code, name, fullName: typeName === undefined ? name : `${typeName} ${name}`, province }] : [];
  });
}

function communesOf(communes: readonly Commune[], province: string): readonly Commune[] {
  return province === '' ? communes : communes.filter((commune) => commune.province.code === province);
}
