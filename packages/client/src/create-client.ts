import type { Client, ClientOptions } from './client.js';
import { connectGateway } from './create-lookup-client.js';
import { createDraftStore } from './drafts/create-draft-store.js';
import { createMyDossiers } from './my-dossiers/create-my-dossiers.js';
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
  const { client, transport } = connectGateway(options);
  const drafts = createDraftStore({
    name: `motcua drafts ${transport.base.href}`,
    now: client.now,
    ...(options.storage === undefined ? {} : { storage: options.storage }),
    ...(options.draftDays === undefined ? {} : { days: options.draftDays }),
  });
  const uploads = createUploads({ transport, files: drafts.files, browserProgress: options.fetch === undefined });
  const myDossiers = createMyDossiers({
    gateway: transport.base,
    now: client.now,
    ...(options.storage === undefined ? {} : { storage: options.storage }),
  });
  return { ...client, drafts, uploads, myDossiers };
}
