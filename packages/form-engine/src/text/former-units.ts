/**
 * Units that are no more, found by name, and the communes of today that each became part of. The mapping proposes and never converts:
 * who lives there confirms.
 */
import type { JsonObject } from '../plan/plan.js';
import { createSearch, type SearchHit } from './create-search.js';

/** A commune or district of the state before. */
export interface FormerUnit {
  /** Five digits of a commune, three of a district. Codes of communes mean other places today: never compare them across states. */
  code: string;
  level: 'commune' | 'district';
  /** With its title, as `Phường Phúc Xá`. */
  fullName: string;
  /** What it lay in, the smaller first, as `Quận Ba Đình, Thành phố Hà Nội`. */
  within: string;
}

/** Why a pair of the mapping may be wrong: the old name is not in the act's text, or nothing else of its district went there. */
export type MappingDoubt = 'name-not-found' | 'district-outlier';

/** A commune of today that a former unit, or a part of it, belongs to. */
export interface UnitCandidate {
  /** Code in the catalogue of today's units. */
  commune: string;
  doubts: readonly MappingDoubt[];
}

/** What to ask the citizen. Several candidates: the unit was divided, or is a district. */
export interface UnitProposal {
  unit: FormerUnit;
  candidates: readonly UnitCandidate[];
}

/** The former units of one state. */
export interface FormerUnits {
  /** Date of the state, yyyy-mm-dd. */
  version: string;
  unit(code: string): FormerUnit | undefined;
  /** By code; undefined for a unit that is not known. */
  propose(code: string): UnitProposal | undefined;
  /** Best hits first; district and province may be typed behind the name. */
  search(query: string, limit?: number): readonly SearchHit<FormerUnit>[];
}

type CommuneRow = readonly [code: string, name: string, type: number, home: string, targets: readonly string[]];

interface FormerDocument {
  version: string;
  provinces: readonly { code: string; fullName: string }[];
  districts: readonly (readonly [code: string, fullName: string, province: string])[];
  communeTypes: readonly string[];
  communes: readonly CommuneRow[];
  wholeDistricts: Readonly<Record<string, readonly string[]>>;
  doubts: Readonly<Record<string, Readonly<Record<string, readonly MappingDoubt[]>>>>;
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['phuong', 'Phường'],
  ['xa', 'Xã'],
  ['thi-tran', 'Thị trấn'],
]);

/**
 * Reads a catalogue `former-units`. The index of names is made at the first search.
 *
 * @example
 * const former = createFormerUnits(document);
 * const [hit] = former.search('q1');
 * former.propose(hit.entry.value.code)?.candidates; // today's communes on the ground of Quận 1
 */
export function createFormerUnits(document: JsonObject): FormerUnits {
  const catalog = document as unknown as FormerDocument;
  const units = readUnits(catalog);
  const proposals = new Map<string, UnitProposal>();
  let search: ReturnType<typeof createSearch<FormerUnit>> | undefined;
  return {
    version: catalog.version,
    unit: (code) => units.get(code),
    propose(code) {
      const unit = units.get(code);
      if (unit === undefined) return undefined;
      const known = proposals.get(code) ?? { unit, candidates: findCandidates(unit, catalog) };
      proposals.set(code, known);
      return known;
    },
    search(query, limit = 40) {
      search ??= createSearch(
        [...units.values()].map((unit) => ({ value: unit, label: unit.fullName, context: unit.within })),
      );
      return search(query, limit);
    },
  };
}

/** Districts first: who types a district's name means it, not a commune in it. */
function readUnits({ provinces, districts, communeTypes, communes }: FormerDocument): ReadonlyMap<string, FormerUnit> {
  const homes = new Map(provinces.map(({ code, fullName }) => [code, fullName]));
  const units = new Map<string, FormerUnit>();
  for (const [code, fullName, province] of districts) {
    const within = homes.get(province) ?? '';
    units.set(code, { code, level: 'district', fullName, within });
    homes.set(code, `${fullName}, ${within}`);
  }
  for (const [code, name, type, home] of communes) {
    const title = TYPE_NAMES.get(communeTypes[type] ?? '') ?? '';
    units.set(code, { code, level: 'commune', fullName: `${title} ${name}`.trim(), within: homes.get(home) ?? '' });
  }
  return units;
}

function findCandidates({ code, level }: FormerUnit, catalog: FormerDocument): readonly UnitCandidate[] {
  const rows = catalog.communes.filter((row) => (level === 'commune' ? row[0] === code : row[3] === code));
  const whole = Object.hasOwn(catalog.wholeDistricts, code) ? (catalog.wholeDistricts[code] ?? []) : [];
  const communes = [...new Set([...rows.flatMap((row) => row[4]), ...whole])];
  return communes.map((commune) => ({ commune, doubts: doubtsOf(commune, rows, catalog) }));
}

/** A pair is doubtful only when every row that leads to it is. */
function doubtsOf(commune: string, rows: readonly CommuneRow[], { doubts }: FormerDocument): readonly MappingDoubt[] {
  const found = rows.filter((row) => row[4].includes(commune)).map(([code]) => doubts[code]?.[commune] ?? []);
  return found.every((one) => one.length > 0) ? [...new Set(found.flat())] : [];
}
