/** The upload over real sockets: a proxy cuts the line again and again. */
import assert from 'node:assert/strict';
import { createHash, randomFillSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startServer } from '@motcua/gateway/node-server';
import { createUploadKey } from '../codes/keys.js';
import { createClient } from '../create-client.js';

const MIB = 1024 * 1024;

interface CuttingProxy {
  url: string;
  cuts: number;
  close(): Promise<void>;
}

/** Lets so many bytes pass towards the target, then cuts the line; does so that often. */
async function openCuttingProxy(target: URL, bytesBetweenCuts: number, mostCuts: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let passed = 0;
  const proxy: CuttingProxy = { url: '', cuts: 0, close: () => closeServer(server, sockets) };
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const cut = () => [near, far].forEach((socket) => socket.destroy());
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', cut);
    }
    near.on('data', (chunk: Buffer) => {
      passed += chunk.length;
      far.write(chunk);
      if (proxy.cuts >= mostCuts || passed < bytesBetweenCuts) return;
      passed = 0;
      proxy.cuts++;
      cut();
    });
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

test('a paper crosses a line that breaks eight times, byte for byte, losing at most a chunk a time', async (context) => {
  const uploadsDir = await mkdtemp(join(tmpdir(), 'client-uploads-'));
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    database: { kind: 'pglite' },
    uploadsDir,
    allowedOrigins: [],
  });
  const proxy = await openCuttingProxy(new URL(server.url), 0.8 * MIB, 8);
  context.after(async () => {
    await proxy.close();
    await server.close();
    await rm(uploadsDir, { recursive: true, force: true });
  });

  const client = createClient({ gateway: proxy.url, storage: 'memory' });
  const { id: draftId } = await client.drafts.create('civil-status/birth-registration');
  const file = new File(
    ['%PDF-1.4\n%', randomFillSync(new Uint8Array(8 * MIB)), '\nstartxref\n9\n%%EOF\n'],
    'Sổ hộ khẩu.pdf',
  );
  const upload = client.uploads.start({
    draftId,
    fileId: 'book',
    uploadKey: createUploadKey(),
    file,
    pointer: '/papers',
  });

  let highest = 0;
  let deepestFall = 0;
  upload.state.subscribe(() => {
    const { phase, sentBytes } = upload.state.get();
    highest = Math.max(highest, sentBytes);
    deepestFall = Math.max(deepestFall, highest - sentBytes);
    if (phase === 'waiting') setImmediate(() => upload.retry());
  });
  const { phase, attachment } = await upload.settled();

  assert.equal(phase, 'done');
  assert.equal(proxy.cuts, 8);
  assert.equal(
    attachment?.sha256,
    createHash('sha256')
      .update(new Uint8Array(await file.arrayBuffer()))
      .digest('hex'),
  );
  assert.ok(deepestFall <= MIB / 2, `progress fell by ${deepestFall} bytes`);
  // The answers of a real server carry a Date.
  assert.ok(Math.abs(client.now().getTime() - Date.now()) < 5_000);
});
