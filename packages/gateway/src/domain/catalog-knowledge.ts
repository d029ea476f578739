/**
 * Answers the engine's question whether a catalogue holds a value.
 */
import type { JsonValue, Plan, SubmissionOptions } from '@motcua/form-engine';
import type { ProcedureRepository } from '../ports/procedure-repository.js';
import { UNITS_CATALOG, type AdministrativeUnits } from './administrative-units.js';

/** Where catalogues are found by name and version. */
export type CatalogSource = Pick<ProcedureRepository, 'findCatalog'>;

type Knows = NonNullable<SubmissionOptions['knows']>;

/** Looks into the catalogue versions that the plan was compiled with. */
export function createCatalogKnowledge(plan: Plan, procedures: CatalogSource, units: AdministrativeUnits): Knows {
  return (catalog, value) => {
    if (catalog === UNITS_CATALOG && typeof value === 'object') return knowsPlace(value, procedures, units);
    const entries = procedures.findCatalog(catalog, plan.catalogs[catalog] ?? '');
    return typeof value === 'string' && entries !== undefined && entries.codes.has(value);
  };
}

function knowsPlace(value: JsonValue, procedures: CatalogSource, units: AdministrativeUnits): ReturnType<Knows> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { province, commune, unitsVersion } = value;
  if (typeof province !== 'string' || !units.hasProvince(province)) return { unknown: 'province' };
  if (typeof commune !== 'string' || units.findProvinceOf(commune) !== province) return { unknown: 'commune' };
  if (typeof unitsVersion === 'string' && !procedures.findCatalog(UNITS_CATALOG, unitsVersion))
    return { unknown: 'unitsVersion' };
  return true;
}
