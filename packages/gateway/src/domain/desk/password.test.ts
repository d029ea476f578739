import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, verifyPassword } from './password.js';

test('a password is recognised by its hash, another is not, and the same password has two hashes', async () => {
  const hash = await hashPassword('mật khẩu của tôi');
  assert.equal(await verifyPassword('mật khẩu của tôi', hash), true);
  assert.equal(await verifyPassword('mật khẩu của tôi ', hash), false);
  assert.notEqual(hash, await hashPassword('mật khẩu của tôi'));
  assert.doesNotMatch(hash, /mật/);
});

test('composed and decomposed marks are one password', async () => {
  const hash = await hashPassword('hòa bình'.normalize('NFD'));
  assert.equal(await verifyPassword('hòa bình'.normalize('NFC'), hash), true);
});

test('what is no hash of ours fits no password', async () => {
  for (const hash of ['', 'plain', 'scrypt$1$2$3$zz$yy']) assert.equal(await verifyPassword('', hash), false);
});
