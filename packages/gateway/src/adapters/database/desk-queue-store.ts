/**
 * The desk's lists in PostgreSQL.
 */
import { sql, type Kysely } from 'kysely';
import type { Confirmation } from '@motcua/schemas';
import type { DeskQueueStore, QueueQuery } from '../../ports/desk-queue.js';
import type { Tables } from './tables.js';

const COLUMNS = [
  'id',
  'provisional_code',
  'official_code',
  'version',
  'confirmation',
  'applicant_name',
  'state',
  'submitted_at',
  'due_at',
] as const;

export function createDeskQueueStore(db: Kysely<Tables>): DeskQueueStore {
  return {
    async list(query) {
      const rows = await select(db, query).execute();
      return rows.map((row) => ({
        id: row.id,
        provisionalCode: row.provisional_code,
        ...(row.official_code === null ? {} : { officialCode: row.official_code }),
        version: row.version,
        procedure: (JSON.parse(row.confirmation) as Confirmation).procedure,
        applicant: row.applicant_name,
        state: row.state,
        submittedAt: row.submitted_at,
        ...(row.due_at === null ? {} : { dueAt: row.due_at }),
      }));
    },
    async count(agencyCode, openStates, now, soon) {
      const row = await db
        .selectFrom('dossier')
        .select([
          sql<string>`count(*)`.as('open'),
          sql<string>`count(*) filter (where due_at < ${now})`.as('late'),
          sql<string>`count(*) filter (where due_at >= ${now} and due_at <= ${soon})`.as('soon'),
        ])
        .where('agency_code', '=', agencyCode)
        .where('state', 'in', [...openStates])
        .executeTakeFirstOrThrow();
      return { open: Number(row.open), late: Number(row.late), soonLate: Number(row.soon) };
    },
  };
}

function select(db: Kysely<Tables>, { agencyCode, states, code, name, dueFrom, dueBefore, after, limit }: QueueQuery) {
  let query = db.selectFrom('dossier').select(COLUMNS).where('agency_code', '=', agencyCode);
  if (states !== undefined) query = query.where('state', 'in', [...states]);
  if (code !== undefined)
    query = query.where((where) => where.or([where('provisional_code', '=', code), where('official_code', '=', code)]));
  if (name !== undefined) query = query.where('folded_names', 'like', `%${escapePattern(name)}%`);
  if (dueFrom !== undefined) query = query.where('due_at', '>=', dueFrom);
  if (dueBefore !== undefined) query = query.where('due_at', '<', dueBefore);
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(coalesce(due_at, 'infinity'), submitted_at, id) > (${after.dueAt}::timestamptz, ${after.submittedAt}::timestamptz, ${after.id}::uuid)`,
    );
  return query
    .orderBy(sql`coalesce(due_at, 'infinity')`)
    .orderBy('submitted_at')
    .orderBy('id')
    .limit(limit);
}

function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, (symbol) => `\\${symbol}`);
}
