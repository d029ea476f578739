/**
 * Upload records in PostgreSQL.
 */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Attachment } from '@motcua/schemas';
import type { UploadQuota, UploadRecord, UploadStore } from '../../ports/upload-store.js';
import type { Tables, UploadTable } from './tables.js';

/** One reservation at a time, among all processes on the database. */
const RESERVATION_LOCK = 4_180_005;

export function createUploadStore(db: Kysely<Tables>): UploadStore {
  return {
    reserve: (upload, quota) =>
      db.transaction().execute(async (transaction) => {
        // The lock comes in a statement of its own: what is counted next is what the holder before has committed.
        await sql`select pg_advisory_xact_lock(${RESERVATION_LOCK})`.execute(transaction);
        const full = findFullQuota(upload, await measureUsage(transaction, upload.keyHash), quota);
        if (full) return full;
        await transaction.insertInto('upload').values(toRow(upload)).execute();
        return 'reserved';
      }),
    async find(id) {
      const row = await db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst();
      return (
        row && {
          id: row.id,
          keyHash: row.key_hash,
          length: row.length,
          createdAt: row.created_at,
          ...(row.attachment === null ? {} : { attachment: JSON.parse(row.attachment) as Attachment }),
          ...(row.dossier_id === null ? {} : { dossierId: row.dossier_id }),
        }
      );
    },
    async complete(id, attachment) {
      await db
        .updateTable('upload')
        .set({ attachment: JSON.stringify(attachment) })
        .where('id', '=', id)
        .where('attachment', 'is', null)
        .execute();
    },
    async claim(ids, dossierId) {
      if (ids.length === 0) return 0;
      const claimed = await db
        .updateTable('upload')
        .set({ dossier_id: dossierId })
        .where('id', 'in', [...ids])
        .where('dossier_id', 'is', null)
        .where('attachment', 'is not', null)
        .executeTakeFirst();
      return Number(claimed.numUpdatedRows);
    },
    async remove(id) {
      const removed = await db
        .deleteFrom('upload')
        .where('id', '=', id)
        .where('dossier_id', 'is', null)
        .executeTakeFirst();
      return removed.numDeletedRows === 1n;
    },
    async listUnclaimedBefore(time, limit) {
      const rows = await db
        .selectFrom('upload')
        .select('id')
        .where('dossier_id', 'is', null)
        .where('created_at', '<', time)
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
  };
}

type NewUpload = Pick<UploadRecord, 'id' | 'keyHash' | 'length' | 'createdAt'>;

interface Usage {
  count: number;
  bytes: number;
  countOverall: number;
  bytesOverall: number;
}

/** Uploads that no dossier holds. Their number is bounded by the quota itself, and an index holds nothing else. */
async function measureUsage(db: Kysely<Tables>, keyHash: string): Promise<Usage> {
  const row = await db
    .selectFrom('upload')
    .select([
      sql<string>`count(*) filter (where key_hash = ${keyHash})`.as('count'),
      sql<string>`coalesce(sum(length) filter (where key_hash = ${keyHash}), 0)`.as('bytes'),
      sql<string>`count(*)`.as('countOverall'),
      sql<string>`coalesce(sum(length), 0)`.as('bytesOverall'),
    ])
    .where('dossier_id', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    count: Number(row.count),
    bytes: Number(row.bytes),
    countOverall: Number(row.countOverall),
    bytesOverall: Number(row.bytesOverall),
  };
}

function findFullQuota({ length }: NewUpload, usage: Usage, quota: UploadQuota): 'key-full' | 'store-full' | undefined {
  if (usage.count + 1 > quota.maxCount || usage.bytes + length > quota.maxTotalBytes) return 'key-full';
  const isFull =
    usage.countOverall + 1 > quota.maxCountOverall || usage.bytesOverall + length > quota.maxTotalBytesOverall;
  return isFull ? 'store-full' : undefined;
}

function toRow({ id, keyHash, length, createdAt }: NewUpload): Selectable<UploadTable> {
  return { id, key_hash: keyHash, length, created_at: createdAt, attachment: null, dossier_id: null };
}
