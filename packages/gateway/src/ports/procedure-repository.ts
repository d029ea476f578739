/**
 * The procedures that are open for sending, compiled, with their texts and catalogues.
 */
import type { Plan } from '@motcua/form-engine';
import type { ProcedureRecord } from '@motcua/schemas';

/** A JSON text that is served as it stands. */
export interface ServedText {
  hash: string;
  text: string;
}

export interface OpenProcedure {
  slug: string;
  record: ProcedureRecord;
  plan: Plan;
  /** By language tag. */
  locales: Readonly<Record<string, ServedText>>;
}

export interface Catalog {
  name: string;
  version: string;
  text: string;
  /** Codes of the entries; of an administrative-units catalogue the province and commune codes. */
  codes: ReadonlySet<string>;
  /** The catalogue beside which a page may want this one, as former units beside those of today. */
  companionOf?: { name: string; version: string };
}

export interface ProcedureRepository {
  /** By slug. */
  list(): readonly OpenProcedure[];
  find(slug: string): OpenProcedure | undefined;
  findPlan(hash: string, format: number): string | undefined;
  findLocale(hash: string): string | undefined;
  listCatalogs(): readonly Catalog[];
  findCatalog(name: string, version: string): Catalog | undefined;
}
