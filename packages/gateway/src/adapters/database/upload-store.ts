/**
 * Upload records in PostgreSQL.
 */
import { sql, type Kysely } from 'kysely';
import type { Attachment } from '@motcua/schemas';
import type { UploadStore } from '../../ports/upload-store.js';
import type { Tables } from './tables.js';

export function createUploadStore(db: Kysely<Tables>): UploadStore {
  return {
    async insert({ id, keyHash, length, createdAt }) {
      await db
        .insertInto('upload')
        .values({ id, key_hash: keyHash, length, created_at: createdAt, attachment: null, dossier_id: null })
        .execute();
    },
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
    async measureUsage(keyHash) {
      const row = await db
        .selectFrom('upload')
        .select(({ fn }) => [fn.countAll<string>().as('count'), sql<string>`coalesce(sum(length), 0)`.as('bytes')])
        .where('key_hash', '=', keyHash)
        .where('dossier_id', 'is', null)
        .executeTakeFirstOrThrow();
      return { count: Number(row.count), bytes: Number(row.bytes) };
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
