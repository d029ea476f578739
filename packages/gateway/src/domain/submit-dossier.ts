/**
 * Takes a submission: judge it whole, then keep dossier, history, papers and answer in one commit.
 */
import { checkSubmission } from '@motcua/form-engine';
import type { JsonObject } from '@motcua/form-engine';
import type { Agency, Confirmation, Issue, Submission } from '@motcua/schemas';
import { GatewayProblem } from '../http/problem.js';
import type { Log } from '../http/log.js';
import { readToday, type Clock } from '../ports/clock.js';
import type { GatewayDatabase, GatewayTransaction } from '../ports/gateway-database.js';
import type { KeptAnswer } from '../ports/idempotency-store.js';
import type { OpenProcedure, ProcedureRepository } from '../ports/procedure-repository.js';
import type { SecondJudge } from '../ports/second-judge.js';
import type { SigningKeys } from '../ports/signing-keys.js';
import type { AdministrativeUnits } from './administrative-units.js';
import { checkAttachments } from './check-attachments.js';
import { createCatalogKnowledge } from './catalog-knowledge.js';
import { createProvisionalCode } from './codes.js';
import { signConfirmation } from './confirmation.js';
import { hashText, writeCanonicalJson } from './hash.js';
import { findUnkeepable } from './intake.js';
import type { JudgeCounts } from './judge-counts.js';
import { listAnsweredPlaces } from './plan-places.js';
import { readNames } from './read-names.js';
import { addSecondOpinion } from './second-opinion.js';
import { createServerIssue } from './server-issue.js';

export interface SubmissionServices {
  database: GatewayDatabase;
  procedures: ProcedureRepository;
  units: AdministrativeUnits;
  judge: SecondJudge;
  counts: JudgeCounts;
  keys: SigningKeys;
  clock: Clock;
  log: Log;
}

export interface SubmissionRequest {
  /** From the address. */
  slug: string;
  key: string;
  uploadKey: string | undefined;
  submission: Submission;
}

export interface SubmissionResult {
  /** JSON of the Confirmation, the same text each time. */
  confirmation: string;
  replayed: boolean;
}

/** @throws GatewayProblem for each refusal of the contract */
export async function submitDossier(
  request: SubmissionRequest,
  services: SubmissionServices,
): Promise<SubmissionResult> {
  const bodyHash = hashText(writeCanonicalJson(request.submission));
  const outcome = await services.database.idempotency.once(
    { scope: `submit ${request.slug}`, key: request.key, bodyHash },
    () => judgeSubmission(request, services),
    (transaction, accepted) => keepDossier(transaction, accepted, services),
  );
  if (outcome.kind === 'in-flight')
    throw new GatewayProblem('idempotency.in-flight', { headers: { 'Retry-After': '1' } });
  if (outcome.kind === 'key-reused') throw new GatewayProblem('idempotency.key-reused');
  return { confirmation: outcome.answer.body, replayed: outcome.kind === 'replayed' };
}

interface AcceptedSubmission {
  submission: Submission;
  procedure: OpenProcedure;
  agency: Agency;
  uploadIds: readonly string[];
}

async function judgeSubmission(
  { slug, uploadKey, submission }: SubmissionRequest,
  services: SubmissionServices,
): Promise<AcceptedSubmission> {
  const procedure = findProcedure(slug, submission, services.procedures);
  const agency = services.units.findAgency(submission.agency);
  if (!agency) throw new GatewayProblem('agency.unknown');
  const answers = submission.data as JsonObject;
  refuse(findUnkeepable(answers));
  const data = await judgeAnswers(procedure, answers, services);
  const uploadIds = await judgePapers(procedure, data, uploadKey, services);
  return { submission: { ...submission, data }, procedure, agency, uploadIds };
}

function findProcedure(slug: string, { procedure: sent }: Submission, procedures: ProcedureRepository): OpenProcedure {
  const procedure = procedures.find(slug);
  if (!procedure) throw new GatewayProblem('procedure.not-found');
  if (sent.slug !== slug) throw new GatewayProblem('submission.procedure-mismatch');
  if (sent.planHash !== procedure.plan.hash || sent.version !== procedure.record.version)
    throw new GatewayProblem('plan.outdated');
  return procedure;
}

/** Answers what is kept: pruned, and computed values made anew. */
export async function judgeAnswers(
  { plan }: OpenProcedure,
  sent: JsonObject,
  services: SubmissionServices,
): Promise<JsonObject> {
  const knows = createCatalogKnowledge(plan, services.procedures, services.units);
  const report = checkSubmission(plan, sent, { today: readToday(services.clock), knows });
  refuse(await addSecondOpinion(plan, sent, report, services));
  return report.data;
}

/**
 * Answers the papers that are still free.
 * @param dossierId the dossier that the answers are sent anew for: its own papers may stand in them
 */
export async function judgePapers(
  { plan }: OpenProcedure,
  data: JsonObject,
  uploadKey: string | undefined,
  { database }: SubmissionServices,
  dossierId?: string,
): Promise<readonly string[]> {
  const places = listAnsweredPlaces(plan, data);
  const { issues, uploadIds } = await checkAttachments(places, database.uploads, uploadKey, dossierId);
  refuse(issues);
  return uploadIds;
}

/** @throws GatewayProblem `submission.invalid` when one of them is an error */
export function refuse(issues: readonly Issue[]): void {
  if (issues.some((issue) => issue.severity === 'error')) throw new GatewayProblem('submission.invalid', { issues });
}

const MAX_CODE_ATTEMPTS = 5;

async function keepDossier(
  { dossiers, uploads }: GatewayTransaction,
  accepted: AcceptedSubmission,
  { keys, clock }: SubmissionServices,
): Promise<KeptAnswer> {
  for (let attempt = 0; attempt < MAX_CODE_ATTEMPTS; attempt += 1) {
    const submittedAt = clock.now();
    const confirmation: Confirmation = await signConfirmation(
      { ...accepted, provisionalCode: createProvisionalCode(), submittedAt },
      keys,
    );
    const { submission, procedure } = accepted;
    const names = readNames(procedure.plan, submission.data as JsonObject);
    const dossierId = await dossiers.insert({ confirmation, submission, submittedAt, names });
    if (dossierId === undefined) continue;
    if ((await uploads.claim(accepted.uploadIds, dossierId)) !== accepted.uploadIds.length) {
      throw new GatewayProblem('submission.invalid', { issues: [createServerIssue('upload.already-used', '')] });
    }
    return { dossierId, body: JSON.stringify(confirmation) };
  }
  throw new GatewayProblem('gateway.unavailable', { headers: { 'Retry-After': '5' } });
}
