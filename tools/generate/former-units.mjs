/** The units before 1 July 2025, and which of today's communes each became part of: one compact document for the proposal of an address. */

const COMMUNE_TYPES = ['phuong', 'xa', 'thi-tran'];
const TYPE_NAMES = { phuong: 'Phường', xa: 'Xã', 'thi-tran': 'Thị trấn' };

/**
 * @param readTable reads a source table by its file name, without its heading
 * @param companionOf name and version of the catalogue of today's units
 */
export function writeFormerUnits(readTable, companionOf) {
  const { targets, doubts } = readMapping(readTable('legacy-to-current.csv'));
  return {
    $schema: '../meta/catalog.schema.json',
    name: 'former-units',
    version: '2025-06-30',
    asOf: '2025-06-30',
    source:
      'Units: github.com/thanglequoc/vietnamese-provinces-database, tag v2.4.1; 12 communes without a district and the mapping: github.com/dvhcvn/20250701, commit dd94887 of 12 July 2025, one row corrected after Resolution 1654/NQ-UBTVQH15. The mapping was made with a language model from the resolutions: it proposes, a person confirms',
    certainty: 'unverified',
    licence: 'MIT (both sources), see NOTICE.md',
    companionOf,
    provinces: readTable('legacy-provinces.csv').map(([code, fullName, current]) => ({ code, fullName, current })),
    districts: readTable('legacy-districts.csv'),
    communeTypes: COMMUNE_TYPES,
    communes: readTable('legacy-communes.csv').map(([code, fullName, district, province]) => {
      const type = COMMUNE_TYPES.findIndex((one) => fullName.startsWith(`${TYPE_NAMES[one]} `));
      const name = fullName.slice(TYPE_NAMES[COMMUNE_TYPES[type]].length + 1);
      return [code, name, type, district === '' ? province : district, targets.get(code)];
    }),
    wholeDistricts: Object.fromEntries(
      [...targets].filter(([code]) => code.startsWith('district:')).map(([code, found]) => [code.slice(9), found]),
    ),
    doubts,
  };
}

function readMapping(rows) {
  const targets = new Map();
  const doubts = {};
  for (const [code, current, , review] of rows) {
    targets.set(code, [...(targets.get(code) ?? []), current]);
    if (review !== '') (doubts[code] ??= {})[current] = review.split(' ');
  }
  return { targets, doubts };
}
