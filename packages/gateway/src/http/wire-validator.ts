/**
 * Checks request bodies against the wire schemas.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { OfficerMove, Resubmission, Submission } from '@motcua/schemas';
import type { JsonValue } from '@motcua/form-engine';
import type { CompletionRequest } from '../domain/complete-upload.js';
import { isPlainDate } from '../domain/time/plain-date.js';
import { GatewayProblem } from './problem.js';

const DOCUMENT = 'openapi.yaml';

export interface WireValidator {
  readSubmission(body: JsonValue): Submission;
  readCompletion(body: JsonValue): CompletionRequest;
  readResubmission(body: JsonValue): Resubmission;
  readMove(body: JsonValue): OfficerMove;
  readCredentials(body: JsonValue): Credentials;
  readQueueRequest(body: JsonValue): QueueRequest;
  readReceptions(body: JsonValue): ReceptionsRequest;
  readAuditRequest(body: JsonValue): AuditRequest;
  readRegisterRequest(body: JsonValue): RegisterRequest;
}

export interface Credentials {
  login: string;
  password: string;
}

/** A page of the queue. */
export interface QueueRequest {
  states?: string[];
  mark?: 'late' | 'soon-late';
  code?: string;
  name?: string;
  after?: string;
  limit?: number;
}

export interface ReceptionsRequest {
  dossiers: { code: string; version: number }[];
}

export interface AuditRequest {
  code?: string;
  before?: number;
  limit?: number;
}

/** Days of reception, both among them. */
export interface RegisterRequest {
  from: string;
  to: string;
  after?: number;
}

/**
 * @param apiFolder the folder of the wire schemas and openapi.yaml
 * @returns readers that throw GatewayProblem `request.malformed`
 */
export async function createWireValidator(apiFolder: string): Promise<WireValidator> {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, formats: { date: isPlainDate, 'date-time': true } });
  for (const file of await readdir(apiFolder))
    if (file.endsWith('.schema.json'))
      ajv.addSchema(JSON.parse(await readFile(join(apiFolder, file), 'utf8')) as object, file);
  const { components } = parse(await readFile(join(apiFolder, DOCUMENT), 'utf8')) as { components: object };
  ajv.addSchema({ components }, DOCUMENT);
  const read = <Body>(reference: string): ((body: JsonValue) => Body) => {
    const validate = ajv.compile<Body>({ $ref: reference });
    return (body) => (validate(body) ? body : refuse(validate.errors));
  };
  const named = (name: string): string => `${DOCUMENT}#/components/schemas/${name}`;
  return {
    readSubmission: read<Submission>('submission.schema.json'),
    readCompletion: read<CompletionRequest>(named('UploadCompletion')),
    readResubmission: read<Resubmission>('resubmission.schema.json'),
    readMove: read<OfficerMove>('officer-move.schema.json'),
    readCredentials: read<Credentials>(named('Credentials')),
    readQueueRequest: read<QueueRequest>(named('QueueRequest')),
    readReceptions: read<ReceptionsRequest>(named('ReceptionsRequest')),
    readAuditRequest: read<AuditRequest>(named('AuditRequest')),
    readRegisterRequest: read<RegisterRequest>(named('RegisterRequest')),
  };
}

/** Names the place and the keyword, never the value. */
function refuse(errors: typeof Ajv2020.prototype.errors): never {
  const first = errors?.[0];
  throw new GatewayProblem('request.malformed', {
    detail: `The body fails "${first?.keyword ?? ''}" at "${first?.instancePath ?? ''}".`,
  });
}
