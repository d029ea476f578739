import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigurationError, readConfiguration } from './configuration.js';

test('an empty environment gives the local sample', () => {
  const configuration = readConfiguration({});
  assert.equal(configuration.port, 4180);
  assert.equal(configuration.host, '127.0.0.1');
  assert.equal(configuration.database.kind, 'pglite');
  assert.deepEqual(configuration.allowedOrigins, ['http://localhost:4170', 'http://localhost:4190']);
});

test('a database address and listed origins are taken', () => {
  const configuration = readConfiguration({
    DATABASE_URL: 'postgres://gateway@db/motcua',
    PORTAL_ORIGINS: 'https://a.example, https://b.example:8443',
    TRUSTED_PROXIES: '10.0.0.0/8',
  });
  assert.deepEqual(configuration.database, { kind: 'postgres', url: 'postgres://gateway@db/motcua' });
  assert.deepEqual(configuration.allowedOrigins, ['https://a.example', 'https://b.example:8443']);
  assert.deepEqual(configuration.trustedProxies, ['10.0.0.0/8']);
});

test('each fault is one line that names the variable, and no password', () => {
  const faults = [
    { GATEWAY_PORT: 'http' },
    { GATEWAY_PORT: '70000' },
    { DATABASE_URL: 'mysql://root:hunter2@db' },
    { PORTAL_ORIGINS: 'https://a.example/path' },
    { PORTAL_ORIGINS: '*' },
  ];
  for (const variables of faults) {
    assert.throws(
      () => readConfiguration(variables),
      (error) =>
        error instanceof ConfigurationError &&
        error.message.includes(Object.keys(variables)[0] as string) &&
        !/hunter2|\n/.test(error.message),
    );
  }
});
