/**
 * The audit log in PostgreSQL.
 */
import type { Kysely } from 'kysely';
import type { AuditStore } from '../../ports/audit-store.js';
import type { Tables } from './tables.js';

export function createAuditStore(db: Kysely<Tables>): AuditStore {
  return {
    async add({ at, accountId, agencyCode, operation, dossierId, outcome }) {
      await db
        .insertInto('audit')
        .values({
          at,
          account_id: accountId ?? null,
          agency_code: agencyCode ?? null,
          operation,
          dossier_id: dossierId ?? null,
          outcome,
        })
        .execute();
    },
    async list({ agencyCode, dossierId, before, limit }) {
      let query = db
        .selectFrom('audit')
        .leftJoin('account', 'account.id', 'audit.account_id')
        .leftJoin('dossier', 'dossier.id', 'audit.dossier_id')
        .select(['audit.id', 'at', 'login', 'name', 'operation', 'outcome', 'official_code', 'provisional_code']);
      if (agencyCode !== undefined) query = query.where('audit.agency_code', '=', agencyCode);
      if (dossierId !== undefined) query = query.where('audit.dossier_id', '=', dossierId);
      if (before !== undefined) query = query.where('audit.id', '<', String(before));
      const rows = await query.orderBy('audit.id', 'desc').limit(limit).execute();
      return rows.map((row) => {
        const code = row.official_code ?? row.provisional_code;
        return {
          id: Number(row.id),
          at: row.at,
          ...(row.login === null ? {} : { login: row.login }),
          ...(row.name === null ? {} : { name: row.name }),
          operation: row.operation,
          ...(code === null ? {} : { code }),
          outcome: row.outcome,
        };
      });
    },
  };
}
