/**
 * What stands before every operation of the desk: the session, the header that no foreign page can send, the matrix, the agency, the audit log.
 */
import { isAllowed, type Operation } from '../../domain/desk/authorisation.js';
import { readSession, type OpenSession, type SignInServices } from '../../domain/desk/sign-in.js';
import { readDossierCode } from '../../domain/codes.js';
import { hashText } from '../../domain/hash.js';
import type { RateLimiter } from '../../domain/rate-limit.js';
import type { OfficerMoveServices } from '../../domain/moves/officer-effects.js';
import type { JsonValue } from '@motcua/form-engine';
import { findUnkeepable, normaliseTexts } from '../../domain/intake.js';
import { readJsonBody, type BodyLimits } from '../../http/json-body.js';
import { refuseWait } from '../../http/limit-rate.js';
import { GatewayProblem } from '../../http/problem.js';
import type { RouteContext } from '../../http/route.js';
import { readSessionCookie, type CookieKind } from '../../http/session-cookie.js';
import type { WireValidator } from '../../http/wire-validator.js';
import type { Account } from '../../ports/account-store.js';
import type { DossierLock } from '../../ports/dossier-store.js';
import type { FileStore } from '../../ports/file-store.js';
import type { AdministrativeUnits } from '../../domain/administrative-units.js';

export interface DeskServices extends SignInServices {
  moves: OfficerMoveServices;
  units: AdministrativeUnits;
  files: FileStore;
  wire: WireValidator;
  bodyLimits: BodyLimits;
  cookie: CookieKind;
  /** Requests of one session. */
  sessionRate: RateLimiter;
}

const SAFE = new Set(['GET', 'HEAD']);

/** A simple request of another site cannot carry this header, and the preflight for it is never granted. @throws GatewayProblem `request.header-missing` */
export function requireDeskHeader(request: Request): void {
  if (!SAFE.has(request.method) && request.headers.get('motcua-desk') !== '1')
    throw new GatewayProblem('request.header-missing', { detail: 'Send the header Motcua-Desk: 1.' });
}

/**
 * The body with texts in NFC, and nothing that the database could not keep.
 * @throws GatewayProblem `request.malformed`, and what reading a JSON body throws
 */
export async function readDeskBody(request: Request, limits: BodyLimits): Promise<JsonValue> {
  const body = normaliseTexts(await readJsonBody(request, limits));
  const [fault] = findUnkeepable(body);
  if (fault) throw new GatewayProblem('request.malformed', { detail: `The body fails "${fault.code}".` });
  return body;
}

/** @throws GatewayProblem `request.header-missing`, `officer.signed-out`, `rate.limited` */
export async function requireSession({ request }: RouteContext, services: DeskServices): Promise<OpenSession> {
  requireDeskHeader(request);
  const token = readSessionCookie(request, services.cookie);
  const session = await readSession(token, services);
  refuseWait(services.sessionRate.take(hashText(token ?? '')));
  return session;
}

/** An account of an agency, with what it does. */
export interface Officer {
  account: Account;
  agencyCode: string;
}

export interface AuditedOperation {
  account: Account;
  operation: Operation;
  /** The dossier, once it is known. */
  dossierId?: string;
  /** The work writes its own entry in its own transaction when it succeeds. */
  recordsItself?: boolean;
}

/**
 * Judges by the matrix, does the work, and writes both outcomes into the audit log before anything is answered.
 * @throws GatewayProblem `officer.not-allowed`, and what the work throws
 */
export async function performAudited<Result>(
  operation: AuditedOperation,
  services: DeskServices,
  work: (operation: AuditedOperation) => Promise<Result>,
): Promise<Result> {
  try {
    if (!isAllowed(operation.account.roles, operation.operation)) throw new GatewayProblem('officer.not-allowed');
    const result = await work(operation);
    if (operation.recordsItself !== true) await writeAudit(operation, 'done', services);
    return result;
  } catch (error) {
    if (error instanceof GatewayProblem) await writeAudit(operation, error.code, services);
    throw error;
  }
}

/** @throws GatewayProblem `officer.not-allowed` for an account of no agency */
export function requireAgency(account: Account): string {
  if (account.agencyCode === undefined) throw new GatewayProblem('officer.not-allowed');
  return account.agencyCode;
}

/**
 * A dossier of the officer's own agency; another agency's looks like none.
 * @throws GatewayProblem `dossier.not-found`
 */
export async function findOwnDossier(
  typedCode: string,
  operation: AuditedOperation,
  { database }: DeskServices,
): Promise<DossierLock> {
  const code = readDossierCode(typedCode);
  const lock = code === undefined ? undefined : await database.dossiers.findLock(code);
  if (lock) operation.dossierId = lock.id;
  if (!lock || lock.agencyCode !== requireAgency(operation.account)) throw new GatewayProblem('dossier.not-found');
  return lock;
}

async function writeAudit(
  { account, operation, dossierId }: AuditedOperation,
  outcome: string,
  { database, clock }: DeskServices,
): Promise<void> {
  await database.audit.add({
    at: clock.now(),
    accountId: account.id,
    ...(account.agencyCode === undefined ? {} : { agencyCode: account.agencyCode }),
    operation,
    ...(dossierId === undefined ? {} : { dossierId }),
    outcome,
  });
}
