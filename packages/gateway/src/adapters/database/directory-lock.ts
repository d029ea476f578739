/**
 * Keeps a second process out of a database folder by a socket that is held for as long as the process lives. A process number in a file would
 * outlive a crash and may belong to somebody else by then; a socket of a dead process refuses connections.
 */
import { createHash } from 'node:crypto';
import { mkdir, rename, stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface DirectoryLock {
  release(): Promise<void>;
}

/** Another process holds the folder. */
export class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError';
  readonly code = 'database.in-use';

  constructor(readonly directory: string) {
    super(`The database in ${directory} is open in another process. Stop that process, or choose another folder.`);
  }
}

/** Unix socket addresses end at 107 bytes, on some systems at 103. */
const MAX_SOCKET_PATH = 100;

/** @throws DirectoryInUseError */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const address = chooseAddress(resolve(directory));
  if (process.platform !== 'win32') await mkdir(dirname(address), { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(address);
    if (server) return { release: () => new Promise((done) => server.close(() => done())) };
    if (await isAnswered(address)) break;
    if (!(await removeStale(address))) break;
  }
  throw new DirectoryInUseError(directory);
}

function chooseAddress(directory: string): string {
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\motcua-${name}`;
  const beside = `${directory}.lock`;
  return Buffer.byteLength(beside) <= MAX_SOCKET_PATH ? beside : join(tmpdir(), `motcua-${name}.lock`);
}

/** Takes the address, or answers nothing when something stands there. */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(undefined) : fail(error),
    );
    server.listen(address, () => {
      server.unref();
      done(server);
    });
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', (error: NodeJS.ErrnoException) =>
      done(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    );
  });
}

/**
 * Moves a dead socket away. Two starters may both find it dead; the inode tells whether what was moved is still that one, and a live socket goes
 * back to its place, where it keeps working: it is bound to its inode.
 */
async function removeStale(address: string): Promise<boolean> {
  const found = await readInode(address);
  if (found === undefined) return true;
  const aside = `${address}.${process.pid}`;
  try {
    await rename(address, aside);
  } catch {
    return true;
  }
  if ((await readInode(aside)) !== found || (await isAnswered(aside))) {
    await rename(aside, address);
    return false;
  }
  await unlink(aside);
  return true;
}

function readInode(path: string): Promise<number | undefined> {
  return stat(path).then(
    (file) => file.ino,
    () => undefined,
  );
}
