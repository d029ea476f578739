import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROBLEMS } from '@motcua/gateway';
import { DECISIONS } from '../decision/decisions.js';
import { DeskProblem } from '../wire/desk-problem.js';
import { deskEn } from './desk-texts.en.js';
import { deskVi } from './desk-texts.vi.js';
import { loadDeskTexts, pickText, vietnameseTexts as vi } from './desk-texts.js';
import { describeProblem } from './describe-problem.js';

const written = (text: unknown): string => (typeof text === 'string' ? text : JSON.stringify(text));

describe('the words of the desk', () => {
  test('are NFC and have the same places to fill in both languages', () => {
    const places = (text: unknown): string[] => [...new Set(written(text).match(/\{\w+\}/g))].sort();
    for (const [key, text] of Object.entries(deskVi)) {
      assert.equal(written(text), written(text).normalize('NFC'), key);
      assert.deepEqual(places(deskEn[key as keyof typeof deskVi]), places(text), key);
    }
    assert.deepEqual(Object.keys(deskEn), Object.keys(deskVi));
  });

  test('say of every problem what to do now, and never only that it is wrong', () => {
    for (const [key, text] of Object.entries(deskVi)) {
      if (!key.startsWith('problem.')) continue;
      assert.match(written(text), /\.["}]?/, key);
      assert.doesNotMatch(written(text), /không hợp lệ|sai định dạng|!/, key);
    }
  });

  test('know every problem that the desk of the gateway answers with', () => {
    const own = Object.keys(PROBLEMS).filter((code) => /^(officer|result|paper|register)\./.test(code));
    assert.ok(own.length >= 5);
    for (const code of own) assert.ok(Object.hasOwn(deskVi, `problem.${code}`), code);
  });

  test('choose the language, and Vietnamese where a text has no other', async () => {
    const en = await loadDeskTexts('en');
    assert.deepEqual([en.locale, en.t('signIn.act'), vi.t('signIn.act')], ['en', 'Sign in', 'Đăng nhập']);
    assert.equal(pickText({ vi: 'Hộ tịch' }, 'en'), 'Hộ tịch');
    assert.equal(pickText({ vi: 'Hộ tịch', en: 'Civil status' }, 'en'), 'Civil status');
  });

  test('name each decision with its button, its meaning, its confirmation and its end; no key opens two', () => {
    for (const { move } of DECISIONS)
      for (const part of ['', '.what', '.confirm', '.done'])
        assert.ok(Object.hasOwn(deskVi, `move.${move}${part}`), move);
    assert.equal(new Set(DECISIONS.map(({ key }) => key)).size, DECISIONS.length);
  });
});

describe('a problem in words', () => {
  test('says how many minutes to wait, and which reference to quote', () => {
    const throttled = new DeskProblem('officer.throttled', { status: 429, retryAfter: 61, reference: 'abc' });
    assert.equal(
      describeProblem(throttled, vi),
      'Đã nhập sai nhiều lần. Chờ 2 phút rồi đăng nhập lại. Mã để báo: abc.',
    );
  });

  test('of an unknown code is still a sentence with a cure, and what was thrown otherwise is a broken line', () => {
    assert.equal(describeProblem(new DeskProblem('x.y', { status: 500 }), vi), vi.t('problem.desk.failed'));
    assert.equal(describeProblem(new TypeError('fetch'), vi), vi.t('problem.desk.offline'));
  });
});
