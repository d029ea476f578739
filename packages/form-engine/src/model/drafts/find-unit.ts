/**
 * What became of a commune: still in force, renamed, part of another, or not certain. The codes of before 1 July 2025 were given out again to
 * other communes, so a code alone says nothing; the version of the list it was taken from does.
 */

/** Catalogue `administrative-units`, as far as it is read here. */
export interface UnitsCatalog {
  version: string;
  /** Rows of code, name, type and code of the province. */
  communes: readonly (readonly [code: string, name: string, type: number, province: string])[];
  /** Codes that changed while the commune did not. */
  aliases?: Readonly<Record<string, string>>;
}

/** Catalogue `former-units`, as far as it is read here. */
export interface FormerUnitsCatalog {
  /** Last day on which its units were in force. */
  asOf: string;
  /** Rows of code, name, type, code of district or province, and today's communes. */
  communes: readonly (readonly [code: string, name: string, type: number, above: string, current: readonly string[]])[];
  /** By former code and today's: why the pair may be wrong. */
  doubts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** The lists by which addresses are brought up to date. */
export interface UnitLists {
  current: UnitsCatalog;
  former?: FormerUnitsCatalog;
}

/** A commune with its province. */
export interface Unit {
  province: string;
  commune: string;
}

/** What became of a commune. */
export type UnitFate =
  | { fate: 'in-force' }
  | { fate: 'changed'; unit: Unit }
  | { fate: 'doubtful'; proposals: readonly Unit[] }
  | { fate: 'unknown' };

/** Reads the lists once, for many addresses. */
export function createUnitFinder({ current, former }: UnitLists): (unit: Unit, version: string) => UnitFate {
  const provinceOf = new Map(current.communes.map(([code, , , province]) => [code, province]));
  const successors = new Map(former?.communes.map(([code, , , , codes]) => [code, codes]));
  const lastFormerDay = former?.asOf ?? LAST_FORMER_DAY;

  const today = (code: string): Unit[] => {
    const commune = current.aliases?.[code] ?? code;
    const province = provinceOf.get(commune);
    return province === undefined ? [] : [{ province, commune }];
  };

  return ({ province, commune }, version) => {
    if (version <= lastFormerDay) {
      const codes = successors.get(commune) ?? [];
      const proposals = codes.flatMap(today);
      const [unit] = proposals;
      if (unit === undefined) return { fate: 'unknown' };
      const isDoubted = codes.some((code) => former?.doubts[commune]?.[code] !== undefined);
      return proposals.length > 1 || isDoubted ? { fate: 'doubtful', proposals } : { fate: 'changed', unit };
    }
    const [unit] = today(commune);
    if (unit === undefined) return { fate: 'unknown' };
    if (unit.province !== province) return { fate: 'doubtful', proposals: [unit] };
    return unit.commune === commune ? { fate: 'in-force' } : { fate: 'changed', unit };
  };
}

/** Day before the communes of Resolutions 1654–1687/NQ-UBTVQH15 began. */
const LAST_FORMER_DAY = '2025-06-30';
