/** Names and values of a signed paper as a reader understands them. */
import type { JsonObject, JsonValue } from '@motcua/form-engine';
import { formatDay, formatTime } from '@motcua/widgets/page-kit';
import { listLeaves } from '../document/json-text.js';
import type { VerifyTexts } from './verify-texts.js';
import { verifyVi, type VerifyTextKey } from './verify-texts.vi.js';

/** The name of a place; its JSON Pointer when the page knows no name. */
export function describePlace(pointer: string, words: VerifyTexts): string {
  const key = `field.${pointer}`;
  return Object.hasOwn(verifyVi, key) ? words.t(key as VerifyTextKey) : pointer;
}

/** Instants in the time of Việt Nam; everything else as it stands. */
export function describeValue(pointer: string, value: JsonValue | undefined, words: VerifyTexts): string {
  if (value === undefined) return words.t('differences.absent');
  if (typeof value !== 'string') return JSON.stringify(value);
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
    '/code',
    named('/procedure/title'),
    '/procedure/version',
    named('/agency/name'),
    named('/agency/provinceName'),
    '/submittedAt',
    '/receivedAt',
    '/signedAt',
    '/resultAt',
    '/returnedAt',
    '/dueAt',
    '/file/name',
    '/file/sha256',
    '/payloadHash',
  ];
  return wanted.flatMap((pointer) => {
    const value = leaves.get(pointer);
    return value === undefined ? [] : [[pointer, value] as [string, JsonValue]];
  });
}
