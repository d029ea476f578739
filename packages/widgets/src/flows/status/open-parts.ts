/** The parts of a look-up that most never need, each loaded when it is asked for. */
import type { Client, LookupClient, MyDossiers } from '@motcua/client';

/** The client of the host, which may be a whole one. */
export type HostClient = LookupClient & Partial<Pick<Client, 'drafts' | 'uploads' | 'myDossiers'>>;

export interface Parts {
  /** Where both come from; empty where the host brought a client of its own. */
  gateway: string;
  client: HostClient | undefined;
}

/** Can the answers of a dossier be sent anew? A host's own client must keep drafts and take files for that. */
export function canEdit({ gateway, client }: Parts): boolean {
  return client === undefined ? gateway !== '' : isWhole(client);
}

/** The client for it, with the element that draws it. */
export async function openSupplementPart({ gateway, client }: Parts): Promise<Client> {
  if (client !== undefined && isWhole(client)) {
    await import('../../define/supplement.js');
    return client;
  }
  const [{ createClient }] = await Promise.all([import('./whole-client.js'), import('../../define/supplement.js')]);
  return createClient({ gateway: new URL(gateway, document.baseURI) });
}

/** The dossiers that are remembered on this device, with the element that lists them; absent where the host's client remembers none. */
export async function openMyDossiers({ gateway, client }: Parts): Promise<MyDossiers | undefined> {
  if (client !== undefined && client.myDossiers === undefined) return undefined;
  const [{ createMyDossiers }] = await Promise.all([import('./remembered.js'), import('../../define/my-dossiers.js')]);
  return client?.myDossiers ?? createMyDossiers({ gateway: new URL(gateway, document.baseURI) });
}

export async function openLetterPart(): Promise<void> {
  await import('../../define/letter.js');
}

function isWhole(client: HostClient): client is Client {
  return client.drafts !== undefined && client.uploads !== undefined && client.myDossiers !== undefined;
}
