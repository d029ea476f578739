import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAddressReader } from './client-address.js';

function ask(forwarded?: string): Request {
  return new Request(
    'http://gateway.test/',
    forwarded === undefined ? {} : { headers: { 'X-Forwarded-For': forwarded } },
  );
}

test('without trusted proxies the peer is the client, whatever it says', () => {
  assert.equal(createAddressReader([])(ask('203.0.113.9'), '198.51.100.1'), '198.51.100.1');
});

test('behind trusted proxies it is the nearest address that is not one of them', () => {
  const read = createAddressReader(['10.0.0.0/8', '::1']);
  assert.equal(read(ask('203.0.113.9, 198.51.100.7, 10.1.2.3'), '10.0.0.1'), '198.51.100.7');
  assert.equal(read(ask('203.0.113.9'), '::ffff:10.0.0.1'), '203.0.113.9');
  assert.equal(read(ask('203.0.113.9'), '::1'), '203.0.113.9');
  assert.equal(read(ask('not an address'), '10.0.0.1'), '10.0.0.1');
});

test('a proxy that is no address is refused at the start', () => {
  assert.throws(() => createAddressReader(['proxy.example']), /proxy\.example/);
});
