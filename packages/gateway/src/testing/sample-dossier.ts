/**
 * Sends the examples of a procedure folder: uploads a real paper for each attachment and builds the submission around the answers.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment, Issue, PublishedProcedure, Submission } from '@motcua/schemas';
import { locateSchemas } from '../adapters/procedures/disk-procedures.js';
import { SAMPLE_PAPERS } from './sample-papers.js';

export interface Example {
  file: string;
  description: string;
  /** yyyy-mm-dd on which the answers are given. */
  today: string;
  data: Record<string, unknown>;
  /** Of invalid examples. */
  issues?: readonly Pick<Issue, 'pointer' | 'code'>[];
}

export interface PreparedSubmission {
  slug: string;
  submission: Submission;
  uploadKey: string;
  lookupSecret: string;
  /** A request that sends it; the same idempotency key each time unless another is given. */
  createRequest(key?: string): Request;
}

type Send = (request: Request) => Promise<Response>;

const BASE = 'http://127.0.0.1:4180';
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param prefix `valid` or `invalid` */
export async function listExamples(slug: string, prefix: string, schemasFolder = locateSchemas()): Promise<Example[]> {
  const folder = join(schemasFolder, 'procedures', slug, 'examples');
  const files = (await readdir(folder))
    .filter((file) => file.startsWith(`${prefix}-`) && file.endsWith('.json'))
    .sort();
  return Promise.all(
    files.map(async (file) => ({
      file,
      ...(JSON.parse(await readFile(join(folder, file), 'utf8')) as Omit<Example, 'file'>),
    })),
  );
}

/** Uploads a whole paper in one request and completes it. */
export async function uploadPaper(
  send: Send,
  uploadKey: string,
  content: Uint8Array = SAMPLE_PAPERS['application/pdf'],
  name = 'giấy tờ.pdf',
): Promise<Attachment> {
  const headers = { 'Tus-Resumable': '1.0.0', 'Motcua-Upload-Key': uploadKey };
  const created = await send(
    new Request(`${BASE}/v1/uploads`, {
      method: 'POST',
      headers: {
        ...headers,
        'Upload-Length': String(content.byteLength),
        'Content-Type': 'application/offset+octet-stream',
      },
      body: Buffer.from(content),
    }),
  );
  if (created.status !== 201) throw new Error(`the upload was refused with ${created.status}`);
  const completed = await send(
    new Request(`${BASE}${created.headers.get('location') ?? ''}/completion`, {
      method: 'POST',
      headers: { 'Motcua-Upload-Key': uploadKey, 'Content-Type': 'application/json' },
      body: JSON.stringify({ sha256: createHash('sha256').update(content).digest('hex'), name }),
    }),
  );
  if (completed.status !== 200) throw new Error(`the completion was refused with ${completed.status}`);
  return (await completed.json()) as Attachment;
}

/** @param agency commune code; default: phường Ba Đình, Hà Nội */
export async function prepareSubmission(
  send: Send,
  slug: string,
  data: Readonly<Record<string, unknown>>,
  agency = '00004',
): Promise<PreparedSubmission> {
  const published = (await (await send(new Request(`${BASE}/v1/procedures/${slug}`))).json()) as PublishedProcedure;
  const uploadKey = randomBytes(32).toString('base64url');
  const lookupSecret = [...randomBytes(26)].map((byte) => SYMBOLS.charAt(byte & 31)).join('');
  const submission: Submission = {
    procedure: { slug, version: published.record.version, planHash: published.plan.hash },
    agency,
    locale: 'vi',
    data: (await replaceAttachments(data, () => uploadPaper(send, uploadKey))) as Submission['data'],
    declaration: true,
    lookupSecretHash: createHash('sha256').update(lookupSecret).digest('hex'),
  };
  const standardKey = randomUUID();
  return {
    slug,
    submission,
    uploadKey,
    lookupSecret,
    createRequest: (key = standardKey) => createSubmissionRequest(slug, submission, uploadKey, key),
  };
}

function createSubmissionRequest(slug: string, submission: Submission, uploadKey: string, key: string): Request {
  return new Request(`${BASE}/v1/procedures/${slug}/dossiers`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'Motcua-Upload-Key': uploadKey },
    body: JSON.stringify(submission),
  });
}

async function replaceAttachments(value: unknown, upload: () => Promise<Attachment>): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => replaceAttachments(item, upload)));
  if (typeof value !== 'object' || value === null) return value;
  if ('uploadId' in value) return upload();
  const entries: [string, unknown][] = [];
  for (const [name, child] of Object.entries(value)) entries.push([name, await replaceAttachments(child, upload)]);
  return Object.fromEntries(entries);
}
