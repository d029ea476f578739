/** Fetches what a submission needs of its procedure: record and texts for the start page; plan and catalogues when the filling begins. */
import type { LookupClient } from '@motcua/client';
import type { JsonObject, Plan } from '@motcua/form-engine/runtime';
import type { PublishedProcedure } from '@motcua/schemas';
import { type FurtherParts, loadFurtherParts } from '../../form/further-kinds.js';
import type { LoadCompanion } from '../../form/catalog-directory.js';
import type { ProcedureTexts } from '../../form/procedure-texts.js';

export interface StartMaterial {
  published: PublishedProcedure;
  texts: ProcedureTexts;
}

export interface FillMaterial {
  plan: Plan;
  /** The kinds and operators beyond the common ones, when the plan names one. */
  further: FurtherParts;
  catalogs: Readonly<Record<string, JsonObject>>;
  /** Fetches a catalogue that only some pages want, as that of former units; undefined where there is none. */
  loadCompanion: LoadCompanion;
}

export async function loadStart(client: LookupClient, slug: string, locale: string): Promise<StartMaterial> {
  const published = await client.procedures.get(slug);
  return { published, texts: await loadTexts(client, published, locale) };
}

export async function loadTexts(
  client: LookupClient,
  published: PublishedProcedure,
  locale: string,
): Promise<ProcedureTexts> {
  return (await client.procedures.texts(published, locale)) as unknown as ProcedureTexts;
}

export async function loadFill(client: LookupClient, published: PublishedProcedure): Promise<FillMaterial> {
  const names = Object.keys(published.catalogs).filter((name) => published.catalogs[name]?.companionOf === undefined);
  const [plan, ...catalogs] = await Promise.all([
    client.procedures.plan(published),
    ...names.map((name) => client.catalogs.get(published, name)),
  ]);
  const byName = Object.fromEntries(names.map((name, index) => [name, catalogs[index] as JsonObject]));
  return {
    plan: plan as unknown as Plan,
    further: await loadFurtherParts(plan as unknown as Plan),
    catalogs: byName,
    loadCompanion: async (name) =>
      published.catalogs[name] === undefined ? undefined : ((await client.catalogs.get(published, name)) as JsonObject),
  };
}
