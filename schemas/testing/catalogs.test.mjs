import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createJudge, listFiles, readJson } from './judge.mjs';

const units = readJson('catalogs/administrative-units.2026-04-30.json');
const ethnicGroups = readJson('catalogs/ethnic-groups.1979.json');
const countries = readJson('catalogs/countries.iso-3166-1.json');
const isNfc = (text) => text === text.normalize('NFC');
const assertUnique = (values) =>
  assert.deepEqual(
    values.filter((value, place) => values.indexOf(value) !== place),
    [],
  );

test('every catalogue satisfies the meta-schema and is named by its file', () => {
  const validate = createJudge().validatorOf('meta/catalog.schema.json');
  const files = listFiles('catalogs', '.json');
  assert.equal(files.length, 4);
  for (const path of files) {
    const catalog = readJson(path);
    assert.equal(validate(catalog), true, `${path}: ${JSON.stringify(validate.errors)}`);
    assert.equal(path, `catalogs/${catalog.name}.${catalog.version}.json`);
  }
});

test('the administrative units are 34 provinces and 3,321 communes, each once', () => {
  assert.equal(units.provinces.length, 34);
  assert.equal(units.communes.length, 3321);
  assertUnique(units.provinces.map(({ code }) => code));
  assertUnique(units.communes.map(([code]) => code));
});

test('there are 7 cities and 27 provinces, 697 wards, 2,611 communes and 13 special zones', () => {
  const cities = units.provinces.filter(({ type }) => type === 'thanh-pho').map(({ code }) => code);
  assert.deepEqual(cities, ['01', '31', '46', '48', '75', '79', '92']);
  const counts = units.communeTypes.map((_, index) => units.communes.filter(([, , type]) => type === index).length);
  assert.deepEqual(Object.fromEntries(units.communeTypes.map((type, index) => [type, counts[index]])), {
    phuong: 697,
    xa: 2611,
    'dac-khu': 13,
  });
});

test('every commune lies in a province that exists, and no province has two communes of one name', () => {
  const known = new Set(units.provinces.map(({ code }) => code));
  assert.deepEqual(
    units.communes.filter(([, , , province]) => !known.has(province)),
    [],
  );
  assertUnique(units.communes.map(([, name, , province]) => `${province} ${name}`));
});

test('an old code leads to a commune that exists and is no code of its own', () => {
  const known = new Set(units.communes.map(([code]) => code));
  assert.deepEqual(units.aliases, { '06970': '06978', 23737: '23938' });
  for (const [old, current] of Object.entries(units.aliases)) {
    assert.equal(known.has(old), false, old);
    assert.equal(known.has(current), true, current);
  }
});

test('every name is in Unicode NFC, without space at its ends', () => {
  const names = [
    ...units.provinces.flatMap(({ name, fullName }) => [name, fullName]),
    ...units.communes.map(([, name]) => name),
    ...ethnicGroups.entries.map(({ name }) => name),
  ];
  assert.deepEqual(
    names.filter((name) => !isNfc(name) || name !== name.trim()),
    [],
  );
});

test('there are 54 ethnic groups, and the definition lists the same codes', () => {
  const codes = ethnicGroups.entries.map(({ code }) => code);
  assert.equal(codes.length, 54);
  assertUnique(codes);
  assert.deepEqual(readJson('definitions/ethnic-group.schema.json').enum, codes);
});

test('every country is named by the platform in Vietnamese and English, and the definition lists the same codes', () => {
  const codes = countries.entries.map(({ code }) => code);
  assert.equal(codes.length, 249);
  assertUnique(codes);
  assert.deepEqual(readJson('definitions/country.schema.json').enum, codes);
  for (const locale of ['vi', 'en']) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    assert.deepEqual(
      codes.filter((code) => names.of(code) === undefined),
      [],
    );
  }
});
