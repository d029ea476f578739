/**
 * Speaks to a server byte by byte, as no well-behaved client would.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawConnection {
  write(text: string): void;
  /** Everything that came back until the server closed. */
  closed: Promise<string>;
  destroy(): void;
}

/** @param url as `http://127.0.0.1:4180` */
export async function openRawConnection(url: string): Promise<RawConnection> {
  const socket: Socket = connect(Number(new URL(url).port), new URL(url).hostname);
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => said);
  await Promise.race([once(socket, 'connect'), closed]);
  return {
    write: (text) => void (socket.writable && socket.write(text, 'latin1')),
    closed,
    destroy: () => void socket.destroy(),
  };
}

/** Sends these bytes and reads until the server closes. */
export async function exchangeRaw(url: string, text: string): Promise<string> {
  const connection = await openRawConnection(url);
  connection.write(text);
  return connection.closed;
}
