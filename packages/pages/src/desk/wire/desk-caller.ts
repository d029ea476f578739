/** Sends one request of the desk: with the header that no foreign page can send, and once more after the officer has signed in again. */
import { DeskProblem, readProblem } from './desk-problem.js';

export interface DeskCallerOptions {
  /** Address of `/v1/desk/`. */
  base: URL;
  fetch: typeof globalThis.fetch;
  /** The session ran out: asks the officer to sign in again; false when that was given up. */
  renew(): Promise<boolean>;
}

export interface DeskQuestion {
  /** Without it POST when there is a body, else GET. */
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Signing in and out and asking who is signed in: no second sign-in is asked for. */
  isSession?: boolean;
}

export interface DeskCaller {
  /** @throws DeskProblem */
  ask(path: string, question?: DeskQuestion): Promise<Response>;
  /** The present by the gateway's clock; the device's own until it has answered once. */
  now(): Date;
}

export function createDeskCaller({ base, fetch, renew }: DeskCallerOptions): DeskCaller {
  let ahead = 0;
  const send = async (path: string, question: DeskQuestion): Promise<Response> => {
    const answer = await fetch(new URL(path, base), writeRequest(question)).catch(() => {
      throw new DeskProblem('desk.offline', { status: 0 });
    });
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(date)) ahead = date - Date.now();
    return answer;
  };
  return {
    now: () => new Date(Date.now() + ahead),
    async ask(path, question = {}) {
      let answer = await send(path, question);
      if (answer.status === 401 && question.isSession !== true && (await renew())) answer = await send(path, question);
      if (!answer.ok) throw await readProblem(answer);
      return answer;
    },
  };
}

function writeRequest({ body, method = body === undefined ? 'GET' : 'POST', headers = {} }: DeskQuestion): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    headers: {
      ...headers,
      ...(method === 'GET' ? {} : { 'Motcua-Desk': '1' }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
