/**
 * The id of a message: made from what it tells, so that it is the same at each attempt, after each restart and from each process.
 */
import { createHash } from 'node:crypto';
import type { OutboxItem } from '../../ports/outbox-store.js';

/** A UUID of version 8 (RFC 9562). The dossier's own id is random, so the id says nothing of it. */
export function createMessageId({
  kind,
  dossierId,
  sequence,
}: Pick<OutboxItem, 'kind' | 'dossierId' | 'sequence'>): string {
  const hash = createHash('sha256').update(`${kind} ${dossierId} ${sequence}`).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
