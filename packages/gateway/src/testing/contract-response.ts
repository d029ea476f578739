/**
 * Checks the response half of an exchange.
 */
import type { ContractViolation, ExchangeRequest, ExchangeResponse } from './contract.js';
import { readTyped, type OpenApiResponse, type Operation, type SchemaCheck } from './openapi-document.js';

/** Headers of this API's own: each must be in the contract of the response that carries it. */
const OWN_HEADERS = /^(tus-|upload-|motcua-|idempotency-|location$)/;
const PROBLEM = { $ref: 'problem.schema.json' };

type Say = (place: string, message: string) => ContractViolation;

export function checkResponse(
  operation: Operation | undefined,
  request: ExchangeRequest,
  response: ExchangeResponse,
  check: SchemaCheck,
): ContractViolation[] {
  const name = `${request.method} ${operation?.path ?? 'unknown'} ${response.status}`;
  const say: Say = (place, message) => ({ side: 'response', operation: name, place, message });
  const isHead = request.method === 'HEAD';
  if (!operation) return checkUnknown(response, isHead, check, say);
  const documented =
    operation.responses[response.status] ?? (response.status >= 400 ? operation.responses['default'] : undefined);
  if (!documented) return [say('status', 'is not in the contract')];
  return [
    ...checkHeaders(documented, response, check, say),
    ...(isHead ? [] : checkBody(documented, response, check, say)),
  ];
}

/** What the contract does not know must be refused with a problem. */
function checkUnknown(response: ExchangeResponse, isHead: boolean, check: SchemaCheck, say: Say): ContractViolation[] {
  if (response.status < 400) return [say('status', 'answers what is not in the contract')];
  return isHead
    ? []
    : checkBody({ content: { 'application/problem+json': { schema: PROBLEM } } }, response, check, say);
}

function checkHeaders(
  { headers = {} }: OpenApiResponse,
  response: ExchangeResponse,
  check: SchemaCheck,
  say: Say,
): ContractViolation[] {
  const documented = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const isProblem = response.status >= 400;
  const unknown = [...response.headers.keys()]
    .filter((name) => OWN_HEADERS.test(name) && !documented.has(name) && !isProblem)
    .map((name) => say(`header ${name}`, 'is not in the contract'));
  const known = Object.entries(headers).flatMap(([name, header]) => {
    const text = response.headers.get(name);
    if (text === null) return header.required ? [say(`header ${name}`, 'is missing')] : [];
    return check(header.schema, readTyped(header.schema, text)).map(({ message }) => say(`header ${name}`, message));
  });
  return [...unknown, ...known];
}

function checkBody(
  { content }: OpenApiResponse,
  response: ExchangeResponse,
  check: SchemaCheck,
  say: Say,
): ContractViolation[] {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim();
  if (!content) return (response.body ?? '') === '' ? [] : [say('body', 'is not in the contract')];
  const documented = content[type ?? ''];
  if (!documented) return [say('header content-type', `${type ?? 'none'} is not in the contract`)];
  // Bytes of a file have no schema.
  if (!documented.schema) return [];
  try {
    const body: unknown = JSON.parse(response.body ?? '');
    return [
      ...check(documented.schema, body).map(({ place, message }) => say(`body ${place}`, message)),
      ...checkProblemStatus(body, response, say),
    ];
  } catch {
    return [say('body', 'is not JSON')];
  }
}

/** RFC 9457: the status in the body is the status of the response. */
function checkProblemStatus(body: unknown, response: ExchangeResponse, say: Say): ContractViolation[] {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (!isProblem || typeof body !== 'object' || body === null || !('status' in body) || body.status === response.status)
    return [];
  return [say('body /status', 'differs from the status of the response')];
}
