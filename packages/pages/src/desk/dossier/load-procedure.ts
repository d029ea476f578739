/** The form under which a dossier was filed, so that its answers have their labels. */
import type { Client } from '@motcua/client';
import type { JsonObject, Plan } from '@motcua/form-engine/runtime';
import type { DeskDossier, ProcedureRecord } from '@motcua/schemas';
import { createCatalogDirectory, type CatalogDirectory, type ProcedureTexts } from '@motcua/widgets/answers';
import type { LocaleCode } from '@motcua/widgets/page-kit';

export interface FiledProcedure {
  record: ProcedureRecord;
  plan: Plan;
  texts: ProcedureTexts;
  catalogs: CatalogDirectory;
}

/**
 * Nothing when that version is not published any more: the answers are then shown by their pointers.
 * @throws what the client throws when the gateway cannot be reached
 */
export async function loadFiledProcedure(
  { procedure }: DeskDossier['dossier'],
  client: Client,
  locale: LocaleCode,
): Promise<FiledProcedure | undefined> {
  const published = await client.procedures.get(procedure.slug).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'procedure.not-found') return undefined;
    throw error;
  });
  if (!published || published.plan.hash !== procedure.planHash) return undefined;
  const plan = (await client.procedures.plan(published)) as unknown as Plan;
  const language = Object.hasOwn(published.locales, locale) ? locale : 'vi';
  const texts = (await client.procedures.texts(published, language)) as unknown as ProcedureTexts;
  const names = Object.keys(published.catalogs).filter((name) => published.catalogs[name]?.companionOf === undefined);
  const documents = await Promise.all(names.map((name) => client.catalogs.get(published, name)));
  const catalogs = Object.fromEntries(names.map((name, index) => [name, documents[index] as JsonObject]));
  return { record: published.record, plan, texts, catalogs: createCatalogDirectory(catalogs, locale) };
}
