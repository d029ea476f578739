/**
 * The kinds of field that every page has, the most particular first: the first that matches a schema is taken.
 * Rarer ones stand in `further/`, and a page loads them when its plan names one.
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
import { number } from './number.js';
import { partialDate } from './partial-date.js';
import { personName } from './person-name.js';
import { phone } from './phone.js';
import { longText, text } from './text.js';

/** The kinds that need no asking for. */
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
  number,
  longText,
  text,
  json,
];

const BY_NAME: ReadonlyMap<string, FieldKind> = new Map(KINDS.map((kind) => [kind.name, kind]));

/** The kind of that name, also among further ones; undefined for `object` and for names that are unknown. */
export function findKind(name: string, further: readonly FieldKind[] = []): FieldKind | undefined {
  return BY_NAME.get(name) ?? further.find((kind) => kind.name === name);
}
