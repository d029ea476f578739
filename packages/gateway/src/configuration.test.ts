import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, readConfiguration, readSampleOfficer } from './configuration.js';

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
    { DESK_ORIGINS: 'motcua.tinh.example' },
    { DESK_COOKIE: 'none' },
    { DESK_COOKIE: 'plain', GATEWAY_HOST: '0.0.0.0' },
    { DESK_COOKIE: 'plain', NODE_ENV: 'production' },
    { RECEPTION_FILE: '/nowhere/reception.json' },
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

test('the desk is open to the gateway’s own page on this machine, and to listed origins alone elsewhere', () => {
  assert.deepEqual(readConfiguration({ GATEWAY_PORT: '4200' }).desk?.origins, ['http://127.0.0.1:4200']);
  assert.deepEqual(readConfiguration({ GATEWAY_HOST: '0.0.0.0' }).desk?.origins, []);
  const listed = readConfiguration({ DESK_ORIGINS: 'https://motcua.tinh.example' });
  assert.deepEqual(listed.desk?.origins, ['https://motcua.tinh.example']);
  assert.equal(listed.desk?.cookie, 'host');
  assert.equal(readConfiguration({ DESK_COOKIE: 'plain' }).desk?.cookie, 'plain');
});

test('a sample officer is made on request, and never in production', () => {
  assert.equal(readSampleOfficer({}), undefined);
  assert.equal(readSampleOfficer({ SAMPLE_OFFICER: '00004' }), '00004');
  for (const variables of [{ SAMPLE_OFFICER: '00004', NODE_ENV: 'production' }, { SAMPLE_OFFICER: 'yes' }])
    assert.throws(() => readSampleOfficer(variables), /SAMPLE_OFFICER/);
});

test('the file on reception is checked whole before anything starts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reception-'));
  const path = join(folder, 'reception.json');
  const read = (content: unknown): unknown => {
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return readConfiguration({ RECEPTION_FILE: path }).desk?.reception;
  };
  try {
    const good = { agencies: { '00004': { identifier: 'H26.12' } }, soonLateHours: 4 };
    assert.deepEqual(read(good), good);
    const faults: [unknown, RegExp][] = [
      ['{', /not JSON/],
      [{ colour: 1 }, /additional/],
      [{ agencies: { 4: { identifier: 'H26' } } }, /agencies/],
      [{ agencies: { '00004': { identifier: 'H26-1' } } }, /identifier "H26-1"/],
      [{ agencies: { '00004': { identifier: 'H26' }, '00008': { identifier: 'H26' } } }, /clash/],
      [{ codePattern: '{agency}' }, /lacks \{serial\}/],
    ];
    for (const [content, message] of faults) assert.throws(() => read(content), message, JSON.stringify(content));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
