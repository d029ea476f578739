/** A line to the gateway that a test makes as slow as a village's: what the page sends passes at a set pace, what comes back at once. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SlowLine {
  /** Where the page finds the gateway. */
  url: string;
  /** Bytes a second from the page to the gateway; `Infinity` at first. */
  pace: number;
  close(): Promise<void>;
}

export async function openSlowLine(gatewayUrl: string): Promise<SlowLine> {
  const { hostname, port } = new URL(gatewayUrl);
  const sockets = new Set<Socket>();
  const server = createServer((page) => {
    const gateway = connect(Number(port), hostname);
    gateway.pipe(page);
    page.on('data', (bytes) => {
      page.pause();
      setTimeout(
        () => {
          gateway.write(bytes);
          page.resume();
        },
        (bytes.length / line.pace) * 1000,
      );
    });
    page.on('end', () => gateway.end());
    for (const [socket, other] of [
      [page, gateway],
      [gateway, page],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line: SlowLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pace: Infinity,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return line;
}
