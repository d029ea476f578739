import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TRANSITIONS } from '../states.js';
import { measureText, removeMarks } from './measure-text.js';
import { findTemplate, NOTICE_TEMPLATES } from './notice-templates.js';
import { NOTICE_TEXTS, type NoticeLocale } from './notice-texts.js';

const LOCALES = Object.keys(NOTICE_TEXTS) as NoticeLocale[];
const EVERY = LOCALES.flatMap((locale) =>
  NOTICE_TEMPLATES.map((template) => ({ locale, template, ...NOTICE_TEXTS[locale][template] })),
);
/** The longest that may stand in a message. */
const LONGEST: Readonly<Record<string, string>> = {
  code: 'H26.12.34.56-20260917-0092637',
  sentCode: 'TN-7K3M-Q9XD-2F8P',
  agency: 'Ủy ban nhân dân phường Phan Rang - Tháp Chàm',
  dueOn: '30/11/2026',
  until: '30/11/2026',
  items: '12',
};

function fill(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    assert.ok(Object.hasOwn(LONGEST, name), `there is no fact ${name}`);
    return LONGEST[name] ?? '';
  });
}

test('each message names the dossier, in subject and text', () => {
  for (const { subject, text, template, locale } of EVERY) {
    assert.match(subject, /\{code\}/, `${locale} ${template}`);
    assert.match(text, /\{(code|sentCode)\}/, `${locale} ${template}`);
  }
});

test('each message fits two short messages without marks, and is known facts and whole sentences', () => {
  for (const { subject, text, template, locale } of EVERY) {
    const filled = fill(text);
    assert.ok(measureText(filled).shortMessagesPlain <= 2, `${locale} ${template}: ${removeMarks(filled).length}`);
    assert.ok(fill(subject).length <= 90, `${locale} ${template}`);
    assert.match(text, /\.$/);
    assert.equal(text, text.normalize('NFC'));
  }
});

test('no message holds a link, a secret, blame, an exclamation mark, or a pronoun', () => {
  for (const { text, locale, template } of EVERY)
    assert.doesNotMatch(text, /https?:|www\.|[!]|\b(bạn|anh|chị|vui lòng)\b|không hợp lệ/iu, `${locale} ${template}`);
});

test('a sentence is at most about twenty words', () => {
  for (const { text, locale, template } of EVERY)
    for (const sentence of text.split(/[.;:] /))
      assert.ok(sentence.split(/\s+/).length <= 23, `${locale} ${template}: ${sentence}`);
});

test('both languages speak of the same facts', () => {
  const list = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
  for (const template of NOTICE_TEMPLATES)
    assert.deepEqual(list(NOTICE_TEXTS.vi[template].text), list(NOTICE_TEXTS.en[template].text), template);
});

test('every move of the state machine has a message of its own; an unknown one says that something changed', () => {
  for (const { move, actor } of TRANSITIONS)
    assert.notEqual(findTemplate({ move, actor }, { isDated: true }), 'changed', move);
  assert.equal(findTemplate({ move: 'constructor', actor: 'desk' }, { isDated: true }), 'changed');
  assert.equal(findTemplate({ actor: 'system' }, { isDated: false }), 'changed');
  assert.equal(findTemplate({ move: 'refuse', actor: 'desk' }, { isDated: false }), 'refused');
  assert.equal(findTemplate({ move: 'refuse', actor: 'system' }, { isDated: false }), 'ended-without-supplement');
});

test('a message speaks of a date only where there is one', () => {
  assert.equal(findTemplate({ move: 'receive', actor: 'desk' }, { isDated: true }), 'received');
  assert.equal(findTemplate({ move: 'receive', actor: 'desk' }, { isDated: false }), 'received-without-date');
  for (const { template, text } of EVERY)
    if (/\{dueOn\}/.test(text)) assert.ok(['received', 'supplemented', 'rescheduled'].includes(template), template);
});

test('a request names the last day only where the dossier ends by itself', () => {
  const request = { move: 'requestSupplement', actor: 'desk' } as const;
  assert.equal(findTemplate(request, { isDated: false }), 'supplement-requested');
  assert.equal(findTemplate(request, { isDated: false, endsByItself: true }), 'supplement-requested-until');
});

test('marks are what makes a short message short', () => {
  assert.deepEqual(measureText('Hồ sơ'), { characters: 5, shortMessages: 1, shortMessagesPlain: 1 });
  assert.equal(measureText('ồ'.repeat(71)).shortMessages, 2);
  assert.equal(measureText('a'.repeat(160)).shortMessages, 1);
  assert.equal(measureText('a'.repeat(161)).shortMessages, 2);
  assert.equal(removeMarks('Đã tiếp nhận hồ sơ ở Ủy ban'), 'Da tiep nhan ho so o Uy ban');
});
