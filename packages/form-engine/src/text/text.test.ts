import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import { createSearch, dateInWords, fold, formatDate, formatNumber } from './index.js';
import { readNumber } from './date-in-words.js';

describe('folding', () => {
  it('passes over marks, đ, case, tone placement and spaces', () => {
    for (const text of ['Hòa', 'hoà', 'HOÀ', ' hoa ', 'ho\u0300a']) assert.equal(fold(text), 'hoa');
    assert.equal(fold('Đắk  Lắk'), 'dak lak');
    assert.equal(fold('TP.Hồ Chí Minh'), 'tp ho chi minh');
  });
});

describe('searching', () => {
  const labels = [
    'Phường Hà Đông',
    'Xã Hà Đông',
    'Xã Hoà An',
    'Xã Hòa Bình',
    'Phường Hoa Lư',
    'Phường 1 Bảo Lộc',
    'Thành phố Hồ Chí Minh',
    'Tỉnh Đắk Lắk',
    'Xã An Hoà',
  ];
  const search = createSearch(
    labels.map((label, value) => ({ value, label, ...(label === 'Tỉnh Đắk Lắk' ? { aliases: ['Đắc Lắc'] } : {}) })),
  );
  const found = (query: string): string[] => search(query).map(({ entry }) => entry.label);

  it('finds without marks, from any word on, the beginning of the name first', () => {
    assert.deepEqual(found('ha dong'), ['Phường Hà Đông', 'Xã Hà Đông']);
    assert.deepEqual(found('hoa'), ['Xã Hoà An', 'Phường Hoa Lư', 'Xã Hòa Bình', 'Xã An Hoà']);
  });

  it('finds both placements of a tone, and puts the same marks first', () => {
    assert.deepEqual(found('hoà'), ['Xã Hoà An', 'Xã Hòa Bình', 'Xã An Hoà', 'Phường Hoa Lư']);
    assert.deepEqual(found('hòa'), found('hoà'));
  });

  it('understands titles and short forms, the right title first', () => {
    assert.deepEqual(found('xa ha dong'), ['Xã Hà Đông', 'Phường Hà Đông']);
    assert.deepEqual(found('p hoa'), ['Phường Hoa Lư', 'Xã Hoà An', 'Xã Hòa Bình']);
    assert.deepEqual(found('q1'), ['Phường 1 Bảo Lộc']);
    assert.deepEqual(found('tp hcm'), ['Thành phố Hồ Chí Minh']);
    assert.deepEqual(found('tp.hcm'), ['Thành phố Hồ Chí Minh']);
    assert.equal(found('phuong').length, 3);
    assert.equal(found('xa').length, 4);
  });

  it('finds by another name, and nothing where there is nothing', () => {
    assert.deepEqual(found('dac lac'), ['Tỉnh Đắk Lắk']);
    assert.deepEqual(found('zzz'), []);
    assert.equal(found('').length, labels.length);
    assert.equal(search('h', 2).length, 2);
  });

  it('says which part of the label matched', () => {
    const parts = (query: string): string[] =>
      search(query).map(({ entry, ranges }) => ranges.map(([start, end]) => entry.label.slice(start, end)).join('|'));
    assert.deepEqual(parts('ha do'), ['Hà Đô', 'Hà Đô']);
    assert.deepEqual(parts('tp hcm'), ['Hồ Chí Minh']);
    assert.deepEqual(createSearch([{ value: 1, label: 'Xã Hoa\u0300 An' }])('hoa')[0]?.ranges, [[3, 7]]);
  });

  it('ranks the whole catalogue of communes', (context) => {
    const file = new URL('../../../../schemas/catalogs/administrative-units.2026-04-30.json', import.meta.url);
    assert.ok(existsSync(file), 'the catalogue is there');
    const { communes } = JSON.parse(readFileSync(file, 'utf8')) as { communes: [string, string, number][] };
    const all = createSearch(
      communes.map(([value, name, type]) => ({ value, label: `${type === 0 ? 'Phường' : 'Xã'} ${name}` })),
    );
    context.diagnostic(`${communes.length} communes`);
    assert.equal(communes.length, 3321);
    assert.ok(all('ha dong').length >= 1);
    assert.equal(all('h', 20).length, 20);
  });
});

describe('dates and numbers', () => {
  it('are written out as on declarations', () => {
    assert.equal(dateInWords('2026-11-05'), 'Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu');
    assert.equal(dateInWords('2026-11-05'), dateInWords('2026-11-05')?.normalize('NFC'));
    assert.equal(dateInWords('2026-02-30'), undefined);
  });

  it('are read as the library of that purpose reads them', () => {
    const config = new ReadingConfig();
    config.unit = [];
    for (let number = 0; number <= 9999; number += 1)
      assert.equal(readNumber(number), doReadNumber(String(number), config).normalize('NFC'), String(number));
  });

  it('are shown day first', () => {
    assert.equal(formatDate('2026-11-05', 'vi'), '05/11/2026');
    assert.equal(formatDate('2026-11', 'vi'), '11/2026');
    assert.equal(formatDate('2026', 'en'), '2026');
    assert.equal(formatNumber(1250000, 'vi'), '1.250.000');
    assert.equal(formatNumber(3.5, 'vi'), '3,5');
    assert.equal(formatNumber(1250000.5, 'en'), '1,250,000.5');
  });
});
