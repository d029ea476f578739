/** Sends a dossier so that one press, or twenty, or a lost answer make one dossier. */
import type { Client, RetryNotice } from '@motcua/client';
import { errorCode } from '../error-code.js';
import type { Confirmation, Submission } from '@motcua/schemas';
import type { SubmissionDraft } from './draft-content.js';

export interface SendOptions {
  client: Client;
  slug: string;
  draft: SubmissionDraft;
  submission: Submission;
  /** Stores the draft; awaited before anything leaves the device. */
  save: () => Promise<void>;
  onRetry: (notice: RetryNotice) => void;
}

export interface Sent {
  confirmation: Confirmation;
  /** The body that the gateway took. */
  submission: Submission;
  /** True when the gateway had already taken the dossier with answers given before the last changes. */
  withEarlierAnswers: boolean;
}

/**
 * An attempt without a definite answer may have been taken. Its body stays in the draft: when the gateway later says that
 * the key was used with another body, one of the kept bodies is the dossier, and sending it again brings its confirmation.
 */
export async function sendDossier(options: SendOptions): Promise<Sent> {
  const { draft, submission, save } = options;
  const earlier = draft.unanswered.filter((body) => JSON.stringify(body) !== JSON.stringify(submission));
  draft.unanswered = [...earlier, submission];
  await save();
  try {
    const confirmation = await send(options, submission);
    return { confirmation, submission, withEarlierAnswers: false };
  } catch (error) {
    if (errorCode(error) === 'idempotency.key-reused')
      return { ...(await recover(options, earlier, error)), withEarlierAnswers: true };
    if (isDefiniteRefusal(error)) {
      draft.unanswered = earlier;
      await save();
    }
    throw error;
  }
}

async function recover(
  options: SendOptions,
  bodies: readonly Submission[],
  reason: unknown,
): Promise<Pick<Sent, 'confirmation' | 'submission'>> {
  for (const submission of bodies) {
    try {
      return { confirmation: await send(options, submission), submission };
    } catch (error) {
      if (errorCode(error) !== 'idempotency.key-reused') throw error;
    }
  }
  throw reason;
}

function send({ client, slug, draft, onRetry }: SendOptions, submission: Submission): Promise<Confirmation> {
  return client.dossiers.submit(slug, submission, { key: draft.submitKey, uploadKey: draft.uploadKey, onRetry });
}

/** The gateway answered and took nothing. */
function isDefiniteRefusal(error: unknown): boolean {
  const status = (error as { status?: unknown }).status;
  return (
    typeof status === 'number' && status >= 400 && status < 500 && status !== 408 && status !== 409 && status !== 429
  );
}
