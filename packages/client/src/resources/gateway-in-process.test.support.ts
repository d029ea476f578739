/** For tests: clients that speak to a real gateway in this process, over a line that can be disturbed. */
import { listExamples, openTestGateway, prepareSubmission, type TestGateway, type TestGatewayOptions } from '@motcua/gateway/testing';
import type { Client, ClientOptions } from '../client.js';
import { createClient } from '../create-client.js';
import { createFaultTransport, type FaultTransport } from '../testing/fault-transport.js';

export const SLUG = 'civil-status/birth-registration';
export const GATEWAY = 'http://127.0.0.1:4180';

export interface Line extends FaultTransport {
  client: Client;
}

export interface GatewayInProcess extends TestGateway {
  connect(options?: Partial<ClientOptions>): Line;
}

/** Every exchange is checked against the contract. The gateway's time stands at noon of the day on which the example was filled in. */
export async function openGateway(options: TestGatewayOptions = {}): Promise<GatewayInProcess> {
  const { today } = await readExample();
  const opened = await openTestGateway({ now: today, ...options });
  return {
    ...opened,
    connect(clientOptions = {}) {
      const line = createFaultTransport((input, init) => opened.fetch(new Request(input, init)));
      const retry = { attempts: 4, baseDelayMs: 1, maxDelayMs: 5 };
      return { ...line, client: createClient({ gateway: GATEWAY, storage: 'memory', retry, ...clientOptions, fetch: line.fetch }) };
    },
  };
}

/** A complete dossier with its papers uploaded. */
export async function prepareDossier(gateway: TestGateway) {
  const { data } = await readExample();
  return prepareSubmission((request) => gateway.fetch(request), SLUG, data);
}

async function readExample() {
  const [example] = (await listExamples(SLUG, 'valid')).filter(({ file }) => file.includes('mother-on-time'));
  if (!example) throw new Error('the example is missing');
  return example;
}
