import type { Client, ClientOptions } from './client.js';
import { createAgencies } from './resources/agencies.js';
import { createDossiers } from './resources/dossiers.js';
import { createImmutableDocuments } from './resources/immutable-documents.js';
import { createCatalogs, createProcedures } from './resources/procedures.js';
import { createGatewayClock } from './transport/gateway-clock.js';
import { createTransport, type Transport } from './transport/transport.js';

/** A client for pages that only look things up: nothing is kept on the device, nothing is uploaded, and none of the bytes for it are loaded. */
export type LookupClient = Omit<Client, 'drafts' | 'uploads' | 'myDossiers'>;

/** @throws TypeError when `gateway` is no absolute address. */
export function createLookupClient(options: Omit<ClientOptions, 'storage' | 'draftDays'>): LookupClient {
  return connectGateway(options).client;
}

/** The parts that every client has, and the transport for more. */
export function connectGateway(options: ClientOptions): { client: LookupClient; transport: Transport } {
  const clock = createGatewayClock();
  const transport = createTransport(options, clock);
  const documents = createImmutableDocuments(transport);
  const client: LookupClient = {
    procedures: createProcedures(transport, documents),
    catalogs: createCatalogs(documents),
    agencies: createAgencies(transport),
    dossiers: createDossiers(transport),
    now: clock.now,
  };
  return { client, transport };
}
