import type { ClientOptions } from '../client.js';
import { normalizeDossierCode } from '../codes/dossier-code.js';
import { normalizeLookupSecret } from '../codes/lookup-secret.js';
import { createDraftStore } from '../drafts/create-draft-store.js';
import type { DraftContent, StoredDraft } from '../drafts/draft-store.js';
import { recognizeMembers } from '../transport/read-answer.js';
import type { MyDossier, MyDossierList, MyDossiers, Remembered } from './my-dossiers.js';

export interface MyDossiersOptions {
  /** Base address of the gateway; dossiers of two gateways never mix. */
  gateway: string | URL;
  storage?: NonNullable<ClientOptions['storage']>;
  now?: () => Date;
  /** Days after a dossier was last seen until it is forgotten. Default 365. */
  days?: number;
}

/** Stands in clear in place of the procedure: which procedures somebody used is nobody's business. */
const SLUG = 'my-dossiers';

type Facts = Omit<MyDossier, 'id'>;

/**
 * Remembers dossiers in a sealed database of their own, so that wiping the drafts leaves them and the other way round. Opens nothing until it
 * is used.
 */
export function createMyDossiers({
  gateway,
  storage,
  now = () => new Date(),
  days = 365,
}: MyDossiersOptions): MyDossiers {
  const base = new URL(gateway);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  const store = createDraftStore({
    name: `motcua dossiers ${base.href}`,
    now,
    days,
    ...(storage === undefined ? {} : { storage }),
  });

  async function list(): Promise<MyDossierList> {
    const { drafts, broken } = await store.list(SLUG);
    return { dossiers: withoutRepeats(drafts.flatMap(readDossier)), broken };
  }

  async function find(code: string): Promise<MyDossier | undefined> {
    const wanted = normalizeDossierCode(code);
    const { dossiers } = await list();
    return dossiers.find((known) => known.code === wanted || known.provisionalCode === wanted);
  }

  async function write(id: string, facts: Facts): Promise<MyDossier> {
    await store.save(id, { ...facts } as unknown as DraftContent);
    return { id, ...facts };
  }

  return {
    persistence: () => store.persistence(),
    list,
    find,
    async keep(dossier, secret) {
      const facts = { ...readFacts(dossier, now()), secret: normalizeLookupSecret(secret) };
      const known = await find(dossier.provisionalCode);
      return write(known?.id ?? (await store.create(SLUG)).id, facts);
    },
    async note(dossier) {
      const known = await find(dossier.provisionalCode);
      if (known !== undefined) await write(known.id, { ...readFacts(dossier, now()), secret: known.secret });
    },
    forget: (id) => store.remove(id),
    async forgetAll() {
      const { drafts, broken } = await store.list(SLUG);
      for (const { id } of [...drafts, ...broken]) await store.remove(id);
    },
    subscribe: (listener) => store.subscribe(listener),
  };
}

function readFacts(dossier: Remembered, seenAt: Date): Omit<Facts, 'secret'> {
  const { provisionalCode, state, procedure, dueAt } = dossier;
  return {
    code: dossier.code ?? provisionalCode,
    provisionalCode,
    title: procedure.title,
    state,
    ...(dueAt === undefined ? {} : { dueAt }),
    seenAt: seenAt.toISOString(),
  };
}

const recognizeFacts = recognizeMembers<Facts>({
  code: 'string',
  provisionalCode: 'string',
  secret: 'string',
  title: 'object',
  state: 'object',
  seenAt: 'string',
});

/** A record that is empty yet, or of another version, is no dossier. */
function readDossier({ id, content }: StoredDraft): MyDossier[] {
  return recognizeFacts(content) ? [{ ...(content as Facts), id }] : [];
}

/** Two tabs may have remembered the same dossier at once: the record seen last counts. */
function withoutRepeats(dossiers: readonly MyDossier[]): MyDossier[] {
  const met = new Set<string>();
  return dossiers.filter(({ provisionalCode }) => !met.has(provisionalCode) && met.add(provisionalCode) !== undefined);
}
