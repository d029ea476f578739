/**
 * Who handed a dossier in, as its answers say: the person named first on the form, and what stands beside that name.
 */
import { findKind, type JsonObject, type JsonValue } from '@motcua/form-engine';
import type { LetterApplicant } from '@motcua/schemas';
import type { StoredDossier } from '../../ports/dossier-store.js';
import type { OpenProcedure } from '../../ports/procedure-repository.js';
import type { AdministrativeUnits } from '../administrative-units.js';
import { listAnsweredPlaces } from '../plan-places.js';
import { listNamePlaces } from '../read-names.js';

/** @param procedure as the dossier was filed under it; absent when another version is open by now: then the name alone is known */
export function readApplicant(
  { submission, applicant }: StoredDossier,
  procedure: OpenProcedure | undefined,
  units: AdministrativeUnits,
): LetterApplicant {
  if (!procedure) return { name: applicant };
  const data = submission.data as JsonObject;
  const [first] = listNamePlaces(procedure.plan, data);
  if (!first) return { name: applicant };
  const person = parentOf(first.pointer);
  const beside = listAnsweredPlaces(procedure.plan, data).filter(({ pointer }) => parentOf(pointer) === person);
  const find = (kind: string): JsonValue | undefined => beside.find(({ node }) => node.kind === kind)?.value;
  const facts = {
    address: writeAddress(find('address'), units),
    phone: writePhone(find('phone')),
    email: find('email'),
  };
  const known = Object.entries(facts).filter(([, value]) => typeof value === 'string' && value !== '');
  return { name: first.name, ...(Object.fromEntries(known) as Omit<LetterApplicant, 'name'>) };
}

/** As it is dialled here, in groups. */
function writePhone(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : findKind('phone')?.summarize(value, { locale: 'vi' });
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** From the house to the province; nothing when the commune is none of the units in force. */
function writeAddress(value: JsonValue | undefined, units: AdministrativeUnits): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const text = (name: string): string => (typeof value[name] === 'string' ? value[name] : '');
  if (text('country') !== 'VN') return joinParts([text('foreign'), nameCountry(text('country'))]);
  const commune = units.nameCommune(text('commune'));
  return commune === undefined ? undefined : joinParts([text('detail'), commune]);
}

const COUNTRIES = new Intl.DisplayNames(['vi'], { type: 'region' });

function nameCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : '';
}

function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
