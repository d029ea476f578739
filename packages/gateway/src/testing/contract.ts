/**
 * The API contract as a judge: does an exchange agree with openapi.yaml, in path, parameters, headers, status and body?
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { parse } from 'yaml';
import { locateSchemas } from '../adapters/procedures/disk-procedures.js';
import { checkResponse } from './contract-response.js';
import { checkRequest } from './contract-request.js';
import {
  absoluteReferences,
  listOperations,
  type OpenApiDocument,
  type Operation,
  type SchemaCheck,
} from './openapi-document.js';

export interface ExchangeRequest {
  method: string;
  url: string;
  headers: Headers;
  /** Absent for bytes and for no body. */
  body?: string;
}

export interface ExchangeResponse {
  status: number;
  headers: Headers;
  /** Absent for bytes and for no body. */
  body?: string;
}

export interface ContractViolation {
  side: 'request' | 'response';
  /** As `POST /v1/uploads 201`. */
  operation: string;
  /** As `header Location` or `body /code`. Never a value. */
  place: string;
  message: string;
}

export interface ApiContract {
  /** Everything in which the exchange departs from the contract. */
  check(request: ExchangeRequest, response: ExchangeResponse): ContractViolation[];
  /** `operationId status` of all that was checked so far. */
  readonly seen: ReadonlySet<string>;
  /** Every operationId of the contract. */
  readonly operationIds: readonly string[];
}

// The package is CommonJS and declares an ES default export.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const DOCUMENT = 'openapi.yaml';

/** @param apiFolder the folder of openapi.yaml; default: that of @motcua/schemas */
export async function loadContract(apiFolder = join(locateSchemas(), 'api')): Promise<ApiContract> {
  const document = absoluteReferences(
    parse(await readFile(join(apiFolder, DOCUMENT), 'utf8')) as OpenApiDocument,
    DOCUMENT,
  );
  const check = await createSchemaCheck(apiFolder, document);
  const operations = listOperations(document);
  const seen = new Set<string>();
  return {
    seen,
    operationIds: operations.map(({ operationId }) => operationId),
    check(request, response) {
      if (isPreflight(request)) return [];
      const operation = findOperation(operations, request);
      if (operation) seen.add(`${operation.operationId} ${response.status}`);
      return [...checkRequest(operation, request, check), ...checkResponse(operation, request, response, check)];
    },
  };
}

async function createSchemaCheck(apiFolder: string, document: OpenApiDocument): Promise<SchemaCheck> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const file of await readdir(apiFolder)) {
    if (file.endsWith('.schema.json'))
      ajv.addSchema(JSON.parse(await readFile(join(apiFolder, file), 'utf8')) as object, file);
  }
  ajv.addSchema({ components: document.components }, DOCUMENT);
  const compiled = new Map<object, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => ({
      place: error.instancePath,
      message: error.message ?? error.keyword,
    }));
  };
}

/** A preflight is the browser's business with CORS, not a part of the API. */
function isPreflight({ method, headers }: ExchangeRequest): boolean {
  return method === 'OPTIONS' && headers.has('access-control-request-method');
}

function findOperation(operations: readonly Operation[], { method, url }: ExchangeRequest): Operation | undefined {
  const { pathname } = new URL(url, 'http://gateway.invalid');
  const here = operations.filter((operation) => operation.pattern.test(pathname));
  const named = (name: string): Operation | undefined => here.find((operation) => operation.method === name);
  // RFC 9110: HEAD is answered wherever GET is.
  return named(method.toUpperCase()) ?? (method.toUpperCase() === 'HEAD' ? named('GET') : undefined);
}
