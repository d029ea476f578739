/**
 * Takes answers that are sent anew: as a whole before reception, and where a supplement was asked for, at the places asked for.
 */
import type { JsonObject } from '@motcua/form-engine';
import type { Resubmission, Submission } from '@motcua/schemas';
import { GatewayProblem } from '../http/problem.js';
import { readToday } from '../ports/clock.js';
import type { StoredDossier } from '../ports/dossier-store.js';
import type { OpenProcedure } from '../ports/procedure-repository.js';
import { signConfirmation } from './confirmation.js';
import { readSupplementRequest } from './describe-dossier.js';
import { hashText, writeCanonicalJson } from './hash.js';
import { findUnkeepable } from './intake.js';
import { readLifecycle } from './lifecycle.js';
import { recordMove, requireTransition, type MoveServices } from './moves/record-move.js';
import { findFiledProcedure } from './moves/supplement-items.js';
import { readNames } from './read-names.js';
import { judgeAnswers, judgePapers, refuse, type SubmissionServices } from './submit-dossier.js';
import { createServerIssue } from './server-issue.js';
import { findUnaskedChanges, listChanges } from './supplement-scope.js';

export interface ResubmissionRequest {
  /** Of a dossier whose secret was shown. */
  dossierId: string;
  move: 'edit' | 'supplement';
  key: string;
  uploadKey: string | undefined;
  resubmission: Resubmission;
}

/**
 * Judges the answers whole, then keeps them beside the earlier ones, with a confirmation of their own.
 * @returns whether this was a repeat
 * @throws GatewayProblem `dossier.transition-refused`, `plan.outdated`, `submission.invalid`, `supplement.not-requested`, `idempotency.*`
 */
export async function resubmitDossier(
  request: ResubmissionRequest,
  services: SubmissionServices & MoveServices,
): Promise<boolean> {
  const { dossierId, move, key, resubmission } = request;
  const outcome = await services.database.idempotency.once(
    { scope: `${move} ${dossierId}`, key, bodyHash: hashText(writeCanonicalJson(resubmission)) },
    () => judgeResubmission(request, services),
    async (stores, accepted) => {
      const version = accepted.stored.history.length;
      await recordMove(stores, { dossierId, move, actsAs: ['applicant'], version }, services, async (stored, at) => ({
        details: { changed: accepted.changed },
        change: { resubmission: await writeResubmission(stored, accepted, at, services) },
      }));
      if ((await stores.uploads.claim(accepted.uploadIds, dossierId)) !== accepted.uploadIds.length)
        throw new GatewayProblem('submission.invalid', { issues: [createServerIssue('upload.already-used', '')] });
      return { dossierId, body: '{}' };
    },
  );
  if (outcome.kind === 'in-flight')
    throw new GatewayProblem('idempotency.in-flight', { headers: { 'Retry-After': '1' } });
  if (outcome.kind === 'key-reused') throw new GatewayProblem('idempotency.key-reused');
  return outcome.kind === 'replayed';
}

interface AcceptedAnswers {
  stored: StoredDossier;
  procedure: OpenProcedure;
  data: JsonObject;
  /** Papers that no dossier holds yet. */
  uploadIds: readonly string[];
  changed: string[];
}

async function judgeResubmission(
  { dossierId, move, uploadKey, resubmission }: ResubmissionRequest,
  services: SubmissionServices & MoveServices,
): Promise<AcceptedAnswers> {
  const stored = await services.database.dossiers.read(dossierId);
  requireTransition(stored, move, readLifecycle(services.procedures.find(stored.procedure.slug)?.record));
  const procedure = findFiledProcedure(stored, services.procedures);
  if (resubmission.planHash !== procedure.plan.hash) throw new GatewayProblem('plan.outdated');
  const sent = resubmission.data as JsonObject;
  refuse(findUnkeepable(sent));
  const data = await judgeAnswers(procedure, sent, services);
  if (move === 'supplement') refuseUnasked(stored, procedure, data, readToday(services.clock));
  const uploadIds = await judgePapers(procedure, data, uploadKey, services, dossierId);
  const changed = listChanges(procedure.plan, stored.submission.data as JsonObject, data);
  return { stored, procedure, data, uploadIds, changed };
}

function refuseUnasked(stored: StoredDossier, { plan }: OpenProcedure, data: JsonObject, today: string): void {
  const asked = (readSupplementRequest(stored)?.items ?? []).flatMap((item) =>
    'pointer' in item ? [item.pointer] : [],
  );
  const unasked = findUnaskedChanges(plan, { before: stored.submission.data as JsonObject, after: data, asked, today });
  if (unasked.length === 0) return;
  const issues = unasked.map((pointer) => createServerIssue('supplement.not-requested', pointer));
  throw new GatewayProblem('supplement.not-requested', { issues });
}

async function writeResubmission(
  stored: StoredDossier,
  { data, procedure }: AcceptedAnswers,
  submittedAt: Date,
  { keys }: SubmissionServices,
) {
  const submission: Submission = { ...stored.submission, data };
  const { provisionalCode, agency } = stored;
  const confirmation = await signConfirmation({ provisionalCode, submittedAt, procedure, agency, submission }, keys);
  return { submission, confirmation, names: readNames(procedure.plan, data) };
}
