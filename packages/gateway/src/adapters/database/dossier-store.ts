/**
 * Dossiers in PostgreSQL.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Confirmation, Submission } from '@motcua/schemas';
import { writeCanonicalJson } from '../../domain/hash.js';
import type { DossierEvent, DossierStore, NewDossier, StoredDossier } from '../../ports/dossier-store.js';
import type { DossierEventTable, DossierTable, Tables } from './tables.js';

export function createDossierStore(db: Kysely<Tables>): DossierStore {
  return {
    async insert(dossier) {
      const id = randomUUID();
      const added = await db
        .insertInto('dossier')
        .values(toRow(id, dossier))
        .onConflict((conflict) => conflict.column('provisional_code').doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows !== 1n) return undefined;
      await db
        .insertInto('dossier_event')
        .values({
          dossier_id: id,
          sequence: 1,
          state: 'submitted',
          at: dossier.submittedAt,
          actor: 'applicant',
          note: null,
        })
        .execute();
      return id;
    },
    async findLock(code) {
      const row = await db
        .selectFrom('dossier')
        .innerJoin('dossier_event', 'dossier_event.dossier_id', 'dossier.id')
        .select(['dossier.id', 'official_code', 'provisional_code', 'lookup_secret_hash', 'dossier_event.state'])
        .where((where) => where.or([where('provisional_code', '=', code), where('official_code', '=', code)]))
        .orderBy('dossier_event.sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      return (
        row && {
          id: row.id,
          code: row.official_code ?? row.provisional_code,
          lookupSecretHash: row.lookup_secret_hash,
          state: row.state,
        }
      );
    },
    async read(id) {
      const row = await db.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const events = await db
        .selectFrom('dossier_event')
        .selectAll()
        .where('dossier_id', '=', id)
        .orderBy('sequence')
        .execute();
      return fromRows(row, events);
    },
    async append(id, event) {
      const added = await db
        .insertInto('dossier_event')
        .values({ dossier_id: id, ...event, note: event.note ?? null })
        .onConflict((conflict) => conflict.columns(['dossier_id', 'sequence']).doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    async count() {
      const row = await db
        .selectFrom('dossier')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}

function toRow(id: string, { confirmation, submission, submittedAt }: NewDossier): Selectable<DossierTable> {
  return {
    id,
    provisional_code: confirmation.provisionalCode,
    official_code: null,
    procedure_slug: confirmation.procedure.slug,
    procedure_version: confirmation.procedure.version,
    plan_hash: confirmation.procedure.planHash,
    agency_code: confirmation.agency.code,
    lookup_secret_hash: submission.lookupSecretHash,
    submission: writeCanonicalJson(submission),
    confirmation: writeCanonicalJson(confirmation),
    submitted_at: submittedAt,
    due_at: null,
  };
}

function fromRows(row: Selectable<DossierTable>, events: readonly Selectable<DossierEventTable>[]): StoredDossier {
  const confirmation = JSON.parse(row.confirmation) as Confirmation;
  return {
    id: row.id,
    provisionalCode: row.provisional_code,
    ...(row.official_code === null ? {} : { officialCode: row.official_code }),
    procedure: confirmation.procedure,
    agency: confirmation.agency,
    submission: JSON.parse(row.submission) as Submission,
    confirmation,
    submittedAt: row.submitted_at,
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    history: events.map(fromEventRow),
  };
}

function fromEventRow({ sequence, state, at, actor, note }: Selectable<DossierEventTable>): DossierEvent {
  return { sequence, state, at, actor, ...(note === null ? {} : { note }) };
}
