/**
 * Brings the commune of an address up to date.
 */
import { isObject } from '../../data/json.js';
import type { JsonObject, JsonValue, PlanNode } from '../../plan/plan.js';
import type { UnitFate } from './find-unit.js';

/** By which list addresses are renewed; undefined: they are left as they are. */
export interface AddressRenewal {
  findUnit: ((address: JsonObject) => UnitFate) | undefined;
  unitsVersion: string | undefined;
}

/** What became of the commune of an address; undefined where there is none, or it is of the newest list already. */
export function fateOf(
  node: PlanNode,
  value: JsonValue,
  { findUnit, unitsVersion }: AddressRenewal,
): UnitFate | undefined {
  if (findUnit === undefined || node.kind !== 'address' || !isObject(value)) return undefined;
  if (typeof value['commune'] !== 'string' || value['unitsVersion'] === unitsVersion) return undefined;
  return findUnit(value);
}

/** The commune that takes the place of the former one; nothing where it is in force. */
export function unitOf(fate: UnitFate): JsonObject {
  return fate.fate === 'changed' ? { ...fate.unit } : {};
}

/** The address in another commune, by the newest list. */
export function withUnit(address: JsonObject, unit: object, { unitsVersion }: AddressRenewal): JsonObject {
  return { ...address, ...unit, ...(unitsVersion === undefined ? {} : { unitsVersion }) };
}

/** The rest of the address is as good as before. */
export function withoutCommune(address: JsonObject): JsonObject {
  const { province: _province, commune: _commune, unitsVersion: _version, ...rest } = address;
  return rest;
}
