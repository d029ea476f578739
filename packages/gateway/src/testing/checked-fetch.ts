/**
 * A fetch that fails on every exchange that breaks the contract.
 */
import { isUpload } from '../handler.js';
import { readMethod } from '../http/method-override.js';
import type { ApiContract, ContractViolation } from './contract.js';
import type { OutsideJudge } from './outside-judge.js';

export type CheckedFetch = (request: Request, options?: CheckedFetchOptions) => Promise<Response>;

export interface CheckedFetchOptions {
  /** The request breaks the contract on purpose; the response must keep it all the same. */
  brokenOnPurpose?: boolean;
  /** Address of the peer, as a server would see it. */
  remoteAddress?: string;
}

/**
 * @param outside judges each exchange as well, in its own reading of the contract
 * @throws Error that lists the violations, without values
 */
export function createCheckedFetch(
  send: (request: Request, origin?: { remoteAddress?: string }) => Promise<Response>,
  contract: ApiContract,
  outside?: OutsideJudge,
): CheckedFetch {
  return async (request, { brokenOnPurpose = false, remoteAddress } = {}) => {
    const sent = await readRequest(request);
    const response = await send(request, remoteAddress === undefined ? {} : { remoteAddress });
    const received = await readResponse(response);
    const violations = [...contract.check(sent, received), ...(outside?.check(sent, received) ?? [])].filter(
      ({ side }) => side === 'response' || !brokenOnPurpose,
    );
    if (violations.length > 0)
      throw new Error(`the exchange breaks the contract:\n${violations.map(describe).join('\n')}`);
    return response;
  };
}

async function readRequest(
  request: Request,
): Promise<{ method: string; url: string; headers: Headers; body?: string }> {
  const { url, headers } = request;
  const method = isUpload(request) ? readMethod(request) : request.method;
  return { method, url, headers, ...(isJson(headers) ? { body: await request.clone().text() } : {}) };
}

/** A body that stays open is not waited for; its lines are the caller's to check. */
async function readResponse(response: Response): Promise<{ status: number; headers: Headers; body?: string }> {
  const { status, headers } = response;
  if (headers.get('content-type') === 'application/x-ndjson') return { status, headers };
  return { status, headers, body: await response.clone().text() };
}

function isJson(headers: Headers): boolean {
  return headers.get('content-type')?.includes('json') ?? false;
}

function describe({ side, operation, place, message }: ContractViolation): string {
  return `${side} of ${operation}: ${place} ${message}`;
}
