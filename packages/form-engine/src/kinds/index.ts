/**
 * The kinds of field, the most particular first: the first that matches a schema is taken.
 */
import { address } from './address.js';
import { attachments } from './attachments.js';
import { boolean } from './boolean.js';
import { choice, largeChoice } from './choice.js';
import { citizenNumber } from './citizen-number.js';
import { date } from './date.js';
import { email } from './email.js';
import { integer } from './integer.js';
import { json } from './json.js';
import type { FieldKind } from './kind.js';
import { partialDate } from './partial-date.js';
import { personName } from './person-name.js';
import { phone } from './phone.js';
import { longText, text } from './text.js';

/** Every kind that a plan may name. */
export const KINDS: readonly FieldKind[] = [
  address,
  attachments,
  partialDate,
  citizenNumber,
  personName,
  phone,
  email,
  date,
  largeChoice,
  choice,
  boolean,
  integer,
  longText,
  text,
  json,
];

const BY_NAME: ReadonlyMap<string, FieldKind> = new Map(KINDS.map((kind) => [kind.name, kind]));

/** The kind of that name; undefined for `object` and for names that are unknown here. */
export function findKind(name: string): FieldKind | undefined {
  return BY_NAME.get(name);
}
