import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ISSUE_CODES } from '../../issue-codes.js';
import { furtherEn } from '../../kinds/further/messages/en.js';
import { furtherVi } from '../../kinds/further/messages/vi.js';
import { renderIssue } from '../render-issue.js';
import { en, enMessages } from './en.js';
import { layPack } from './pack.js';
import { vi, viMessages } from './vi.js';

const packs = {
  vi: layPack({ locale: 'vi', texts: furtherVi }, viMessages),
  en: layPack({ locale: 'en', texts: furtherEn }, enMessages),
};

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
    const sources = new URL('../../../src/', import.meta.url);
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
      encoding: 'TCVN3',
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
        assert.doesNotMatch(renderIssue(issue(code, params), { messages: packs[locale], fieldTexts }), /[{}]/u, code);
  });

  it('take the text of the field before the default', () => {
    assert.equal(renderIssue(issue('keyword.required'), { fieldTexts }), 'Nhập ngày sinh của trẻ.');
    assert.equal(renderIssue(issue('keyword.required', {}, '/b'), { fieldTexts }), 'Nhập hoặc chọn ghi chú.');
    assert.equal(
      renderIssue(issue('keyword.maxLength', { limit: 500, actual: 1523, difference: 1023 }, '/b'), {
        fieldTexts,
      }),
      'Ghi chú dài tối đa 500 ký tự. Hiện có 1.523 ký tự, cần bớt 1.023 ký tự.',
    );
    assert.equal(renderIssue(issue('keyword.required', {}, '/a/part'), { fieldTexts }), 'Nhập ngày sinh của trẻ.');
  });

  it('say exactly what is wrong with a date', () => {
    const params = { day: 30, month: 2, year: 2025, part: 'day' };
    assert.equal(
      renderIssue(issue('kind.date-impossible', params), { fieldTexts }),
      'Tháng 2 năm 2025 không có ngày 30. Kiểm tra lại ngày sinh.',
    );
    assert.equal(
      renderIssue(issue('kind.date-incomplete', { missing: ['month', 'year'] }), { fieldTexts }),
      'Ngày sinh: nhập thêm tháng và năm.',
    );
    assert.equal(
      renderIssue(issue('kind.date-impossible', { ...params, part: 'month', month: 13 }), {
        messages: enMessages,
        fieldTexts: {},
      }),
      'There is no month 13; months are 1 to 12. Check this field.',
    );
  });

  it('fall back on the message of the server, the catalogue, and a plain request', () => {
    assert.equal(
      renderIssue({ ...issue('x.y'), message: { vi: 'Xem lại.' } }, { messages: enMessages, fieldTexts: {} }),
      'Xem lại.',
    );
    assert.equal(
      renderIssue(issue('upload.empty'), { fieldTexts, catalog: { 'upload.empty': 'Chọn tệp khác.' } }),
      'Chọn tệp khác.',
    );
    assert.equal(renderIssue(issue('x.y'), { fieldTexts }), 'Ngày sinh: kiểm tra lại mục này.');
    assert.equal(renderIssue(issue('keyword.constructor'), { fieldTexts: {} }), 'Mục này: kiểm tra lại mục này.');
  });
});

describe('numbers in messages', () => {
  it('have their unit in one and in many where English tells them apart', () => {
    for (const [code, text] of Object.entries({ ...en, ...furtherEn }))
      assert.doesNotMatch(text, /\{(?:limit|actual|difference|expected)\} [a-z]+s\b/u, code);
    const found = { code: 'keyword.minItems', severity: 'error', source: 'schema', pointer: '/a' } as const;
    const fieldTexts = { '/a': { label: 'Children' } };
    assert.equal(
      renderIssue({ ...found, params: { limit: 1, actual: 0 } }, { messages: packs.en, fieldTexts }),
      'Children: give at least 1 entry. It has 0 entries now.',
    );
  });

  it('have their unit in Vietnamese, which knows one form', () => {
    for (const [code, text] of Object.entries({ ...vi, ...furtherVi }))
      assert.doesNotMatch(text, /\{(?:actual|difference|expected)\}[.,;]/u, code);
  });
});

describe('packs of messages', () => {
  const issue = (code: string, params = {}): Parameters<typeof renderIssue>[0] => ({
    code,
    severity: 'error',
    source: 'schema',
    pointer: '/a',
    params,
  });
  const fieldTexts = { '/a': { label: 'A' } };

  it('fall back text by text when a language is translated in part', () => {
    const partial = layPack(
      { locale: 'tyz', texts: { 'keyword.minimum': '{label} ≥ {limit}' }, words: { and: ' + ' } },
      viMessages,
    );
    assert.equal(
      renderIssue(issue('keyword.minimum', { limit: 1250 }), { messages: partial, fieldTexts }),
      'A ≥ 1.250',
    );
    assert.equal(
      renderIssue(issue('kind.date-incomplete', { missing: ['month', 'year'] }), { messages: partial, fieldTexts }),
      'A: nhập thêm tháng + năm.',
    );
    assert.equal(
      renderIssue(issue('keyword.enum'), { messages: partial, fieldTexts }),
      'A: chọn một mục trong danh sách.',
    );
  });

  it('stand beside each other: two languages on one page share nothing', () => {
    const found = issue('keyword.minLength', { limit: 1, actual: 0 });
    assert.equal(renderIssue(found, { messages: packs.vi, fieldTexts }), 'A: nhập ít nhất 1 ký tự. Hiện có 0 ký tự.');
    assert.equal(
      renderIssue(found, { messages: packs.en, fieldTexts }),
      'A: enter at least 1 character. It has 0 characters now.',
    );
  });

  it('load no English with Vietnamese', () => {
    const folder = new URL('../../../dist/', import.meta.url);
    const seen = new Set<string>();
    const follow = (file: URL): void => {
      if (seen.has(file.href)) return;
      seen.add(file.href);
      for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/gu))
        follow(new URL(path ?? '', file));
    };
    for (const entry of ['text/index.js', 'runtime.js', 'kinds/further/index.js', 'kinds/further/messages/vi.js'])
      follow(new URL(entry, folder));
    assert.ok(seen.size > 60);
    assert.deepEqual(
      [...seen].filter((name) => name.endsWith('/en.js')),
      [],
    );
  });
});
