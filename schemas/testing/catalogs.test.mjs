import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { createJudge, listFiles, readJson } from './judge.mjs';

const units = readJson('catalogs/administrative-units.2026-04-30.json');
const former = readJson('catalogs/former-units.2025-06-30.json');
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
  assert.equal(files.length, 8);
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
    ...former.provinces.map(({ fullName }) => fullName),
    ...[...former.districts, ...former.communes].map(([, name]) => name),
    ...ethnicGroups.entries.map(({ name }) => name),
  ];
  assert.deepEqual(
    names.filter((name) => !isNfc(name) || name !== name.trim()),
    [],
  );
});

test('the units before July 2025 are 63 provinces, 696 districts and 10,047 communes, each once', () => {
  assert.deepEqual([former.provinces.length, former.districts.length, former.communes.length], [63, 696, 10_047]);
  assertUnique(former.provinces.map(({ code }) => code));
  assertUnique(former.districts.map(([code]) => code));
  assert.equal(new Set(former.communes.map(([code]) => code)).size, 10_047);
  const homes = new Set([...former.provinces.map(({ code }) => code), ...former.districts.map(([code]) => code)]);
  assert.deepEqual(
    former.communes.filter(([, , , home]) => !homes.has(home)),
    [],
  );
});

test('every former commune became part of communes of today that exist, and every commune of today is reached', () => {
  assert.equal(former.companionOf.version, units.version);
  const today = new Map(units.communes.map(([code, , , province]) => [code, province]));
  const reached = new Set();
  const provinceOf = new Map(former.districts.map(([code, , province]) => [code, province]));
  const currentOf = new Map(former.provinces.map(({ code, current }) => [code, current]));
  for (const [code, , , home, targets] of former.communes)
    for (const target of targets) {
      reached.add(target);
      assert.equal(today.get(target), currentOf.get(provinceOf.get(home) ?? home), code);
    }
  for (const target of Object.values(former.wholeDistricts).flat()) reached.add(target);
  assert.equal(reached.size, 3321);
  assert.equal(former.communes.filter(([, , , , targets]) => targets.length > 1).length, 460);
});

test('the doubts of the mapping are kept, each for a pair that the mapping has', () => {
  const targetsOf = new Map(former.communes.map(([code, , , , targets]) => [code, targets]));
  const pairs = Object.entries(former.doubts).flatMap(([code, found]) =>
    Object.keys(found).map((target) => [code, target]),
  );
  assert.equal(pairs.length, 349);
  assert.deepEqual(
    pairs.filter(([code, target]) => !targetsOf.get(code)?.includes(target)),
    [],
  );
});

test('the units of today weigh less than 60 KiB as brotli, and those before them are a file of their own', () => {
  const packed = (catalog) => brotliCompressSync(JSON.stringify(catalog)).length;
  assert.ok(packed(units) < 60 * 1024, `${packed(units)} bytes`);
  assert.ok(packed(former) < 100 * 1024, `${packed(former)} bytes`);
  assert.equal('communes' in units && 'wholeDistricts' in units, false);
});

test('the licence notices of both sources of the units are kept', () => {
  const notice = readFileSync(new URL('../catalogs/NOTICE.md', import.meta.url), 'utf8');
  for (const [holder, catalog] of [
    ['Copyright (c) 2021 Thang Le Quoc', units],
    ['Copyright (c) 2025 dvhcvn', former],
  ]) {
    assert.ok(notice.includes(holder), holder);
    assert.match(catalog.licence, /^MIT.*NOTICE\.md$/);
  }
  for (const file of listFiles('catalogs', '.json')) assert.ok(notice.includes(file.slice('catalogs/'.length)), file);
});

test('what no act was read for says that it is a sample', () => {
  const lists = listFiles('catalogs', '.json').map(readJson);
  assert.deepEqual(
    lists.filter(({ sample }) => sample).map(({ name }) => name),
    ['occupations', 'relations'],
  );
  assert.deepEqual(
    lists.filter(({ announced }) => announced?.sample).map(({ name }) => name),
    ['working-calendar'],
  );
  assert.deepEqual(
    lists.filter(({ certainty }) => certainty === 'verified').map(({ name }) => name),
    [],
  );
});

test('every list of words is unique by code and name, in NFC, and named in both languages where it has names', () => {
  for (const name of ['relations.2026-11', 'identity-paper-kinds.2026-11', 'occupations.sample']) {
    const { entries } = readJson(`catalogs/${name}.json`);
    assertUnique(entries.map(({ code }) => code));
    assertUnique(entries.map((entry) => entry.name));
    assert.equal(entries.at(-1).code, 'other');
    for (const entry of entries)
      assert.ok(isNfc(entry.name) && /^\p{Lu}/u.test(entry.name) && entry.nameEn, entry.code);
  }
  const papers = readJson('catalogs/identity-paper-kinds.2026-11.json').entries.map(({ code }) => code);
  assert.deepEqual(readJson('definitions/identity-paper-kind.schema.json').enum, papers);
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
