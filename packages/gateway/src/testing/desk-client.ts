/**
 * Speaks to the desk of a test gateway as its page does: signed in, with cookie, header and origin.
 */
import { randomBytes } from 'node:crypto';
import type { DeskDossier, OfficerMove } from '@motcua/schemas';
import type { Gateway } from '../create-gateway.js';
import type { NewAccount } from '../domain/desk/sign-in.js';
import type { CheckedFetchOptions } from './checked-fetch.js';
import { DESK_ORIGIN } from './test-gateway.js';

export interface DeskRequest extends CheckedFetchOptions {
  method?: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** Any gateway that makes accounts, in this process or another. */
export interface DeskHost {
  gateway: Pick<Gateway, 'putAccount'>;
  fetch(request: Request, options?: CheckedFetchOptions): Promise<Response>;
}

export interface DeskClient {
  account: NewAccount;
  cookie: string;
  /** @param path below `/v1/desk/` */
  send(path: string, request?: DeskRequest): Promise<Response>;
  read(code: string): Promise<DeskDossier>;
  /** Moves from the version given, or from the one that is there now. */
  move(code: string, move: OfficerMove, more?: { version?: number; uploadKey?: string }): Promise<Response>;
}

/** Makes an account and signs it in. */
export async function openDeskClient(gateway: DeskHost, facts: Partial<NewAccount> = {}): Promise<DeskClient> {
  const login = `user-${randomBytes(6).toString('hex')}`;
  const account: NewAccount = {
    login,
    name: 'Hoàng Thị Mến',
    roles: ['leader'],
    agencyCode: '00004',
    password: randomBytes(12).toString('hex'),
    ...facts,
  };
  await gateway.gateway.putAccount(account);
  const signedIn = await gateway.fetch(writeDeskRequest('session', { method: 'POST', body: pickCredentials(account) }));
  if (signedIn.status !== 200) throw new Error(`signing in was refused with ${signedIn.status}`);
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const send: DeskClient['send'] = (path, request = {}) => {
    const { headers = {}, ...rest } = request;
    return gateway.fetch(writeDeskRequest(path, { ...rest, headers: { Cookie: cookie, ...headers } }), request);
  };
  const read: DeskClient['read'] = async (code) => (await (await send(`dossiers/${code}`)).json()) as DeskDossier;
  return {
    account,
    cookie,
    send,
    read,
    async move(code, move, { version, uploadKey } = {}) {
      const headers = {
        'If-Match': `"${version ?? (await read(code)).version}"`,
        ...(uploadKey === undefined ? {} : { 'Motcua-Upload-Key': uploadKey }),
      };
      return send(`dossiers/${code}/moves`, { method: 'POST', body: move, headers });
    },
  };
}

export function pickCredentials({ login, password }: NewAccount): { login: string; password: string } {
  return { login, password };
}

/** A request as the desk's own page sends it. */
export function writeDeskRequest(path: string, { method = 'GET', body, headers = {} }: DeskRequest): Request {
  const changes = method !== 'GET';
  return new Request(`${DESK_ORIGIN}/v1/desk/${path}`, {
    method,
    headers: {
      ...(changes ? { 'Motcua-Desk': '1', Origin: DESK_ORIGIN } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
