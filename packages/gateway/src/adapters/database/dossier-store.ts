/**
 * Dossiers in PostgreSQL.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Updateable } from 'kysely';
import type { Confirmation, Submission } from '@motcua/schemas';
import { writeCanonicalJson } from '../../domain/hash.js';
import type {
  DossierChange,
  DossierEvent,
  DossierStore,
  EventDetails,
  NewDossier,
  StoredDossier,
} from '../../ports/dossier-store.js';
import type { OutboxStore } from '../../ports/outbox-store.js';
import type { DossierEventTable, DossierTable, Tables } from './tables.js';

export function createDossierStore(db: Kysely<Tables>, outbox: OutboxStore): DossierStore {
  const addEvent = async (id: string, event: DossierEvent): Promise<void> => {
    await db.insertInto('dossier_event').values(toEventRow(id, event)).execute();
    await outbox.add({ kind: 'notice', dossierId: id, sequence: event.sequence }, event.at);
  };
  const keepSubmission = async (id: string, sequence: number, sent: SentTexts): Promise<void> => {
    await db
      .insertInto('dossier_submission')
      .values({ dossier_id: id, sequence, ...sent })
      .execute();
  };
  return {
    async insert(dossier) {
      const id = randomUUID();
      const added = await db
        .insertInto('dossier')
        .values(toRow(id, dossier))
        .onConflict((conflict) => conflict.column('provisional_code').doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows !== 1n) return undefined;
      await keepSubmission(id, 1, writeSent(dossier));
      await addEvent(id, {
        sequence: 1,
        state: 'submitted',
        at: dossier.submittedAt,
        actor: 'applicant',
        move: 'submit',
      });
      return id;
    },
    async findLock(code) {
      const row = await db
        .selectFrom('dossier')
        .select(['id', 'official_code', 'provisional_code', 'lookup_secret_hash', 'state', 'agency_code'])
        .where((where) => where.or([where('provisional_code', '=', code), where('official_code', '=', code)]))
        .limit(1)
        .executeTakeFirst();
      return (
        row && {
          id: row.id,
          code: row.official_code ?? row.provisional_code,
          lookupSecretHash: row.lookup_secret_hash,
          state: row.state,
          agencyCode: row.agency_code,
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
    async readVersions(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('dossier')
        .select(['id', 'version'])
        .where('id', 'in', [...ids])
        .execute();
      return new Map(rows.map(({ id, version }) => [id, version]));
    },
    async append(id, event, change = {}) {
      const moved = await db
        .updateTable('dossier')
        .set({ state: event.state, version: event.sequence, ...toChange(change) })
        .where('id', '=', id)
        .where('version', '=', event.sequence - 1)
        .executeTakeFirst();
      if (moved.numUpdatedRows !== 1n) return false;
      if (change.resubmission) await keepSubmission(id, event.sequence, writeSent(change.resubmission));
      await addEvent(id, event);
      return true;
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

interface SentTexts {
  submission: string;
  confirmation: string;
}

function writeSent({ submission, confirmation }: { submission: Submission; confirmation: Confirmation }): SentTexts {
  return { submission: writeCanonicalJson(submission), confirmation: writeCanonicalJson(confirmation) };
}

function toChange({ officialCode, dueAt, resubmission }: DossierChange): Updateable<DossierTable> {
  return {
    ...(officialCode === undefined ? {} : { official_code: officialCode }),
    ...(dueAt === undefined ? {} : { due_at: dueAt }),
    ...(resubmission && {
      ...writeSent(resubmission),
      applicant_name: resubmission.names.applicant,
      folded_names: resubmission.names.folded,
    }),
  };
}

function toRow(id: string, { confirmation, submission, submittedAt, names }: NewDossier): Selectable<DossierTable> {
  return {
    id,
    provisional_code: confirmation.provisionalCode,
    official_code: null,
    procedure_slug: confirmation.procedure.slug,
    procedure_version: confirmation.procedure.version,
    plan_hash: confirmation.procedure.planHash,
    agency_code: confirmation.agency.code,
    lookup_secret_hash: submission.lookupSecretHash,
    ...writeSent({ submission, confirmation }),
    submitted_at: submittedAt,
    due_at: null,
    state: 'submitted',
    version: 1,
    applicant_name: names.applicant,
    folded_names: names.folded,
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
    applicant: row.applicant_name,
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    history: events.map(fromEventRow),
  };
}

function toEventRow(id: string, event: DossierEvent): Selectable<DossierEventTable> {
  return {
    dossier_id: id,
    sequence: event.sequence,
    state: event.state,
    at: event.at,
    actor: event.actor,
    note: event.note ?? null,
    move: event.move ?? null,
    account_id: event.officer?.accountId ?? null,
    officer_name: event.officer?.name ?? null,
    details: event.details === undefined ? null : JSON.stringify(event.details),
  };
}

function fromEventRow(row: Selectable<DossierEventTable>): DossierEvent {
  const { sequence, state, at, actor, note, move, account_id: accountId, officer_name: name, details } = row;
  return {
    sequence,
    state,
    at,
    actor,
    ...(note === null ? {} : { note }),
    ...(move === null ? {} : { move }),
    ...(accountId === null ? {} : { officer: { accountId, name: name ?? '' } }),
    ...(details === null ? {} : { details: JSON.parse(details) as EventDetails }),
  };
}
