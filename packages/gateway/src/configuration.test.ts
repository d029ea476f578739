import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, readConfiguration, readProgram, readSampleOfficer } from './configuration.js';

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
    { WATCH_FILE: '/nowhere/watch.json' },
    { TRUSTED_PROXIES: '10.0.0.0/33' },
    { TRUSTED_PROXIES: 'proxy.internal' },
    { METRICS_FROM: '10.0.0.0/8/8' },
    { METRICS_TOKEN: 'hunter2' },
    { MAILBOX: 'yes' },
    { MAILBOX: 'on', NODE_ENV: 'production' },
    { OUTBOX_ATTEMPTS: '0' },
    { OUTBOX_ATTEMPTS: '1e3' },
    { READY_FREE_MEGABYTES: '-1' },
    { STOP_SECONDS: '601' },
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

test('every fault of every variable is said in one go, one line each', () => {
  const variables = {
    GATEWAY_PORT: 'http',
    DATABASE_URL: 'mysql://root:hunter2@db',
    PORTAL_ORIGINS: '*, https://a.example/path, https://good.example',
    DESK_COOKIE: 'none',
    RECEPTION_FILE: '/nowhere/reception.json',
    METRICS_TOKEN: 'hunter2',
    MAILBOX: 'on',
    SAMPLE_OFFICER: 'yes',
    NODE_ENV: 'production',
  };
  assert.throws(
    () => readProgram(variables),
    (error) => {
      assert.ok(error instanceof ConfigurationError);
      const lines = error.message.split('\n');
      assert.deepEqual(lines, [...error.faults]);
      const named = lines.map((line) => /^[A-Z_]+/.exec(line)?.[0]);
      assert.deepEqual(named.sort(), [
        'DATABASE_URL',
        'DESK_COOKIE',
        'GATEWAY_PORT',
        'MAILBOX',
        'METRICS_TOKEN',
        'PORTAL_ORIGINS',
        'PORTAL_ORIGINS',
        'RECEPTION_FILE',
        'SAMPLE_OFFICER',
        'SAMPLE_OFFICER',
      ]);
      for (const line of lines) assert.match(line, /^[A-Z_]+.*\.$/);
      return !/hunter2/.test(error.message);
    },
  );
});

test('a variable that looks like ours and does nothing is warned of; others are none of our business', () => {
  const { warnings } = readProgram({
    GATEWAY_PROT: '80',
    MOTCUA_DATADIR: '/srv',
    DATABASE_UR: 'postgres://db',
    METRICS_FORM: '10.0.0.1',
    DESK_COLOUR: 'red',
    PATH: '/bin',
    HOME: '/root',
    PORTAL_PORTS: '',
  });
  assert.deepEqual(warnings, [
    'GATEWAY_PROT is not known and does nothing. Is GATEWAY_PORT meant?',
    'MOTCUA_DATADIR is not known and does nothing. Is MOTCUA_DATA_DIR meant?',
    'DATABASE_UR is not known and does nothing. Is DATABASE_URL meant?',
    'METRICS_FORM is not known and does nothing. Is METRICS_FROM meant?',
    'DESK_COLOUR is not known and does nothing.',
  ]);
});

test('messages, alarms, metrics and stop are set by variables', () => {
  const token = 'x'.repeat(32);
  const { operation, timeouts } = readConfiguration({
    METRICS_FROM: '10.0.0.5, 10.1.0.0/16, ::1',
    METRICS_TOKEN: token,
    MAILBOX: 'on',
    OUTBOX_ATTEMPTS: '4',
    READY_FREE_MEGABYTES: '1',
    STOP_SECONDS: '30',
  });
  assert.deepEqual(operation?.metrics, { addresses: ['10.0.0.5', '10.1.0.0/16', '::1'], token });
  assert.deepEqual(
    [operation?.mailbox, operation?.outbox?.attempts, operation?.minFreeBytes, timeouts?.drain],
    [true, 4, 1024 * 1024, 30_000],
  );
  const usual = readConfiguration({}).operation;
  assert.deepEqual([usual?.mailbox, usual?.metrics, usual?.watch], [false, { addresses: [] }, undefined]);
});

test('the file on alarms is checked before anything starts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'watch-'));
  const path = join(folder, 'watch.json');
  const read = (content: unknown): unknown => {
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return readConfiguration({ WATCH_FILE: path }).operation?.watch;
  };
  try {
    const good = { unclaimedHours: 4, supplement: { workingDays: 10, end: true, warnBefore: 2 } };
    assert.deepEqual(read(good), good);
    const faults: [unknown, RegExp][] = [
      ['{', /not JSON/],
      [{ unclaimedHours: 0 }, /unclaimedHours/],
      [{ supplement: { workingDays: 1.5 } }, /workingDays/],
      [{ procedures: { 'Birth Registration': { supplement: {} } } }, /procedures/],
      [{ supplements: {} }, /additional/],
    ];
    for (const [content, message] of faults) assert.throws(() => read(content), message, JSON.stringify(content));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
