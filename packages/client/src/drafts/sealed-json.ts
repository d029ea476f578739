import { DraftError } from '../errors/client-error.js';
import type { Sealed, Sealer } from './sealer.js';

/** Seals a JSON value for one place. */
export function sealJson(sealer: Sealer, value: unknown, context: string): Promise<Sealed> {
  return sealer.seal(new TextEncoder().encode(JSON.stringify(value)), context);
}

/** @throws DraftError `draft.unreadable` */
export async function openJson(sealer: Sealer, sealed: Sealed, context: string): Promise<unknown> {
  const plain = await openBytes(sealer, sealed, context);
  return JSON.parse(new TextDecoder().decode(plain));
}

/** @throws DraftError `draft.unreadable` */
export async function openBytes(sealer: Sealer, sealed: Sealed, context: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await sealer.open(sealed, context);
  } catch (cause) {
    throw new DraftError('draft.unreadable', { cause });
  }
}
