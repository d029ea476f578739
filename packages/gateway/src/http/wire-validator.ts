/**
 * Checks request bodies against the wire schemas.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Submission } from '@motcua/schemas';
import type { JsonValue } from '@motcua/form-engine';
import type { CompletionRequest } from '../domain/complete-upload.js';
import { GatewayProblem } from './problem.js';

export interface WireValidator {
  readSubmission(body: JsonValue): Submission;
  readCompletion(body: JsonValue): CompletionRequest;
}

const COMPLETION = {
  type: 'object',
  properties: {
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    name: { type: 'string', minLength: 1, maxLength: 1024 },
  },
  required: ['sha256', 'name'],
  additionalProperties: false,
};

/**
 * @param apiFolder the folder of the wire schemas
 * @returns readers that throw GatewayProblem `request.malformed`
 */
export async function createWireValidator(apiFolder: string): Promise<WireValidator> {
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  const submission = ajv.compile<Submission>(
    JSON.parse(await readFile(join(apiFolder, 'submission.schema.json'), 'utf8')) as object,
  );
  const completion = ajv.compile<CompletionRequest>(COMPLETION);
  return {
    readSubmission: (body) => (submission(body) ? body : refuse(submission.errors)),
    readCompletion: (body) => (completion(body) ? body : refuse(completion.errors)),
  };
}

/** Names the place and the keyword, never the value. */
function refuse(errors: typeof Ajv2020.prototype.errors): never {
  const first = errors?.[0];
  throw new GatewayProblem('request.malformed', {
    detail: `The body fails "${first?.keyword ?? ''}" at "${first?.instancePath ?? ''}".`,
  });
}
