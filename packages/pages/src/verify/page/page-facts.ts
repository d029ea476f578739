/** What the gateway wrote into the page when it served it: its public keys, and where the page can be downloaded. */
import { isObject, readJson } from '../document/json-text.js';
import { readKeys, type PublicKey } from '../signature/read-keys.js';

export interface PageFacts {
  keys: readonly PublicKey[];
  /** Absent in the downloaded page itself. */
  download?: { href: string; sha256: string };
}

/** A page that nobody filled has no keys. */
export function readPageFacts(text: string): PageFacts {
  const value = readJson(text);
  if (!isObject(value)) return { keys: [] };
  const keys = readKeys(JSON.stringify({ keys: value['keys'] ?? [] }));
  const { download } = value;
  const offer =
    isObject(download) && typeof download['href'] === 'string' && typeof download['sha256'] === 'string'
      ? { download: { href: download['href'], sha256: download['sha256'] } }
      : {};
  return { keys: 'fault' in keys ? [] : keys, ...offer };
}
