/**
 * Sends one large file with tus-js-client through a proxy that cuts the connection, and tells how it went.
 */
import { createHash, randomBytes } from 'node:crypto';
import { Upload } from 'tus-js-client';
import type { RunningServer } from '../node-server.js';
import { startCuttingProxy } from './cutting-proxy.js';
import { createTusClient } from './tus-client.js';
import { writeSamplePdf } from './write-pdf.js';

export interface CutUpload {
  bytes: number;
  cuts: number;
  /** Bytes that came to the proxy beyond those of the file: headers, and what was lost at a cut. */
  extra: number;
  /** Steps back of what the client held to be accepted. */
  stepsBack: number;
  /** SHA-256 by the client and by the gateway. */
  sent: string;
  kept: string;
  seconds: number;
}

const CHUNK = 4 * 1024 * 1024;

export async function sendThroughCuts(server: RunningServer, megabytes: number, cuts: number): Promise<CutUpload> {
  const file = writeLargePdf(megabytes * 1024 * 1024);
  const cutAt = Array.from({ length: cuts }, (_, index) => Math.floor(((index + 0.5) * file.byteLength) / cuts));
  const proxy = await startCuttingProxy(server.url, cutAt);
  const tus = createTusClient(server.url, fetch);
  const start = performance.now();
  try {
    const { path, stepsBack } = await upload(file, `${proxy.url}/v1/uploads`, tus.key);
    const seconds = (performance.now() - start) / 1000;
    const answer = await tus.complete(path, file);
    const { sha256: kept = '' } = (await answer.json()) as { sha256?: string };
    return {
      bytes: file.byteLength,
      cuts: proxy.cuts,
      extra: proxy.received - file.byteLength,
      stepsBack,
      sent: createHash('sha256').update(file).digest('hex'),
      kept,
      seconds,
    };
  } finally {
    await proxy.close();
  }
}

/** Random bytes do not repeat, so that no part of the file stands for another. */
function writeLargePdf(size: number): Buffer {
  const stream = randomBytes(size);
  return writeSamplePdf([
    Buffer.concat([Buffer.from(`<< /Length ${size} >>\nstream\n`), stream, Buffer.from('\nendstream')]),
  ]);
}

function upload(file: Buffer, endpoint: string, key: string): Promise<{ path: string; stepsBack: number }> {
  let accepted = 0;
  let stepsBack = 0;
  return new Promise((done, fail) => {
    const sending = new Upload(file, {
      endpoint,
      chunkSize: CHUNK,
      headers: { 'Motcua-Upload-Key': key },
      retryDelays: Array.from({ length: 30 }, () => 20),
      onChunkComplete(_size, offset) {
        if (offset < accepted) stepsBack += 1;
        accepted = offset;
      },
      onError: fail,
      onSuccess: () => done({ path: new URL(sending.url ?? '', endpoint).pathname, stepsBack }),
    });
    sending.start();
  });
}
