import assert from 'node:assert/strict';
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { afterEach, beforeEach, it } from 'node:test';
import { createValidator } from '../create-validator.js';
import { SchemaError } from '../errors.js';
import type { JsonSchema } from '../plan/plan.js';

const asked: string[] = [];
const kept = {
  fetch: globalThis.fetch,
  http: http.request,
  https: https.request,
  lookup: dns.lookup,
  connect: net.Socket.prototype.connect,
};

beforeEach(() => {
  asked.length = 0;
  const ask = (name: string) => (): never => {
    asked.push(name);
    throw new Error(`${name} was called`);
  };
  globalThis.fetch = ask('fetch');
  http.request = ask('http.request');
  https.request = ask('https.request');
  dns.lookup = Object.assign(ask('dns.lookup'), { __promisify__: ask('dns.lookup') });
  net.Socket.prototype.connect = ask('connect');
});

afterEach(() => {
  globalThis.fetch = kept.fetch;
  http.request = kept.http;
  https.request = kept.https;
  dns.lookup = kept.lookup;
  net.Socket.prototype.connect = kept.connect;
});

const places: [string, JsonSchema][] = [
  ['$ref', { $ref: 'https://attacker.example/a.json' }],
  ['$dynamicRef', { $dynamicRef: 'https://attacker.example/a.json#x' }],
  ['$schema', { $schema: 'https://attacker.example/schema' }],
  ['$id', { $id: 'https://attacker.example/id', type: 'string' }],
  ['$vocabulary', { $vocabulary: { 'https://attacker.example/vocab': true } }],
  ['a file', { $ref: 'file:///etc/passwd' }],
  ['data', { $ref: 'data:application/json,true' }],
  ['annotations', { examples: ['https://attacker.example'], default: 'https://attacker.example', format: 'uri' }],
];
for (const [name, schema] of places)
  it(`no request comes of ${name}`, () => {
    try {
      createValidator(schema)('https://attacker.example/data');
    } catch (error) {
      assert.ok(error instanceof SchemaError);
      assert.match(error.code, /^schema\.(ref-unknown|unsupported)$/u);
    }
    assert.deepEqual(asked, []);
  });

it('the watch sees a request', () => {
  assert.throws(() => http.get('http://attacker.example/'));
  assert.deepEqual(asked.length > 0, true);
});
