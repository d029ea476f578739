/** Citizens who send one dossier each, and press again until they hold a code. */
import { createClient, createIdempotencyKey, createUploadKey } from '../../packages/client/dist/index.js';
import { SAMPLE_PAPERS, SAMPLE_SLUG, readExampleOfToday } from '../../packages/gateway/dist/testing/index.js';
import { File } from 'node:buffer';
import { createHash, randomBytes } from 'node:crypto';

/** Patience of a machine: a run must not wait as people do. */
const RETRY = { attempts: 6, baseDelayMs: 20, maxDelayMs: 400 };
const MOST_PRESSES = 50;

/**
 * @returns {Promise<{ senders: { secretHash: string, code: string }[], failures: string[], presses: number }>} what each sender saw in the end
 */
export async function sendAll({ count, atOnce, fetch, onSent }) {
  const client = createClient({ gateway: 'http://127.0.0.1:4180', storage: 'memory', retry: RETRY, fetch });
  const answers = await readExampleOfToday();
  const published = await insist(() => client.procedures.get(SAMPLE_SLUG));
  const result = { senders: [], failures: [], presses: 0 };
  let next = 0;

  async function work() {
    while (next < count) {
      next += 1;
      try {
        result.senders.push(await sendOne());
      } catch (error) {
        result.failures.push(error.code ?? error.message);
      }
      onSent();
    }
  }

  async function sendOne() {
    const uploadKey = createUploadKey();
    const secretHash = createHash('sha256').update(randomBytes(16)).digest('hex');
    const attachment = await upload(uploadKey);
    const submission = {
      procedure: { slug: SAMPLE_SLUG, version: published.record.version, planHash: published.plan.hash },
      agency: '00004',
      locale: 'vi',
      data: { ...answers, papers: { ...answers.papers, birthCertificate: [attachment] } },
      declaration: true,
      lookupSecretHash: secretHash,
    };
    const key = createIdempotencyKey();
    const { provisionalCode } = await insist(() => client.dossiers.submit(SAMPLE_SLUG, submission, { key, uploadKey }));
    return { secretHash, code: provisionalCode };
  }

  async function upload(uploadKey) {
    const file = new File([SAMPLE_PAPERS['application/pdf']], 'giấy chứng sinh.pdf', { type: 'application/pdf' });
    const { id: draftId } = await client.drafts.create(SAMPLE_SLUG);
    const upload = client.uploads.start({ draftId, fileId: 'paper', uploadKey, file, pointer: '/papers' });
    upload.state.subscribe(() => {
      if (upload.state.get().phase === 'waiting') setTimeout(() => upload.retry(), RETRY.baseDelayMs);
    });
    const { phase, attachment, problem } = await upload.settled();
    await client.drafts.remove(draftId);
    if (phase !== 'done') throw new Error(`upload ${phase} ${problem?.code ?? ''}`.trim());
    return attachment;
  }

  /** Presses again after a failure that may pass; a refusal is the end. */
  async function insist(press) {
    for (let presses = 1; ; presses += 1) {
      try {
        return await press();
      } catch (error) {
        const passes = error.kind !== 'problem' || error.status >= 500 || error.status === 409;
        if (!passes || presses >= MOST_PRESSES) throw error;
        result.presses += 1;
      }
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  return result;
}
