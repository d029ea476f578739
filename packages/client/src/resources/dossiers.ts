import type { Confirmation, Dossier, DossierCompletion, Letter, Resubmission } from '@motcua/schemas';
import type { Cancellable, Dossiers, LookupOptions, ResubmitOptions } from '../client.js';
import { normalizeDossierCode } from '../codes/dossier-code.js';
import { normalizeLookupSecret } from '../codes/lookup-secret.js';
import { recognizeMembers } from '../transport/read-answer.js';
import type { Transport } from '../transport/transport.js';
import { createSharedWatches, type WatchedDossier } from '../tracking/shared-watches.js';
import { readFile } from './read-file.js';
import { procedurePath } from './slug.js';

const recognizeConfirmation = recognizeMembers<Confirmation>({
  provisionalCode: 'string',
  submittedAt: 'string',
  jws: 'string',
});
const recognizeCompletion = recognizeMembers<DossierCompletion>({ code: 'string', completion: 'object' });
const recognizeDossier = recognizeMembers<Dossier>({
  code: 'string',
  state: 'object',
  history: 'object',
  data: 'object',
});
const recognizeLetter = recognizeMembers<Letter>({ kind: 'string', sequence: 'number', issuedAt: 'string' });

export function createDossiers(transport: Transport): Dossiers {
  const watches = createSharedWatches(transport);
  function watch(code: string, options: LookupOptions): AsyncGenerator<Dossier, void, undefined>;
  function watch(code: string, options?: Cancellable): AsyncGenerator<DossierCompletion, void, undefined>;
  function watch(code: string, options: Cancellable & Partial<LookupOptions> = {}) {
    const { secret, signal } = options;
    const path = dossierPath(code);
    const dossier: WatchedDossier<Dossier | DossierCompletion> =
      secret === undefined
        ? { path, headers: {}, recognize: recognizeCompletion }
        : { path, headers: secretHeader(secret), recognize: recognizeDossier };
    return watches.watch(dossier, signal) as AsyncGenerator<never, void, undefined>;
  }
  const resubmit =
    (place: 'supplement' | 'submission') =>
    (code: string, resubmission: Resubmission, { secret, key, uploadKey, signal, onRetry }: ResubmitOptions) =>
      transport.request({
        method: 'POST',
        path: `${dossierPath(code)}/${place}`,
        headers: {
          ...secretHeader(secret),
          'Idempotency-Key': key,
          ...(uploadKey === undefined ? {} : { 'Motcua-Upload-Key': uploadKey }),
        },
        body: resubmission,
        recognize: recognizeDossier,
        repeatable: true,
        signal,
        onRetry,
      });
  return {
    watch,
    supplement: async (...sent) => resubmit('supplement')(...sent),
    edit: async (...sent) => resubmit('submission')(...sent),
    letter: async (code, sequence, { secret, signal }) =>
      transport.request({
        path: `${dossierPath(code)}/letters/${sequence}`,
        headers: secretHeader(secret),
        recognize: recognizeLetter,
        signal,
      }),
    result: async (code, file, { secret, signal }) =>
      readFile(transport, {
        path: `${dossierPath(code)}/results/${encodeURIComponent(file.uploadId)}`,
        headers: secretHeader(secret),
        file,
        signal,
      }),
    submit: async (slug, submission, { key, uploadKey, signal, onRetry }) =>
      transport.request({
        method: 'POST',
        path: `${procedurePath(slug)}/dossiers`,
        headers: { 'Idempotency-Key': key, ...(uploadKey === undefined ? {} : { 'Motcua-Upload-Key': uploadKey }) },
        body: submission,
        recognize: recognizeConfirmation,
        repeatable: true,
        signal,
        onRetry,
      }),
    completion: async (code, options) =>
      transport.request({ path: dossierPath(code), recognize: recognizeCompletion, signal: options?.signal }),
    get: async (code, { secret, signal }) =>
      transport.request({
        path: dossierPath(code),
        headers: secretHeader(secret),
        recognize: recognizeDossier,
        signal,
      }),
    withdraw: async (code, { secret, key, signal, onRetry }) =>
      transport.request({
        method: 'POST',
        path: `${dossierPath(code)}/withdrawal`,
        headers: { ...secretHeader(secret), 'Idempotency-Key': key },
        recognize: recognizeDossier,
        repeatable: true,
        signal,
        onRetry,
      }),
  };
}

function dossierPath(code: string): string {
  return `v1/dossiers/${encodeURIComponent(normalizeDossierCode(code))}`;
}

function secretHeader(secret: string): Record<string, string> {
  return { 'Motcua-Lookup-Secret': normalizeLookupSecret(secret) };
}
