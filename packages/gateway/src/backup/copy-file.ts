/**
 * Copies a file and says what was copied.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface FileFacts {
  bytes: number;
  sha256: string;
}

/** To a file that is not there yet, for its owner only; it is on the disk when this resolves. */
export async function copyFile(from: string, to: string): Promise<FileFacts> {
  const counted = countBytes();
  // Opened first: where there is nothing to copy, nothing may be left behind.
  const source = await open(from, 'r');
  await pipeline(source.createReadStream(), counted.stream, createWriteStream(to, { flags: 'wx', mode: 0o600 }));
  await syncFile(to);
  return counted.facts();
}

export async function measureFile(path: string): Promise<FileFacts> {
  const counted = countBytes();
  counted.stream.resume();
  await pipeline(createReadStream(path), counted.stream);
  return counted.facts();
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function countBytes(): { stream: Transform; facts(): FileFacts } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, facts: () => ({ bytes, sha256: hash.digest('hex') }) };
}
