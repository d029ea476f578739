/** Writes the catalogues, and the definitions that list their codes, from a folder of source tables: `node tools/generate/catalogs.mjs <folder>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listCountryCodes } from './country-codes.mjs';
import { writeFormerUnits } from './former-units.mjs';

const schemas = join(dirname(fileURLToPath(import.meta.url)), '../../schemas');
const unitsVersion = '2026-04-30';
/** Codes that changed after the official letter on commune codes; papers still carry the old ones. */
const aliases = { '06970': '06978', 23737: '23938' };

const folder = process.argv[2];
if (folder === undefined) {
  console.error(
    'Name the folder that holds provinces.csv, communes.csv, the four legacy tables and ethnic-groups.csv.',
  );
  process.exit(1);
}
const ethnicGroups = readTable('ethnic-groups.csv').map(([code, name]) => ({ code, name }));
const countries = listCountryCodes();
writeAdministrativeUnits();
writeFormer();
writeEthnicGroups();
writeCountries();

function writeAdministrativeUnits() {
  const communeTypes = ['phuong', 'xa', 'dac-khu'];
  const provinces = readTable('provinces.csv').map(([code, name, type, fullName, fullNameEn]) => ({
    code,
    name,
    type,
    fullName,
    fullNameEn,
  }));
  const communes = readTable('communes.csv').map(([code, name, type, , , province]) => [
    code,
    name,
    communeTypes.indexOf(type),
    province,
  ]);
  const head = {
    $schema: '../meta/catalog.schema.json',
    name: 'administrative-units',
    version: unitsVersion,
    asOf: unitsVersion,
    source:
      'github.com/thanglequoc/vietnamese-provinces-database, commit cd58063 of 2 August 2026, which takes names and codes from the National Statistics Office; state after Resolution 30/2026/QH16 and Resolution 237/NQ-UBTVQH16',
    licence: 'MIT, see NOTICE.md',
    provinces,
    communeTypes,
    communes,
    aliases,
  };
  writeFileSync(join(schemas, `catalogs/administrative-units.${unitsVersion}.json`), formatWithRows(head));
}

function writeFormer() {
  const former = writeFormerUnits(readTable, { name: 'administrative-units', version: unitsVersion });
  writeFileSync(join(schemas, `catalogs/${former.name}.${former.version}.json`), formatWithRows(former));
}

function writeEthnicGroups() {
  writeJson('catalogs/ethnic-groups.1979.json', {
    $schema: '../meta/catalog.schema.json',
    name: 'ethnic-groups',
    version: '1979',
    asOf: '1979',
    source:
      "The 54 groups with the statistics office's codes (Decision 121-TCTK/PPCĐ, list of 1979), from general knowledge, not checked against the act",
    certainty: 'unverified',
    licence: 'Facts of a public act',
    entries: ethnicGroups,
  });
  writeJson('definitions/ethnic-group.schema.json', {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'EthnicGroup',
    description: 'Code of one of the 54 groups in the catalogue ethnic-groups.1979.',
    type: 'string',
    enum: ethnicGroups.map(({ code }) => code),
  });
}

function writeCountries() {
  writeJson('catalogs/countries.iso-3166-1.json', {
    $schema: '../meta/catalog.schema.json',
    name: 'countries',
    version: 'iso-3166-1',
    asOf: '2026-11-22',
    source:
      'ISO 3166-1 alpha-2 codes in official assignment, as far as Intl.DisplayNames of Node 20 (CLDR) names them in Vietnamese',
    licence: 'Facts; names come from the platform at run time',
    entries: countries.map((code) => ({ code })),
  });
  writeJson('definitions/country.schema.json', {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Country',
    description: 'ISO 3166-1 alpha-2 code of a country in the catalogue countries.iso-3166-1.',
    type: 'string',
    enum: countries,
  });
}

/** The source tables hold no quoted cells; a quote in a future one must stop the run instead of shifting columns. */
function readTable(name) {
  const text = readFileSync(join(folder, name), 'utf8').normalize('NFC');
  if (text.includes('"')) throw new Error(`${name} has quoted cells, which this reader does not understand.`);
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}

/** One row a line, so that a changed unit is one changed line. */
function formatWithRows(catalog) {
  const rows = (list) => `[\n${list.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  const members = Object.entries(catalog).map(
    ([key, value]) =>
      `  ${JSON.stringify(key)}: ${['provinces', 'districts', 'communes'].includes(key) ? rows(value) : JSON.stringify(value)}`,
  );
  return `{\n${members.join(',\n')}\n}\n`;
}

function writeJson(path, value) {
  writeFileSync(join(schemas, path), `${JSON.stringify(value, null, 2)}\n`);
}
