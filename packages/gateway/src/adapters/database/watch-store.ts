/**
 * Finds waiting dossiers in PostgreSQL; which were noticed is kept as marks, set and taken away by whole conditions.
 */
import { sql, type ExpressionBuilder, type ExpressionWrapper, type Kysely, type SqlBool } from 'kysely';
import type { WatchCondition, WatchStore } from '../../ports/watch-store.js';
import type { Tables } from './tables.js';

/** An edit by the applicant leaves the dossier where it waits. */
const MOVED_AT = sql<Date>`(select event.at from dossier_event as event
  where event.dossier_id = dossier.id and event.move is distinct from 'edit' order by event.sequence desc limit 1)`;
const WARNED_AT = sql<Date | null>`(select warning.created_at from outbox as warning where warning.dossier_id = dossier.id
  and warning.kind = 'supplement-warning' and warning.sequence = dossier.version)`;

export function createWatchStore(db: Kysely<Tables>): WatchStore {
  return {
    async list(condition, limit, agencyCode) {
      const rows = await select(db, condition, agencyCode)
        .select(['id', 'agency_code', 'procedure_slug', 'version', 'due_at'])
        .select(({ fn }) => fn.coalesce('official_code', 'provisional_code').as('code'))
        .select([MOVED_AT.as('moved_at'), WARNED_AT.as('warned_at')])
        .orderBy(condition.kind === 'due' ? 'due_at' : 'moved_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        code: row.code,
        agencyCode: row.agency_code,
        slug: row.procedure_slug,
        version: row.version,
        movedAt: row.moved_at,
        ...(row.due_at === null ? {} : { dueAt: row.due_at }),
        ...(row.warned_at === null ? {} : { warnedAt: row.warned_at }),
      }));
    },
    async count(condition, agencyCode) {
      const row = await select(db, condition, agencyCode)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async raise(alarm, condition, at) {
      const raised = await db
        .insertInto('alarm_mark')
        .columns(['alarm', 'dossier_id', 'raised_at'])
        .expression(
          select(db, condition).select([
            sql<string>`cast(${alarm} as text)`.as('alarm'),
            'id',
            sql<Date>`cast(${at} as timestamptz)`.as('raised_at'),
          ]),
        )
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return Number(raised.numInsertedOrUpdatedRows);
    },
    async lower(alarm, condition) {
      const lowered = await db
        .deleteFrom('alarm_mark')
        .where('alarm', '=', alarm)
        .where('dossier_id', 'not in', select(db, condition).select('id'))
        .executeTakeFirst();
      return Number(lowered.numDeletedRows);
    },
  };
}

function select(db: Kysely<Tables>, condition: WatchCondition, agencyCode?: string) {
  const query = db.selectFrom('dossier').where((where) => writeCondition(where, condition));
  return agencyCode === undefined ? query : query.where('agency_code', '=', agencyCode);
}

type Where = ExpressionBuilder<Tables, 'dossier'>;

function writeCondition(where: Where, condition: WatchCondition): ExpressionWrapper<Tables, 'dossier', SqlBool> {
  switch (condition.kind) {
    case 'waiting':
      return where.and([where('state', 'in', [...condition.states]), where(MOVED_AT, '<=', condition.until)]);
    case 'due':
      return where.and([
        where('state', 'in', [...condition.states]),
        where('due_at', '<', condition.before),
        ...(condition.from === undefined ? [] : [where('due_at', '>=', condition.from)]),
      ]);
    case 'asked':
      return where.and([where('state', '=', condition.state), writeLimits(where, condition)]);
  }
}

function writeLimits(where: Where, { bySlug, others }: Extract<WatchCondition, { kind: 'asked' }>) {
  const slugs = Object.keys(bySlug);
  const own = Object.entries(bySlug).map(([slug, until]) =>
    where.and([where('procedure_slug', '=', slug), where(MOVED_AT, '<=', until)]),
  );
  const rest = [
    where(MOVED_AT, '<=', others),
    ...(slugs.length === 0 ? [] : [where('procedure_slug', 'not in', slugs)]),
  ];
  return where.or([...own, where.and(rest)]);
}
