/**
 * A small clamd for tests: a real socket that speaks INSTREAM and PING, and finds the EICAR test text.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface ClamdServer {
  address: { host: string; port: number } | { path: string };
  /** Bytes of each file that was sent whole. */
  readonly files: readonly Buffer[];
  /** `normal` answers as clamd does; the others fail as it can. */
  mood: 'normal' | 'silent' | 'nonsense' | 'size' | 'hang-up';
  close(): Promise<void>;
}

const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!';

/** @param path of a Unix socket; absent: a free port of this machine */
export async function startClamd(path?: string): Promise<ClamdServer> {
  const files: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    void converse(socket, clamd, files);
  });
  server.listen(path === undefined ? { host: '127.0.0.1', port: 0 } : { path });
  await once(server, 'listening');
  const clamd: ClamdServer = {
    address: path === undefined ? { host: '127.0.0.1', port: (server.address() as AddressInfo).port } : { path },
    files,
    mood: 'normal',
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return clamd;
}

async function converse(socket: Socket, clamd: ClamdServer, files: Buffer[]): Promise<void> {
  const reader = createReader(socket);
  try {
    const command = await reader.readCommand();
    if (clamd.mood === 'hang-up') return void socket.destroy();
    if (clamd.mood === 'silent') return;
    if (clamd.mood === 'nonsense') return void socket.end('what?\0');
    if (command === 'PING') return void socket.end('PONG\0');
    if (clamd.mood === 'size') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    if (command !== 'INSTREAM') return void socket.end('UNKNOWN COMMAND\0');
    const file = await reader.readBlocks();
    files.push(file);
    socket.end(file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  } catch {
    socket.destroy();
  }
}

interface Reader {
  readCommand(): Promise<string>;
  readBlocks(): Promise<Buffer>;
}

function createReader(socket: Socket): Reader {
  const source = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  const read = async (length: number): Promise<Buffer> => {
    while (held.length < length) {
      const { value, done } = await source.next();
      if (done) throw new Error('the client hung up');
      held = Buffer.concat([held, value]);
    }
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  return {
    async readCommand() {
      let command = '';
      for (let symbol = ''; symbol !== '\0'; symbol = (await read(1)).toString('latin1')) command += symbol;
      return command.replace(/^z/, '');
    },
    async readBlocks() {
      const blocks: Buffer[] = [];
      for (;;) {
        const length = (await read(4)).readUInt32BE(0);
        if (length === 0) return Buffer.concat(blocks);
        blocks.push(Buffer.from(await read(length)));
      }
    },
  };
}
