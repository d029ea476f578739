/**
 * Asks a ClamAV daemon by its INSTREAM command: blocks with their length before them, an empty block, one line back.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FileScanner, ScanVerdict } from '../../ports/file-scanner.js';

/** Where clamd listens. */
export type ClamdAddress = { host: string; port: number } | { path: string };

export interface ClamdOptions {
  address: ClamdAddress;
  /** Milliseconds for one file, from the connection to the answer. */
  timeLimit?: number;
}

const TIME_LIMIT = 120_000;
const CHECK_LIMIT = 3_000;
const MAX_ANSWER = 4096;

export function createClamdScanner({ address, timeLimit = TIME_LIMIT }: ClamdOptions): FileScanner {
  return {
    name: 'clamd',
    async scan(bytes) {
      const answer = await ask(address, timeLimit, (socket) => sendFile(socket, bytes)).catch(readFault);
      await bytes.cancel().catch(() => undefined);
      return typeof answer === 'string' ? readAnswer(answer) : answer;
    },
    async check() {
      const answer = await ask(address, CHECK_LIMIT, async (socket) => void socket.write('zPING\0')).catch(() => '');
      return answer === 'PONG';
    },
  };
}

class ScannerTimeout extends Error {}

/** One connection for one question. Answers the line that came back, also when it came before all was sent. */
async function ask(address: ClamdAddress, limit: number, send: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = connect('path' in address ? { path: address.path } : address);
  socket.on('error', () => undefined);
  const timer = setTimeout(() => socket.destroy(new ScannerTimeout()), limit);
  try {
    const answer = readLine(socket);
    await Promise.race([answer, once(socket, 'connect').then(() => send(socket))]);
    return await answer;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

function readLine(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      said += text;
      const end = said.search(/[\0\n]/);
      if (end >= 0) done(said.slice(0, end));
      else if (said.length > MAX_ANSWER) done('');
    });
    socket.on('error', fail);
    socket.on('close', () => done(said));
  });
}

async function sendFile(socket: Socket, bytes: ReadableStream<Uint8Array>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const block of bytes.values({ preventCancel: true })) {
    if (block.byteLength === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(block.byteLength);
    socket.write(length);
    if (!socket.write(block)) await once(socket, 'drain');
  }
  socket.write(Buffer.alloc(4));
}

function readAnswer(answer: string): ScanVerdict {
  const [, signature] = /^stream: (.{1,200}) FOUND$/.exec(answer) ?? [];
  if (signature !== undefined) return { kind: 'infected', signature: signature.replace(/[^A-Za-z0-9._-]/g, '_') };
  if (answer === 'stream: OK') return { kind: 'clean' };
  if (answer === '') return { kind: 'unavailable', reason: 'connection' };
  if (/size limit exceeded/i.test(answer)) return { kind: 'unavailable', reason: 'size' };
  return { kind: 'unavailable', reason: 'protocol' };
}

function readFault(error: unknown): ScanVerdict {
  return { kind: 'unavailable', reason: error instanceof ScannerTimeout ? 'time' : 'connection' };
}
