/**
 * Kinds that few procedures need: a page loads them when its plan names one, the gateway has them all. Their words are modules of their own,
 * one for each language.
 */
import type { FieldKind } from '../kind.js';
import { bankAccount } from './bank-account.js';
import { consentReference } from './consent-reference.js';
import { dateTime } from './date-time.js';
import { dossierCode } from './dossier-code.js';
import { map } from './map.js';
import { money } from './money.js';
import { multipleChoice, rankedChoice } from './multiple-choice.js';
import { oldNumber } from './old-number.js';
import { passport } from './passport.js';
import { period } from './period.js';
import { repeatGroup } from './repeat-group.js';
import { socialInsuranceCode } from './social-insurance-code.js';
import { table } from './table.js';
import { taxCode } from './tax-code.js';
import { time } from './time.js';
import { vehiclePlate } from './vehicle-plate.js';

export {
  bankAccount,
  consentReference,
  dateTime,
  dossierCode,
  map,
  money,
  multipleChoice,
  oldNumber,
  passport,
  period,
  rankedChoice,
  repeatGroup,
  socialInsuranceCode,
  table,
  taxCode,
  time,
  vehiclePlate,
};

/**
 * The further kinds, for `createForm(plan, {kinds})`; the gateway's check has them without asking.
 *
 * @example
 * const { FURTHER_KINDS } = await import('@motcua/form-engine/kinds');
 * createForm(plan, { today, kinds: FURTHER_KINDS });
 */
export const FURTHER_KINDS: readonly FieldKind[] = [
  money,
  time,
  dateTime,
  period,
  multipleChoice,
  rankedChoice,
  oldNumber,
  passport,
  taxCode,
  socialInsuranceCode,
  vehiclePlate,
  dossierCode,
  bankAccount,
  repeatGroup,
  table,
  map,
  consentReference,
];
