/**
 * Officers' accounts and sessions: making an account, signing in, recognising who asks, signing out.
 */
import { randomBytes } from 'node:crypto';
import { GatewayProblem } from '../../http/problem.js';
import type { Account, Role } from '../../ports/account-store.js';
import type { Clock } from '../../ports/clock.js';
import type { GatewayDatabase, GatewayTransaction } from '../../ports/gateway-database.js';
import type { AdministrativeUnits } from '../administrative-units.js';
import { hashText } from '../hash.js';
import { hashPassword, verifyPassword } from './password.js';
import type { SignInThrottle } from './sign-in-throttle.js';

export interface SessionLimits {
  /** Seconds without a request after which a session ends. */
  idleSeconds: number;
  /** Seconds after which it ends whatever happens. */
  totalSeconds: number;
}

export interface SignInServices {
  database: GatewayDatabase;
  clock: Clock;
  throttle: SignInThrottle;
  limits: SessionLimits;
}

export interface NewAccount {
  login: string;
  name: string;
  roles: readonly Role[];
  /** Commune code; may be absent for admins only. */
  agencyCode?: string;
  password: string;
}

export interface OpenSession {
  account: Account;
  endsAt: Date;
}

/** An account that cannot be made; the message says what it should be. */
export class AccountRefusedError extends Error {
  override readonly name = 'AccountRefusedError';
  readonly code = 'account.refused';
}

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,62}$/;
const MIN_PASSWORD = 12;
const MAX_PASSWORD = 256;
const ROLES: readonly Role[] = ['desk', 'officer', 'leader', 'admin'];

/**
 * Makes an account, or changes the one of that login.
 * @throws AccountRefusedError
 */
export async function putAccount(
  account: NewAccount,
  { accounts }: GatewayTransaction,
  units: AdministrativeUnits,
  at: Date,
): Promise<void> {
  const login = readLogin(account.login);
  if (!LOGIN.test(login))
    throw new AccountRefusedError(
      'The login must be 2 to 63 of a-z, 0-9, dot, hyphen, underscore, a letter or digit first.',
    );
  if (account.roles.length === 0 || account.roles.some((role) => !ROLES.includes(role)))
    throw new AccountRefusedError(`The roles must be some of ${ROLES.join(', ')}.`);
  if (account.agencyCode === undefined && account.roles.some((role) => role !== 'admin'))
    throw new AccountRefusedError('An account that handles dossiers needs an agency: a commune code of 5 digits.');
  if (account.agencyCode !== undefined && !units.findAgency(account.agencyCode))
    throw new AccountRefusedError('The agency must be a commune code of the administrative units.');
  if (account.name.trim() === '') throw new AccountRefusedError('The account needs the name of its holder.');
  if (account.password.length < MIN_PASSWORD || account.password.length > MAX_PASSWORD)
    throw new AccountRefusedError(`The password must be ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`);
  const { password, ...facts } = account;
  await accounts.put(
    { ...facts, login, name: account.name.normalize('NFC').trim(), passwordHash: await hashPassword(password) },
    at,
  );
}

/** Takes the time of a true comparison when there is no such account. */
const NO_PASSWORD = hashPassword(randomBytes(16).toString('hex'));

/**
 * Opens a session; answers its token, of which only a hash is kept.
 * @throws GatewayProblem `officer.credentials-refused`, `officer.throttled`
 */
export async function signIn(
  credentials: { login: string; password: string },
  address: string,
  { database, clock, throttle }: SignInServices,
): Promise<{ token: string; account: Account }> {
  const login = readLogin(credentials.login);
  refuseWait(throttle.measureWait(login, address));
  // Counted before the slow comparison, so that guesses sent at once do not all pass the limit.
  throttle.countFailure(login, address);
  const stored = await database.accounts.find(login);
  const matches = await verifyPassword(credentials.password, stored?.passwordHash ?? (await NO_PASSWORD));
  const at = clock.now();
  if (!stored || !matches) {
    await auditSession(database, stored, at, 'session.open', 'officer.credentials-refused');
    throw new GatewayProblem('officer.credentials-refused');
  }
  throttle.forget(login, address);
  const token = randomBytes(32).toString('base64url');
  const { passwordHash: _, ...account } = stored;
  await database.transact(async (stores) => {
    await stores.sessions.open(hashText(token), account.id, at);
    await auditSession(stores, account, at, 'session.open', 'done');
  });
  return { token, account };
}

const TOUCH_INTERVAL = 60_000;

/**
 * Who holds the token.
 * @throws GatewayProblem `officer.signed-out` when the session is unknown, idle for too long, or over
 */
export async function readSession(
  token: string | undefined,
  { database, clock, limits }: SignInServices,
): Promise<OpenSession> {
  const session = token === undefined ? undefined : await database.sessions.find(hashText(token));
  const now = clock.now().getTime();
  if (token === undefined || !session) throw new GatewayProblem('officer.signed-out');
  const endsAt = session.createdAt.getTime() + limits.totalSeconds * 1000;
  if (now >= endsAt || now >= session.seenAt.getTime() + limits.idleSeconds * 1000) {
    await database.sessions.close(hashText(token));
    throw new GatewayProblem('officer.signed-out');
  }
  if (now - session.seenAt.getTime() >= TOUCH_INTERVAL) await database.sessions.touch(hashText(token), clock.now());
  return { account: session.account, endsAt: new Date(endsAt) };
}

/** Ends a session; a token that is unknown is ended already. */
export async function signOut(token: string, { database, clock }: SignInServices): Promise<void> {
  const session = await database.sessions.find(hashText(token));
  await database.transact(async (stores) => {
    await stores.sessions.close(hashText(token));
    if (session) await auditSession(stores, session.account, clock.now(), 'session.close', 'done');
  });
}

function readLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

function refuseWait(seconds: number): void {
  if (seconds > 0) throw new GatewayProblem('officer.throttled', { headers: { 'Retry-After': String(seconds) } });
}

async function auditSession(
  { audit }: GatewayTransaction,
  account: Account | undefined,
  at: Date,
  operation: string,
  outcome: string,
): Promise<void> {
  await audit.add({
    at,
    ...(account === undefined ? {} : { accountId: account.id }),
    ...(account?.agencyCode === undefined ? {} : { agencyCode: account.agencyCode }),
    operation,
    outcome,
  });
}
