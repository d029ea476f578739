import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanFileName } from './file-name.js';

test('a Vietnamese name is kept, in NFC', () => {
  assert.equal(cleanFileName('giấy chứng sinh.pdf'.normalize('NFD'), 'application/pdf'), 'giấy chứng sinh.pdf');
});

test('a name that hides its end behind a bidi override gets the extension of its content', () => {
  assert.equal(cleanFileName('hồ sơ\u202efdp.exe', 'application/pdf'), 'hồ sơfdp.exe.pdf');
});

test('folders, control characters and outer dots go', () => {
  assert.equal(cleanFileName('../../etc/\u0000pass\nwd.png', 'image/png'), 'passwd.png');
  assert.equal(cleanFileName('C:\\Users\\An\\..\\ảnh.jpeg', 'image/jpeg'), 'ảnh.jpeg');
  assert.equal(cleanFileName('...', 'image/webp'), 'giấy tờ.webp');
  assert.equal(cleanFileName('.pdf', 'application/pdf'), 'pdf.pdf');
});

test('names of devices and signs that file systems do not take are changed', () => {
  assert.equal(cleanFileName('con.pdf', 'application/pdf'), '_con.pdf');
  assert.equal(cleanFileName('LPT1', 'image/png'), '_LPT1.png');
  assert.equal(cleanFileName('Côn Đảo.pdf', 'application/pdf'), 'Côn Đảo.pdf');
  assert.equal(cleanFileName('12:30 "bản 2"?.pdf', 'application/pdf'), '12_30 _bản 2__.pdf');
});

test('any name becomes one of 1 to 255 units, well formed, without controls, with a fitting extension, and stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
      const clean = cleanFileName(name, 'application/pdf');
      assert.ok(clean.length >= 5 && clean.length <= 255);
      assert.ok(clean.toLowerCase().endsWith('.pdf'));
      assert.doesNotMatch(clean, /[\p{Cc}\p{Cf}\p{Cs}/\\]/u);
      assert.equal(cleanFileName(clean, 'application/pdf'), clean);
    }),
  );
});
