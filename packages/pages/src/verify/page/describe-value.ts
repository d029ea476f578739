/** Names and values of a signed paper as a reader understands them. */
import type { JsonObject, JsonValue } from '@motcua/form-engine';
import { formatDay, formatTime } from '@motcua/widgets/page-kit';
import { listLeaves } from '../document/json-text.js';
import { listSignedFiles } from '../document/signed-files.js';
import type { VerifyTexts } from './verify-texts.js';
import { verifyVi, type VerifyTextKey } from './verify-texts.vi.js';

/** An item of a list. */
const ITEM = /\/(\d+)(?=\/|$)/g;

/** The name of a place, with its number in a list; its JSON Pointer when the page knows no name. */
export function describePlace(pointer: string, words: VerifyTexts): string {
  const numbers = [...pointer.matchAll(ITEM)].map(([, index]) => String(Number(index) + 1));
  const key = `field.${pointer.replace(ITEM, '/*')}`;
  if (!Object.hasOwn(verifyVi, key)) return pointer;
  return [words.t(key as VerifyTextKey), ...numbers].join(' ');
}

/** Instants in the time of Việt Nam; everything else as it stands. */
export function describeValue(pointer: string, value: JsonValue | undefined, words: VerifyTexts): string {
  if (value === undefined) return words.t('differences.absent');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (pointer === '/kind' && Object.hasOwn(verifyVi, `kind.${value}`)) return words.t(`kind.${value}` as VerifyTextKey);
  return /At$/.test(pointer) ? (describeInstant(value, words) ?? value) : value;
}

/** Seconds are shown too: two papers of one minute must not look alike. */
export function describeInstant(text: string, words: VerifyTexts): string | undefined {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return undefined;
  const seconds = at.getUTCSeconds();
  const time = formatTime(at, words.locale);
  const exact = words.locale === 'vi' ? `${time} phút ${seconds} giây` : `${time}:${String(seconds).padStart(2, '0')}`;
  return `${exact}, ${formatDay(at)}`;
}

/** What a reader looks for first, in the page's language; the rest stands among all details. */
export function listMainPlaces(
  payload: JsonObject,
  words: VerifyTexts,
): readonly [pointer: string, value: JsonValue][] {
  const leaves = listLeaves(payload);
  const named = (pointer: string): string =>
    leaves.has(`${pointer}/${words.locale}`) ? `${pointer}/${words.locale}` : `${pointer}/vi`;
  const wanted = [
    '/officialCode',
    '/provisionalCode',
    ...(leaves.has('/officialCode') ? [] : ['/code']),
    '/applicant/name',
    named('/procedure/title'),
    '/procedure/version',
    named('/agency/name'),
    named('/agency/provinceName'),
    '/submittedAt',
    '/issuedAt',
    '/receivedAt',
    '/signedAt',
    '/resultAt',
    '/completedAt',
    '/returnedAt',
    '/previousDueAt',
    '/dueAt',
    '/reason',
    ...listSignedFiles(payload).flatMap(({ pointer }) => [`${pointer}/name`, `${pointer}/sha256`]),
    '/payloadHash',
  ];
  return wanted.flatMap((pointer) => {
    const value = leaves.get(pointer);
    return value === undefined ? [] : [[pointer, value] as [string, JsonValue]];
  });
}
