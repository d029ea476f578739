import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lettersEn } from '../../text/letters.en.js';
import { lettersVi } from '../../text/letters.vi.js';
import { sayTimeLimit, writeCount, writeDate, writeDay, writeMoment, writeShortMoment } from './letter-times.js';

test('an instant is written in the time of Việt Nam, whatever the zone of the device', () => {
  assert.equal(
    writeMoment('2026-11-19T17:30:00Z', 'vi'),
    '00\u00A0giờ 30\u00A0phút, ngày\u00A020 tháng\u00A011 năm\u00A02026',
  );
  assert.equal(writeMoment('2026-11-19T16:59:59Z', 'en'), '23:59, 19 November 2026');
  assert.equal(writeShortMoment('2026-01-05T01:05:00Z'), '08:05 05/01/2026');
  assert.equal(writeDay('2026-12-31T17:00:00Z', 'vi'), 'ngày\u00A001 tháng\u00A001 năm\u00A02027');
  assert.equal(writeDate('2026-11-05'), '05/11/2026');
});

test('counts have two digits in the official language', () => {
  assert.deepEqual(
    [writeCount(3, 'vi'), writeCount(12, 'vi'), writeCount(0.5, 'vi'), writeCount(3, 'en')],
    ['03', '12', '0,5', '3'],
  );
});

test('a time limit is said in its own unit; no days at all are the same day', () => {
  assert.deepEqual(sayTimeLimit({ workingDays: 0 }), { key: 'timeLimit.sameDay' });
  assert.deepEqual(sayTimeLimit({ workingDays: 7 }), { key: 'timeLimit.days', count: 7 });
  assert.deepEqual(sayTimeLimit({ workingHours: 8 }), { key: 'timeLimit.hours', count: 8 });
  assert.deepEqual(sayTimeLimit(undefined), { key: 'timeLimit.none' });
});

test('no instant is written with a part missing', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      assert.match(
        writeMoment(date.toISOString(), 'vi'),
        /^\d{2}\u00A0giờ \d{2}\u00A0phút, ngày\u00A0\d{2} tháng\u00A0\d{2} năm\u00A0\d{4}$/,
      );
    }),
  );
});

test('each official word has a meaning with the same parameters, in NFC', () => {
  const parameters = (text: unknown): string[] =>
    [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  for (const [key, text] of Object.entries(lettersVi)) {
    const meaning = lettersEn[key as keyof typeof lettersVi];
    assert.deepEqual([...new Set(parameters(meaning))].sort(), [...new Set(parameters(text))].sort(), key);
    assert.equal(text, text.normalize('NFC'), key);
  }
});
