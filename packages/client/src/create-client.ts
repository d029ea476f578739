import type { Client, ClientOptions } from './client.js';
import { createDraftStore } from './drafts/create-draft-store.js';
import { createAgencies } from './resources/agencies.js';
import { createDossiers } from './resources/dossiers.js';
import { createImmutableDocuments } from './resources/immutable-documents.js';
import { createCatalogs, createProcedures } from './resources/procedures.js';
import { createGatewayClock } from './transport/gateway-clock.js';
import { createTransport } from './transport/transport.js';
import { createUploads } from './uploads/create-uploads.js';

/**
 * A client of one gateway. Nothing is asked or opened until it is used; nothing is shared between two clients.
 *
 * @throws TypeError when `gateway` is no absolute address.
 * @example
 * ```ts
 * const client = createClient({ gateway: 'https://gateway.example.gov.vn' });
 * const published = await client.procedures.get('civil-status/birth-registration');
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const clock = createGatewayClock();
  const transport = createTransport(options, clock);
  const documents = createImmutableDocuments(transport);
  const drafts = createDraftStore({
    name: `motcua drafts ${transport.base.href}`,
    now: clock.now,
    ...(options.storage === undefined ? {} : { storage: options.storage }),
    ...(options.draftDays === undefined ? {} : { days: options.draftDays }),
  });
  return {
    procedures: createProcedures(transport, documents),
    catalogs: createCatalogs(documents),
    agencies: createAgencies(transport),
    uploads: createUploads({ transport, files: drafts.files, browserProgress: options.fetch === undefined }),
    dossiers: createDossiers(transport),
    drafts,
    now: clock.now,
  };
}
