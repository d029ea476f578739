/**
 * Checks the request half of an exchange.
 */
import type { ContractViolation, ExchangeRequest } from './contract.js';
import { readTyped, type OpenApiParameter, type Operation, type SchemaCheck } from './openapi-document.js';

export function checkRequest(
  operation: Operation | undefined,
  request: ExchangeRequest,
  check: SchemaCheck,
): ContractViolation[] {
  const name = `${request.method} ${operation?.path ?? 'unknown'}`;
  const say = (place: string, message: string): ContractViolation => ({
    side: 'request',
    operation: name,
    place,
    message,
  });
  if (!operation) return [say('path', 'is not in the contract')];
  const query = [...new URL(request.url, 'http://gateway.invalid').searchParams.keys()].map((key) =>
    say(`query ${key}`, 'is not in the contract'),
  );
  return [
    ...query,
    ...operation.parameters.flatMap((parameter) => checkParameter(parameter, operation, request, check, say)),
    ...checkBody(operation, request, check, say),
  ];
}

type Say = (place: string, message: string) => ContractViolation;

function checkParameter(
  parameter: OpenApiParameter,
  operation: Operation,
  request: ExchangeRequest,
  check: SchemaCheck,
  say: Say,
): ContractViolation[] {
  const place = `${parameter.in} ${parameter.name}`;
  const text =
    parameter.in === 'path'
      ? readPathParameter(operation, request.url, parameter.name)
      : request.headers.get(parameter.name);
  if (text === null || text === undefined) return parameter.required ? [say(place, 'is missing')] : [];
  return check(parameter.schema, readTyped(parameter.schema, text)).map(({ message }) => say(place, message));
}

function readPathParameter(operation: Operation, url: string, name: string): string | undefined {
  const match = operation.pattern.exec(new URL(url, 'http://gateway.invalid').pathname);
  const text = match?.[operation.parameterNames.indexOf(name) + 1];
  return text === undefined ? undefined : decode(text);
}

/** What is not percent-encoded UTF-8 stays as it is, for the schema to judge. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function checkBody(
  { requestBody }: Operation,
  request: ExchangeRequest,
  check: SchemaCheck,
  say: Say,
): ContractViolation[] {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim();
  if (type === undefined) return requestBody?.required ? [say('body', 'is missing')] : [];
  if (!requestBody) return [say('body', 'is not in the contract')];
  const content = requestBody.content[type];
  if (!content) return [say('header Content-Type', `${type} is not in the contract`)];
  if (!content.schema) return [];
  try {
    return check(content.schema, JSON.parse(request.body ?? '')).map(({ place, message }) =>
      say(`body ${place}`, message),
    );
  } catch {
    return [say('body', 'is not JSON')];
  }
}
