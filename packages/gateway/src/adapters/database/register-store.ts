/**
 * The register of received dossiers in PostgreSQL: receptions by time, each with the steps that ended it.
 */
import { sql, type Kysely } from 'kysely';
import type { Confirmation } from '@motcua/schemas';
import type { RegisterStore } from '../../ports/register-store.js';
import type { Tables } from './tables.js';

export function createRegisterStore(db: Kysely<Tables>): RegisterStore {
  return {
    async list({ agencyCode, from, before, after, limit }) {
      const rows = await db
        .selectFrom('dossier_event as reception')
        .innerJoin('dossier', 'dossier.id', 'reception.dossier_id')
        .where('reception.move', '=', 'receive')
        .where('reception.at', '>=', from)
        .where('reception.at', '<', before)
        .where('dossier.agency_code', '=', agencyCode)
        .select([
          'dossier.official_code',
          'dossier.provisional_code',
          'dossier.confirmation',
          'dossier.applicant_name',
          'dossier.due_at',
          'dossier.state',
          'reception.at as received_at',
          timeOf('complete').as('completed_at'),
          timeOf('return').as('returned_at'),
        ])
        .orderBy('reception.at')
        .orderBy('dossier.official_code')
        .orderBy('dossier.id')
        .offset(after)
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        code: row.official_code ?? row.provisional_code,
        procedure: (JSON.parse(row.confirmation) as Confirmation).procedure,
        applicant: row.applicant_name,
        receivedAt: row.received_at,
        ...(row.due_at === null ? {} : { dueAt: row.due_at }),
        ...(row.completed_at === null ? {} : { completedAt: row.completed_at }),
        ...(row.returned_at === null ? {} : { returnedAt: row.returned_at }),
        state: row.state,
      }));
    },
  };
}

/** When a dossier made that move for the last time. */
function timeOf(move: string) {
  return sql<Date | null>`(select max(step.at) from dossier_event step
    where step.dossier_id = dossier.id and step.move = ${move})`;
}
