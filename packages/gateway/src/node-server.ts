/**
 * Serves a gateway over HTTP with Node.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { createGateway, type Gateway, type GatewayOptions } from './create-gateway.js';
import { GatewayProblem, respondWithProblem } from './http/problem.js';

export interface ServerOptions extends GatewayOptions {
  port: number;
  /** Address to listen on, as 127.0.0.1. */
  host: string;
  timeouts?: Partial<ServerTimeouts>;
  /** Open at once; more are closed as they come. */
  maxConnections?: number;
}

/** Milliseconds. */
export interface ServerTimeouts {
  /** Until the headers of a request have arrived. */
  headers: number;
  /** Until the whole request has arrived; long enough for one part of an upload on a slow line. */
  request: number;
  /** An idle connection is kept. */
  keepAlive: number;
  /** Nothing comes or goes on a connection in the middle of a request. Longer than the signs of life of a stream. */
  silence: number;
  /** Open requests get on closing. */
  drain: number;
}

export const DEFAULT_TIMEOUTS: ServerTimeouts = {
  headers: 15_000,
  request: 300_000,
  keepAlive: 10_000,
  silence: 60_000,
  drain: 10_000,
};
const DEFAULT_CONNECTIONS = 4_000;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_HEADERS = 100;
/** Milliseconds between two looks for idle connections on closing. */
const SWEEP_INTERVAL = 50;
/** Milliseconds between two looks for requests that are over time. */
const LOOK_INTERVAL = 5_000;

export interface RunningServer {
  /** As http://127.0.0.1:4180. */
  url: string;
  gateway: Gateway;
  /** Takes no more connections, ends streams, lets open requests and the message that is leaving end, then closes the database. */
  close(): Promise<void>;
}

/** The port is taken, or the address is not this machine's. */
export class AddressUnavailableError extends Error {
  override readonly name = 'AddressUnavailableError';
  readonly code = 'server.address-unavailable';
}

/** @throws AddressUnavailableError, and what createGateway throws */
export async function startServer({
  port,
  host,
  timeouts,
  maxConnections = DEFAULT_CONNECTIONS,
  ...options
}: ServerOptions): Promise<RunningServer> {
  const limits = { ...DEFAULT_TIMEOUTS, ...timeouts };
  let gateway: Gateway | undefined;
  const server = createServer(() => gateway, limits);
  server.maxConnections = maxConnections;
  // The port comes first: a second start must not touch the database of the first.
  await listen(server, port, host);
  try {
    gateway = await createGateway(options);
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
  const opened = gateway;
  opened.operation.start();
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    gateway: opened,
    async close() {
      opened.endWatches();
      await drain(server, limits.drain);
      await opened.close();
    },
  };
}

function createServer(find: () => Gateway | undefined, limits: ServerTimeouts): Server {
  const server = createAdaptorServer({
    fetch(request, environment) {
      const gateway = find();
      if (!gateway)
        return respondWithProblem(new GatewayProblem('gateway.unavailable', { headers: { 'Retry-After': '1' } }));
      if (environment.incoming.rawHeaders.length > 2 * MAX_HEADERS)
        return respondWithProblem(new GatewayProblem('request.too-many-headers'));
      const remoteAddress = environment.incoming.socket?.remoteAddress;
      return gateway.fetch(request, remoteAddress === undefined ? {} : { remoteAddress });
    },
    overrideGlobalObjects: false,
    serverOptions: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: Math.min(LOOK_INTERVAL, limits.headers, limits.request),
    },
  }) as Server;
  server.setTimeout(limits.silence);
  server.on('clientError', answerBrokenRequest);
  return server;
}

const BROKEN: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What Node refuses before there is a request is answered as a problem too. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = BROKEN[error.code ?? ''] ?? '400 Bad Request';
  const body = JSON.stringify({
    type: 'urn:motcua:problem:request.malformed',
    title: 'The request is not HTTP as this gateway takes it.',
    status: Number(status.slice(0, 3)),
    code: 'request.malformed',
  });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(explain(error, port, host)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      done();
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new AddressUnavailableError(
      `Port ${port} is taken. Stop the program that uses it, or set GATEWAY_PORT to another port.`,
    );
  if (error.code === 'EACCES')
    return new AddressUnavailableError(
      `Port ${port} needs rights that this user lacks. Set GATEWAY_PORT to a port above 1023.`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new AddressUnavailableError(`${host} is no address of this machine. Set GATEWAY_HOST to one, as 127.0.0.1.`);
  return error;
}

function drain(server: Server, limit: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(() => server.closeAllConnections(), limit);
    // A connection that is kept after its last answer would hold the stop up.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_INTERVAL);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      done();
    });
    server.closeIdleConnections();
  });
}
