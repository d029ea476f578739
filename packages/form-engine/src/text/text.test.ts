import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import { ISSUE_CODES } from '../issue-codes.js';
import { furtherEn, furtherVi } from '../kinds/further/index.js';
import { createSearch, dateInWords, fold, formatDate, formatNumber, renderIssue } from './index.js';
import { readNumber } from './date-in-words.js';
import { en } from './messages/en.js';
import { vi } from './messages/vi.js';

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

describe('messages', () => {
  const issue = (code: string, params = {}, pointer = '/a'): Parameters<typeof renderIssue>[0] => ({
    code,
    severity: 'error',
    source: 'schema',
    pointer,
    params,
  });
  const fieldTexts = {
    '/a': { label: 'Ngày sinh', errors: { 'keyword.required': 'Nhập ngày sinh của trẻ.' } },
    '/b': { label: 'Ghi chú' },
  };

  it('exist for every registered code in both languages, and for no other', () => {
    for (const texts of [
      { ...vi, ...furtherVi },
      { ...en, ...furtherEn },
    ])
      assert.deepEqual(Object.keys(texts).sort(), [...ISSUE_CODES].sort());
  });

  it('are registered wherever the source names one', () => {
    const sources = new URL('../../src/', import.meta.url);
    const named = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter(
        (name) =>
          name.endsWith('.ts') &&
          !name.endsWith('.test.ts') &&
          !name.includes('differential') &&
          !name.includes('errors') &&
          !name.includes('diagnostics'),
      )
      .flatMap(
        (name) =>
          readFileSync(new URL(name, sources), 'utf8').match(
            /(?<=')(?:keyword|format|kind|data|submission)\.[a-zA-Z-]+(?=')/gu,
          ) ?? [],
      );
    assert.ok(named.length > 40);
    assert.deepEqual(
      [...new Set(named)].filter((code) => !(ISSUE_CODES as readonly string[]).includes(code)),
      [],
    );
  });

  it('keep the voice: NFC, a full stop, none of the empty words', () => {
    for (const [code, text] of Object.entries({ ...vi, ...furtherVi })) {
      assert.equal(text, text.normalize('NFC'), code);
      assert.match(text, /[.}]$/u, code);
      assert.doesNotMatch(text, /không hợp lệ|sai định dạng|lỗi|!|vui lòng|\bbạn\b/iu, code);
    }
    for (const [code, text] of Object.entries({ ...en, ...furtherEn }))
      assert.doesNotMatch(text, /invalid|error|please|!/iu, code);
  });

  it('leave no placeholder open', () => {
    const params = {
      limit: 5,
      actual: 7,
      difference: 2,
      divisor: 3,
      first: 1,
      second: 2,
      expected: 12,
      position: 1,
      character: '$',
      day: 30,
      month: 2,
      year: 2025,
      part: 'day',
      row: 2,
      missing: ['day', 'year'],
    };
    for (const code of ISSUE_CODES)
      for (const locale of ['vi', 'en'] as const)
        assert.doesNotMatch(
          renderIssue(issue(code, params), { locale, fieldTexts, catalog: locale === 'vi' ? furtherVi : furtherEn }),
          /[{}]/u,
          code,
        );
  });

  it('take the text of the field before the default', () => {
    assert.equal(renderIssue(issue('keyword.required'), { locale: 'vi', fieldTexts }), 'Nhập ngày sinh của trẻ.');
    assert.equal(
      renderIssue(issue('keyword.required', {}, '/b'), { locale: 'vi', fieldTexts }),
      'Nhập hoặc chọn ghi chú.',
    );
    assert.equal(
      renderIssue(issue('keyword.maxLength', { limit: 500, actual: 1523, difference: 1023 }, '/b'), {
        locale: 'vi',
        fieldTexts,
      }),
      'Ghi chú dài tối đa 500 ký tự. Hiện có 1.523 ký tự, cần bớt 1.023.',
    );
    assert.equal(
      renderIssue(issue('keyword.required', {}, '/a/part'), { locale: 'vi', fieldTexts }),
      'Nhập ngày sinh của trẻ.',
    );
  });

  it('say exactly what is wrong with a date', () => {
    const params = { day: 30, month: 2, year: 2025, part: 'day' };
    assert.equal(
      renderIssue(issue('kind.date-impossible', params), { locale: 'vi', fieldTexts }),
      'Tháng 2 năm 2025 không có ngày 30. Kiểm tra lại ngày sinh.',
    );
    assert.equal(
      renderIssue(issue('kind.date-incomplete', { missing: ['month', 'year'] }), { locale: 'vi', fieldTexts }),
      'Ngày sinh: nhập thêm tháng và năm.',
    );
    assert.equal(
      renderIssue(issue('kind.date-impossible', { ...params, part: 'month', month: 13 }), {
        locale: 'en',
        fieldTexts: {},
      }),
      'There is no month 13; months are 1 to 12. Check this field.',
    );
  });

  it('fall back on the message of the server, the catalogue, and a plain request', () => {
    assert.equal(
      renderIssue({ ...issue('x.y'), message: { vi: 'Xem lại.' } }, { locale: 'en', fieldTexts: {} }),
      'Xem lại.',
    );
    assert.equal(
      renderIssue(issue('upload.empty'), { locale: 'vi', fieldTexts, catalog: { 'upload.empty': 'Chọn tệp khác.' } }),
      'Chọn tệp khác.',
    );
    assert.equal(renderIssue(issue('x.y'), { locale: 'vi', fieldTexts }), 'Ngày sinh: kiểm tra lại mục này.');
    assert.equal(
      renderIssue(issue('keyword.constructor'), { locale: 'vi', fieldTexts: {} }),
      'Mục này: kiểm tra lại mục này.',
    );
  });
});
