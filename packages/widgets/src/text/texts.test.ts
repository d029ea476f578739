import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementsEn } from './elements.en.js';
import { elementsVi } from './elements.vi.js';
import { formatSent, formatSize, formatTimeLeft } from './format-amount.js';
import { defaultTexts, loadTexts } from './load-texts.js';
import { createTexts, type Text } from './texts.js';

const placeholders = (text: Text): string[] =>
  [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test('English has every word and asks for the same parameters', () => {
  assert.deepEqual(Object.keys(elementsEn).sort(), Object.keys(elementsVi).sort());
  for (const key of Object.keys(elementsVi) as (keyof typeof elementsVi)[]) {
    assert.deepEqual([...new Set(placeholders(elementsEn[key]))], [...new Set(placeholders(elementsVi[key]))], key);
  }
});

test('every Vietnamese word is in NFC', () => {
  for (const text of Object.values(elementsVi)) assert.equal(text, text.normalize('NFC'));
});

test('parameters are filled, numbers written the way of the language, unknown ones left to be seen', () => {
  const texts = createTexts<'a'>('vi', { a: '{count} trên {limit}, {other}, {constructor}' });
  assert.equal(texts.t('a', { count: 1250, limit: '2' }), '1.250 trên 2, {other}, {constructor}');
});

test('plural forms follow the count', async () => {
  const en = await loadTexts('en');
  assert.equal(en.t('summary.heading', { count: 1 }), '1 place to correct before continuing');
  assert.equal(en.t('summary.heading', { count: 2 }), '2 places to correct before continuing');
  assert.equal(defaultTexts.t('summary.heading', { count: 1 }), 'Cần sửa 1 chỗ trước khi tiếp tục');
});

test('later modules win, and a key without words shows itself', () => {
  const texts = createTexts<'a' | 'b'>('vi', { a: 'một' }, { a: 'hai' });
  assert.deepEqual([texts.t('a'), texts.t('b')], ['hai', 'b']);
});

test('sizes and times are written as citizens read them', () => {
  assert.equal(formatSize(1_250_000, 'vi'), '1,3\u00A0MB');
  assert.equal(formatSize(1_250_000, 'en'), '1.3\u00A0MB');
  assert.equal(formatSize(0, 'vi'), '0\u00A0kB');
  assert.equal(formatSize(12, 'vi'), '1\u00A0kB');
  assert.deepEqual(formatSent(1_930_000, 3_100_000, 'vi'), { sent: '1,9', total: '3,1\u00A0MB' });
  assert.deepEqual(formatSent(50_000, 3_100_000, 'vi'), { sent: '50\u00A0kB', total: '3,1\u00A0MB' });
  assert.equal(formatTimeLeft(8.2, defaultTexts), 'còn khoảng 8 giây');
  assert.equal(formatTimeLeft(150, defaultTexts), 'còn khoảng 3 phút');
});
