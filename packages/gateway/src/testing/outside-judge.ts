/**
 * A second judge of exchanges: openapi-backend reads the contract in its own way. It knows no media type but JSON, compares headers as texts, takes
 * every header of a response for required, and cannot part two parameters in one segment of a path: so problems are given to it as JSON and
 * numbers in headers as numbers, and the rest is left to the judge of our own.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { OpenAPIBackend, type Document, type SetMatchType } from 'openapi-backend';
import { bundleOpenApi } from './bundle-openapi.js';
import type { ContractViolation, ExchangeRequest, ExchangeResponse } from './contract.js';

export interface OutsideJudge {
  /** Everything in which it holds that the exchange departs from the contract. */
  check(request: ExchangeRequest, response: ExchangeResponse): ContractViolation[];
  /** Exchanges that it judged so far. */
  count(): number;
}

// The package is CommonJS and declares an ES default export.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const SUPERSET = 'superset' as SetMatchType;

export async function loadOutsideJudge(apiFolder?: string): Promise<OutsideJudge> {
  const backend = new OpenAPIBackend({
    definition: await readDefinition(apiFolder),
    quick: true,
    customizeAjv: () => createAjv() as never,
  });
  await backend.init();
  let judged = 0;
  return {
    count: () => judged,
    check(request, response) {
      const operation = isPreflight(request) ? undefined : findOperation(backend, request);
      if (!operation) return [];
      judged += 1;
      const name = `${request.method} ${operation.path} ${response.status}`;
      const say =
        (side: 'request' | 'response') =>
        ({ instancePath, message }: Fault): ContractViolation => ({
          side,
          operation: name,
          place: `outside ${instancePath}`,
          message: message ?? '',
        });
      return [
        ...listRequestFaults(backend, request, operation).map(say('request')),
        ...listResponseFaults(backend, response, operation, request.method).map(say('response')),
      ];
    },
  };
}

async function readDefinition(apiFolder: string | undefined): Promise<Document> {
  const text = JSON.stringify(await bundleOpenApi(apiFolder));
  return dropOptionalHeaders(
    JSON.parse(text.replaceAll('"application/problem+json"', '"application/json"')) as Node,
  ) as Document;
}

type Node = null | boolean | number | string | Node[] | { [name: string]: Node };

/** Of the objects named `headers`, whose members are headers or references to those in the components. */
function dropOptionalHeaders(root: Node): unknown {
  const components = (root as { components: { headers: Record<string, { required?: boolean }> } }).components.headers;
  const isRequired = (header: Node): boolean => {
    if (typeof header !== 'object' || header === null || Array.isArray(header)) return true;
    const name = typeof header['$ref'] === 'string' ? header['$ref'].split('/').pop() : undefined;
    return (name === undefined ? header['required'] : components[name]?.required) === true;
  };
  const visit = (value: Node, name = ''): Node => {
    if (Array.isArray(value)) return value.map((item) => visit(item));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([, child]) => name !== 'headers' || isRequired(child));
    return Object.fromEntries(entries.map(([key, child]) => [key, visit(child, key)]));
  };
  const { components: kept, ...rest } = root as { [name: string]: Node };
  return { ...(visit(rest) as object), components: { ...(visit(kept ?? null) as object), headers: components } };
}

type Operation = ReturnType<OpenAPIBackend['router']['getOperations']>[number];
type Fault = { instancePath: string; message?: string | undefined };

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv;
}

/** The browser's business with CORS, not a part of the API. */
function isPreflight({ method, headers }: ExchangeRequest): boolean {
  return method === 'OPTIONS' && headers.has('access-control-request-method');
}

function findOperation({ router }: OpenAPIBackend, { method, url }: ExchangeRequest): Operation | undefined {
  const { pathname } = new URL(url, 'http://gateway.invalid');
  return router.matchOperation({ method: method.toLowerCase(), path: pathname, headers: {} }) as Operation | undefined;
}

function listRequestFaults(
  { validator }: OpenAPIBackend,
  { method, url, headers, body }: ExchangeRequest,
  operation: Operation,
): Fault[] {
  const { pathname } = new URL(url, 'http://gateway.invalid');
  const request = { method: method.toLowerCase(), path: pathname, headers: readHeaders(headers), ...readBody(body) };
  const faults = validator.validateRequest(request, operation).errors ?? [];
  return /\{[^/]*\}[^/]*\{/.test(operation.path)
    ? faults.filter(({ instancePath }) => !instancePath.startsWith('/path/'))
    : faults;
}

function listResponseFaults(
  { validator }: OpenAPIBackend,
  { status, headers, body }: ExchangeResponse,
  operation: Operation,
  method: string,
): Fault[] {
  const isJson = (headers.get('content-type') ?? '').includes('json') && method !== 'HEAD';
  const judgeHeaders = { statusCode: status, setMatchType: SUPERSET };
  return [
    ...(isJson && body !== undefined
      ? (validator.validateResponse(JSON.parse(body), operation, status).errors ?? [])
      : []),
    ...(validator.validateResponseHeaders(readHeaders(headers), operation, judgeHeaders).errors ?? []),
  ];
}

function readBody(body: string | undefined): { body?: unknown } {
  if (body === undefined || body === '') return {};
  try {
    return { body: JSON.parse(body) as unknown };
  } catch {
    return { body };
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['upload-length', 'upload-offset', 'tus-max-size', 'retry-after']);

function readHeaders(headers: Headers): Record<string, string> {
  const read = [...headers].map(([name, value]): [string, string | number] => [
    name,
    NUMBERS.has(name) && /^\d+$/.test(value) ? Number(value) : value,
  ]);
  return Object.fromEntries(read) as Record<string, string>;
}
