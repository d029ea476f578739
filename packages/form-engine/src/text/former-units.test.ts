import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../plan/plan.js';
import { createSearch } from './create-search.js';
import { createFormerUnits } from './former-units.js';

function readCatalog(name: string): JsonObject {
  return JSON.parse(
    readFileSync(new URL(`../../../../schemas/catalogs/${name}.json`, import.meta.url), 'utf8'),
  ) as JsonObject;
}

const document = readCatalog('former-units.2025-06-30');
const former = createFormerUnits(document);
const today = readCatalog('administrative-units.2026-04-30') as unknown as {
  communes: readonly (readonly [string, string, number, string])[];
  provinces: readonly { code: string; fullName: string }[];
};
const nameToday = new Map(today.communes.map(([code, name]) => [code, name]));
const first = (query: string): string => {
  const unit = former.search(query)[0]?.entry.value;
  return unit === undefined ? '' : `${unit.fullName}, ${unit.within}`;
};
const namesOf = (code: string): string[] =>
  (former.propose(code)?.candidates ?? []).map(({ commune }) => nameToday.get(commune) ?? '').sort();

describe('addresses of before July 2025', () => {
  it('are found by district as people say it', () => {
    assert.equal(first('q1'), 'Quận 1, Thành phố Hồ Chí Minh');
    assert.equal(first('Q.1'), 'Quận 1, Thành phố Hồ Chí Minh');
    assert.equal(first('quan 1'), 'Quận 1, Thành phố Hồ Chí Minh');
    assert.equal(first('ha dong'), 'Quận Hà Đông, Thành phố Hà Nội');
    assert.equal(first('tp thu duc'), 'Thành phố Thủ Đức, Thành phố Hồ Chí Minh');
  });

  it('are found by commune, district and province in one text, pasted or typed', () => {
    assert.equal(first('phuc xa'), 'Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội');
    assert.equal(first('Phường Bến Thành, Quận 1, TP. Hồ Chí Minh'), 'Phường Bến Thành, Quận 1, Thành phố Hồ Chí Minh');
    assert.equal(first('p1 q3 tp hcm'), 'Phường 1, Quận 3, Thành phố Hồ Chí Minh');
  });

  it('propose the one commune that took the whole unit in', () => {
    assert.deepEqual(former.propose('00001')?.candidates, [{ commune: '00097', doubts: [] }]);
    assert.deepEqual(namesOf('00001'), ['Hồng Hà']);
  });

  it('propose every part of a divided unit, never one of them alone', () => {
    const divided = (document['communes'] as unknown as [string, string, number, string, string[]][]).filter(
      ([, , , , targets]) => targets.length > 1,
    );
    assert.equal(divided.length, 460);
    for (const [code, , , , targets] of divided)
      assert.deepEqual(
        former.propose(code)?.candidates.map(({ commune }) => commune),
        targets,
      );
  });

  it('flag a pair that its makers were not sure of', () => {
    const doubtful = Object.keys(document['doubts'] as JsonObject);
    assert.ok(doubtful.length > 300);
    for (const code of doubtful)
      assert.ok(
        former.propose(code)?.candidates.some(({ doubts }) => doubts.length > 0),
        code,
      );
    assert.deepEqual(former.propose('14770')?.candidates.find(({ commune }) => commune === '14818')?.doubts, [
      'district-outlier',
    ]);
  });

  it('propose for a district what its communes became', () => {
    assert.deepEqual(namesOf('760'), ['Bến Thành', 'Cầu Ông Lãnh', 'Sài Gòn', 'Tân Định']);
    assert.deepEqual(
      former.propose('755')?.candidates.map(({ commune }) => commune),
      ['26732'],
    );
  });

  it('lead from every unit to communes that exist today, and from no other code anywhere', () => {
    const codes = [
      ...(document['communes'] as unknown as [string][]).map(([code]) => code),
      ...(document['districts'] as unknown as [string][]).map(([code]) => code),
    ];
    assert.equal(codes.length, 10_047 + 696);
    for (const code of codes) {
      const candidates = former.propose(code)?.candidates ?? [];
      assert.ok(candidates.length > 0, code);
      for (const { commune } of candidates) assert.ok(nameToday.has(commune), `${code} ${commune}`);
    }
    for (const code of ['', '1', 'constructor', '99999', '__proto__']) assert.equal(former.propose(code), undefined);
  });
});

describe('the search of communes', () => {
  const provinces = new Map(today.provinces.map(({ code, fullName }) => [code, fullName]));
  const titles = ['Phường', 'Xã', 'Đặc khu'];
  const search = createSearch(
    today.communes.map(([code, name, type, province]) => ({
      value: code,
      label: `${titles[type] ?? ''} ${name}`,
      context: provinces.get(province) ?? '',
    })),
  );
  const labels = (query: string, limit?: number): string[] => search(query, limit).map(({ entry }) => entry.label);

  it('finds the communes of a province by its name, as it finds none by that name alone', () => {
    assert.equal(labels('tp hcm').length, 168);
    assert.equal(labels('thanh pho ho chi minh').length, 168);
    assert.equal(labels('tp hcm ben thanh')[0], 'Phường Bến Thành');
    assert.equal(labels('Hà Đông, Hà Nội')[0], 'Phường Hà Đông');
  });

  it('never fails, whatever is typed, and finds the same in NFC and NFD', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 12 }),
          fc.constantFrom('constructor', '__proto__', 'tp', 'q', 'p.', 'Hà Nội', 'hoà'),
        ),
        (query) => {
          assert.deepEqual(labels(query.normalize('NFD'), 20), labels(query.normalize('NFC'), 20));
        },
      ),
      { numRuns: 300 },
    );
  });
});
