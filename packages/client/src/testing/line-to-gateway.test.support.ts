/** For tests: a client that speaks to a handler in this process, over a line that can be disturbed. */
import type { Client, ClientOptions } from '../client.js';
import { createClient } from '../create-client.js';
import { createFaultTransport, type FaultTransport } from './fault-transport.js';

export const SLUG = 'civil-status/birth-registration';
export const GATEWAY = 'http://127.0.0.1:4180';

export interface Line extends FaultTransport {
  client: Client;
}

export function connectTo(answer: (request: Request) => Promise<Response>, options: Partial<ClientOptions> = {}): Line {
  const line = createFaultTransport((input, init) => answer(new Request(input, init)));
  const retry = { attempts: 4, baseDelayMs: 1, maxDelayMs: 5 };
  return {
    ...line,
    client: createClient({ gateway: GATEWAY, storage: 'memory', retry, ...options, fetch: line.fetch }),
  };
}
