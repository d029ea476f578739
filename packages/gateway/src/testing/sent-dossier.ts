/**
 * A dossier that was sent, with what its holder knows.
 */
import { randomUUID } from 'node:crypto';
import type { Confirmation } from '@motcua/schemas';
import { listExamples, prepareSubmission, type PreparedSubmission } from './sample-dossier.js';
import type { TestGateway } from './test-gateway.js';

export const SAMPLE_SLUG = 'civil-status/birth-registration';
const BASE = 'http://127.0.0.1:4180';

export interface SentDossier extends PreparedSubmission {
  /** Provisional. */
  code: string;
  /** The holder's request: POST with a body and an idempotency key, or GET without a body. */
  ask(path: string, body?: unknown, key?: string): Promise<Response>;
}

/**
 * Sends an example at the gateway's present time.
 * @param file name of the example, as `valid-mother-on-time.json`; default: the first
 */
export async function sendSample(gateway: TestGateway, file?: string, agency = '00004'): Promise<SentDossier> {
  const examples = await listExamples(SAMPLE_SLUG, 'valid');
  const example = examples.find((candidate) => candidate.file === file) ?? examples[0];
  if (!example || (file !== undefined && example.file !== file)) throw new Error('there is no such example');
  const prepared = await prepareSubmission(gateway.fetch, SAMPLE_SLUG, example.data, agency);
  const answer = await gateway.fetch(prepared.createRequest());
  if (answer.status !== 201) throw new Error(`the example was refused: ${await answer.text()}`);
  const code = ((await answer.json()) as Confirmation).provisionalCode;
  return {
    ...prepared,
    code,
    ask: (path, body, key = randomUUID()) =>
      gateway.fetch(
        new Request(`${BASE}/v1/dossiers/${code}${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            'Motcua-Lookup-Secret': prepared.lookupSecret,
            ...(body === undefined
              ? {}
              : {
                  'Content-Type': 'application/json',
                  'Idempotency-Key': key,
                  'Motcua-Upload-Key': prepared.uploadKey,
                }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
  };
}
