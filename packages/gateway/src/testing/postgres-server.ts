/**
 * A PostgreSQL server for tests: the one that TEST_DATABASE_URL names, or one of our own in a folder that goes with it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';

export interface PostgresServer {
  /** Of the database `postgres`, by a user who may make others. */
  url: string;
  /** Makes an empty database and answers its URL. */
  createDatabase(): Promise<string>;
  dropDatabase(url: string): Promise<void>;
  close(): Promise<void>;
}

/** Uses the server of TEST_DATABASE_URL, or starts one, which takes about two seconds. */
export async function openPostgresServer(
  given: string | undefined = process.env['TEST_DATABASE_URL'],
): Promise<PostgresServer> {
  if (given !== undefined && given !== '') return describeServer(given, () => Promise.resolve());
  const binaries = await findPostgresBinaries();
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const remove = async (): Promise<void> => {
    for (const path of [folder, binaries.copy]) if (path) await rm(path, { recursive: true, force: true });
  };
  try {
    if (binaries.runAs) await chown(folder, binaries.runAs.uid, binaries.runAs.gid);
    await runInitdb(binaries, folder);
    const port = await findFreePort();
    const server = await start(binaries, folder, port);
    return describeServer(`postgres://postgres@127.0.0.1:${port}/postgres`, async () => {
      await stop(server);
      await remove();
    });
  } catch (error) {
    await remove();
    throw error;
  }
}

function describeServer(url: string, close: () => Promise<void>): PostgresServer {
  return {
    url,
    close,
    async createDatabase() {
      const name = `motcua_test_${randomBytes(8).toString('hex')}`;
      await runOn(url, `create database ${name}`);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    dropDatabase: (own) => runOn(url, `drop database if exists ${new URL(own).pathname.slice(1)} with (force)`),
  };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The order of Vietnamese and the time zone of Viet Nam, as a server there has them: no test may lean on those of PGlite. */
const CLUSTER = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
const COLLATION = ['--locale-provider=icu', '--icu-locale=vi-VN'];
/** What is tested is the loss of gateways, not of the server: it need not wait for the disk. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  max_connections: '400',
  timezone: 'Asia/Ho_Chi_Minh',
};

async function runInitdb({ initdb, runAs }: PostgresBinaries, folder: string): Promise<void> {
  const child = spawn(initdb, [`--pgdata=${folder}`, ...CLUSTER, ...COLLATION], {
    ...runAs,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((done, fail) => child.once('error', fail).once('close', done));
  if (code !== 0) throw new Error(`initdb failed: ${said}`);
}

function start({ postgres, runAs }: PostgresBinaries, folder: string, port: number): Promise<ChildProcess> {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', folder, '-p', String(port), ...settings], {
    ...runAs,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((done, fail) => {
    let said = '';
    child.once('error', fail);
    child.once('exit', () => fail(new Error(`PostgreSQL did not start: ${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
      if (said.includes('ready to accept connections')) done(child);
    });
    process.once('exit', () => child.kill('SIGKILL'));
    // Ended from outside, this process must not leave the server behind.
    process.once('SIGTERM', () => process.exit(143));
  });
}

/** SIGINT: a fast shutdown, which ends connections. */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGINT');
  });
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
