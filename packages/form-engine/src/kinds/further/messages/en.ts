/**
 * The same in English.
 */
import type { FurtherCode } from '../../../issue-codes.js';

/** English defaults, for the `catalog` of `renderIssue`. */
export const furtherEn: Readonly<Record<FurtherCode, string>> = {
  'kind.money-expected': '{label}: enter an amount in whole đồng, such as 1,250,000.',
  'kind.time-expected': '{label}: enter hour and minute, such as 14:05.',
  'kind.time-impossible': '{label}: enter an hour from 0 to 23 and a minute from 0 to 59.',
  'kind.date-time-expected': '{label}: enter day and time, such as 05/11/2026 14:05.',
  'kind.period-expected': '{label}: enter the first and the last day, such as 01/02/2026 – 05/03/2026.',
  'kind.period-start-missing': '{label}: also enter the first day.',
  'kind.period-reversed': '{label}: the last day must be the first day or later. Check both.',
  'kind.rank-repeated':
    '{label}: entry {second} is the same as entry {first}. Choose another, or take one of them out.',
  'kind.passport-expected': '{label}: enter the passport number, 5 to 20 letters and digits, such as C1234567.',
  'kind.tax-code-length': '{label}: enter a tax code of 10, 12 or 13 digits. It has {actual:digit|digits} now.',
  'kind.social-insurance-code-expected':
    '{label}: enter the 10 digits of the social insurance code, or the 2 letters and 13 digits of the health insurance card.',
  'kind.vehicle-plate-expected': '{label}: enter the number plate in letters and digits, such as 51A-123.45.',
  'kind.dossier-code-expected':
    '{label}: enter the dossier code as on the reception slip, such as 000.00.12.H53-210517-0001.',
  'kind.bank-account-expected': '{label}: enter the account number, 4 to 34 digits or letters.',
  'kind.rows-expected': '{label}: add the entries to the list one by one.',
  'kind.table-columns':
    '{label}: row {row} of what was pasted has {actual:column|columns}, this table has {expected}. Take the others out and paste again.',
  'kind.place-expected':
    '{label}: choose a point on the map, or enter latitude and longitude, such as 10.7769, 106.7009.',
  'kind.consent-reference-missing': '{label}: enter the confirmation code received from VNeID.',
  'warning.old-number-length':
    '{label}: numbers of the old identity card mostly have {expected:digit|digits}. Check it; if it is right, you may go on.',
  'warning.passport-form':
    '{label}: numbers of Vietnamese passports mostly have 1 letter and 7 or 8 digits. Check it; if it is right, you may go on.',
  'warning.tax-code-check-digit':
    '{label}: the tenth digit does not agree with those before it. Check it; if it is right, you may go on.',
  'warning.social-insurance-code-length':
    '{label}: social insurance codes mostly have 10 digits, and these are 12. Check it; if it is right, you may go on.',
  'warning.vehicle-plate-form':
    '{label}: number plates are mostly written as 51A-123.45 or 59-P1 123.45. Check it; if it is right, you may go on.',
  'warning.dossier-code-form':
    '{label}: this is written otherwise than most dossier codes. Check it on the reception slip; if it is right, you may go on.',
};
