/**
 * One page of an agency's queue, with marks and counts.
 */
import type { DeskQueue } from '@motcua/schemas';
import { fold } from '@motcua/form-engine/text';
import type { QueueRequest } from '../../http/wire-validator.js';
import { GatewayProblem } from '../../http/problem.js';
import type { DeskQueueStore, QueuePlace, QueueQuery, QueueRow } from '../../ports/desk-queue.js';
import { readDossierCode } from '../codes.js';
import type { OfficerMoveServices } from '../moves/officer-effects.js';
import { describeState, isStateName, STATES, type StateName } from '../states.js';
import { markDue } from '../time/due-date.js';

/** States in which a dossier waits for somebody. */
const OPEN = (Object.keys(STATES) as StateName[]).filter(
  (name) => STATES[name].stage === 'sent' || STATES[name].stage === 'in-progress',
);
/** In these the clock runs, so a date can be missed. */
const TIMED: readonly string[] = ['received', 'processing'];
const USUAL_LIMIT = 50;

/** @throws GatewayProblem `request.malformed` for a cursor that is none of ours */
export async function readQueue(
  request: QueueRequest,
  agencyCode: string,
  queue: DeskQueueStore,
  services: OfficerMoveServices,
): Promise<DeskQueue> {
  const now = services.clock.now();
  const soon = services.calendar.addWorkingTime(now, services.reception.soonLate);
  const counts = await queue.count(agencyCode, OPEN, now, soon);
  const query = writeQuery(request, agencyCode, now, soon);
  if (!query) return { dossiers: [], counts };
  const rows = await queue.list({ ...query, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const last = page[page.length - 1];
  return {
    dossiers: page.map((row) => describeRow(row, now, services)),
    counts,
    ...(rows.length > page.length && last ? { next: writePlace(last) } : {}),
  };
}

/** Nothing when no dossier can match: a code or a name that cannot be one. */
function writeQuery(
  { states, mark, code, name, after, limit = USUAL_LIMIT }: QueueRequest,
  agencyCode: string,
  now: Date,
  soon: Date,
): QueueQuery | undefined {
  const canonical = code === undefined ? undefined : readDossierCode(code);
  const folded = name === undefined ? undefined : fold(name);
  if ((code !== undefined && canonical === undefined) || folded === '') return undefined;
  const wanted = mark === undefined ? states : (states ?? TIMED).filter((state) => TIMED.includes(state));
  if (wanted?.length === 0) return undefined;
  return {
    agencyCode,
    limit,
    ...(wanted === undefined ? {} : { states: wanted }),
    ...(canonical === undefined ? {} : { code: canonical }),
    ...(folded === undefined ? {} : { name: folded }),
    ...(mark === 'late' ? { dueBefore: now } : {}),
    ...(mark === 'soon-late' ? { dueFrom: now, dueBefore: new Date(soon.getTime() + 1) } : {}),
    ...(after === undefined ? {} : { after: readPlace(after) }),
  };
}

function describeRow(
  row: QueueRow,
  now: Date,
  { calendar, reception }: OfficerMoveServices,
): DeskQueue['dossiers'][number] {
  const isTimed = row.dueAt !== undefined && TIMED.includes(row.state);
  return {
    code: row.officialCode ?? row.provisionalCode,
    provisionalCode: row.provisionalCode,
    version: row.version,
    procedure: { slug: row.procedure.slug, title: row.procedure.title },
    applicant: row.applicant,
    state: describeState(row.state),
    submittedAt: row.submittedAt.toISOString(),
    ...(row.dueAt === undefined ? {} : { dueAt: row.dueAt.toISOString() }),
    ...(isTimed && row.dueAt && isStateName(row.state)
      ? { mark: markDue(row.dueAt, now, reception.soonLate, calendar) }
      : {}),
  };
}

function writePlace({ dueAt, submittedAt, id }: QueueRow): string {
  const place: QueuePlace = { dueAt: dueAt?.toISOString() ?? 'infinity', submittedAt: submittedAt.toISOString(), id };
  return Buffer.from(JSON.stringify([place.dueAt, place.submittedAt, place.id])).toString('base64url');
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readPlace(cursor: string): QueuePlace {
  try {
    const [dueAt, submittedAt, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    const isTime = (text: string | undefined): text is string => text !== undefined && TIME.test(text);
    if ((dueAt === 'infinity' || isTime(dueAt)) && isTime(submittedAt) && UUID.test(id ?? ''))
      return { dueAt, submittedAt, id: id as string };
  } catch {
    // What is no JSON is no cursor of ours either.
  }
  throw new GatewayProblem('request.malformed', { detail: 'Send `after` as `next` of the page before.' });
}
