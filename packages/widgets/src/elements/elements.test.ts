import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitDate, writeDate } from './date-field/date-parts.js';
import { percentSent } from './file-field/file-row.js';
import { isDossierState } from './tag/dossier-states.js';
import { writePath } from './ticket/qr-code.js';
import { splitCode } from './ticket/ticket.js';

test('every element can be imported where there is no page', async () => {
  await import('../define/elements.js');
});

test('a date is split into its parts and written day first', () => {
  assert.deepEqual(splitDate('2026-11-05'), { year: '2026', month: '11', day: '05' });
  assert.deepEqual(splitDate('1998-03'), { year: '1998', month: '03', day: '' });
  assert.deepEqual(splitDate('05/11/2026'), { year: '', month: '', day: '' });
  assert.equal(writeDate(splitDate('1998-03')), '03/1998');
});

test('a percentage is whole, within bounds, and full only at the end', () => {
  assert.equal(percentSent(0, 0), 0);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (sent, size) => {
      const percent = percentSent(sent, size);
      assert.ok(Number.isInteger(percent) && percent >= 0 && percent <= 100);
      if (percent === 100) assert.ok(sent >= size);
    }),
  );
});

test('a path of runs covers exactly the dark modules', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 }),
      (rows) => {
        const drawn = rows.map((row) => row.map(() => false));
        for (const [, x, y, width] of writePath(rows).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
          for (let at = Number(x); at < Number(x) + Number(width); at += 1) drawn[Number(y)]![at] = true;
        }
        assert.deepEqual(drawn, rows);
      },
    ),
  );
});

test('a code cut where it may break reads as before', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('first-hyphen', 'each-hyphen'), (value, breaks) => {
      assert.equal(splitCode({ label: '', value, breaks }).join(''), value);
    }),
  );
});

test('names that objects inherit are no dossier states', () => {
  assert.equal(isDossierState('constructor'), false);
  assert.equal(isDossierState('supplementRequested'), true);
});
