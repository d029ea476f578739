/**
 * A proxy that cuts the connection in the middle of what is sent through it, again and again.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  /** As `http://127.0.0.1:4180`. */
  url: string;
  /** Bytes that came from clients, headers and what was lost included. */
  readonly received: number;
  /** Connections that were cut so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** @param cutAt numbers of received bytes at each of which the connection that brings them is cut */
export async function startCuttingProxy(target: string, cutAt: readonly number[]): Promise<CuttingProxy> {
  const open = new Set<Socket>();
  const left = [...cutAt].sort((first, second) => first - second);
  let received = 0;
  let cuts = 0;
  const server = createServer((client) => {
    const gateway = connect(Number(new URL(target).port), new URL(target).hostname);
    for (const socket of [client, gateway]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    gateway.pipe(client);
    client.on('end', () => gateway.end());
    gateway.on('close', () => client.destroy());
    client.on('data', (chunk) => {
      received += chunk.byteLength;
      const [next = Infinity] = left;
      if (received >= next) {
        left.shift();
        cuts += 1;
        // What went on before arrives as on a line that breaks; this chunk is lost on the way.
        client.resetAndDestroy();
        gateway.end();
      } else if (!gateway.write(chunk)) {
        client.pause();
        gateway.once('drain', () => client.resume());
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get received() {
      return received;
    },
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
