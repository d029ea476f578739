/**
 * Provinces and communes of one dated catalogue, and the agencies that stand in them.
 */
import type { Agency } from '@motcua/schemas';

export const UNITS_CATALOG = 'administrative-units';

interface UnitsDocument {
  version: string;
  provinces: readonly { code: string; name: string; fullName: string; fullNameEn: string }[];
  communeTypes: readonly string[];
  /** code, name, index into communeTypes, province code */
  communes: readonly (readonly [string, string, number, string])[];
}

export interface AdministrativeUnits {
  version: string;
  hasProvince(code: string): boolean;
  /** The province of a commune, or nothing for an unknown commune. */
  findProvinceOf(communeCode: string): string | undefined;
  findAgency(communeCode: string): Agency | undefined;
  /** As it ends an address: `phường Ba Đình, Thành phố Hà Nội`. */
  nameCommune(communeCode: string): string | undefined;
}

const TYPE_NAMES: Readonly<Record<string, { vi: string; en: string }>> = {
  phuong: { vi: 'phường', en: 'Ward' },
  xa: { vi: 'xã', en: 'Commune' },
  'dac-khu': { vi: 'đặc khu', en: 'Special Zone' },
};

/** @param text JSON of an administrative-units catalogue */
export function readAdministrativeUnits(text: string): AdministrativeUnits {
  const document = JSON.parse(text) as UnitsDocument;
  const provinces = new Map(document.provinces.map((province) => [province.code, province]));
  const communes = new Map(document.communes.map((commune) => [commune[0], commune]));
  return {
    version: document.version,
    hasProvince: (code) => provinces.has(code),
    findProvinceOf: (code) => communes.get(code)?.[3],
    nameCommune(code) {
      const commune = communes.get(code);
      const province = commune && provinces.get(commune[3]);
      const type = commune && TYPE_NAMES[document.communeTypes[commune[2]] ?? ''];
      return commune && province && `${type?.vi ?? ''} ${commune[1]}, ${province.fullName}`.trim();
    },
    findAgency(code) {
      const commune = communes.get(code);
      const province = commune && provinces.get(commune[3]);
      return commune && province && describeAgency(commune, document.communeTypes[commune[2]] ?? '', province);
    },
  };
}

function describeAgency(
  [code, name]: UnitsDocument['communes'][number],
  type: string,
  province: UnitsDocument['provinces'][number],
): Agency {
  const typeName = TYPE_NAMES[type] ?? { vi: '', en: '' };
  return {
    code,
    name: {
      vi: `Ủy ban nhân dân ${typeName.vi} ${name}`,
      en: `People's Committee of ${withoutMarks(name)} ${typeName.en}`,
    },
    provinceCode: province.code,
    provinceName: { vi: province.fullName, en: province.fullNameEn },
  };
}

/** English texts write Vietnamese names without marks. */
function withoutMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}
