/** Sends a dossier so that one press, or twenty, or a lost answer make one dossier. */
import type { Client, RetryNotice } from '@motcua/client';
import type { Confirmation, Submission } from '@motcua/schemas';
import { sendOnce } from '../send-once.js';
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

export async function sendDossier({ client, slug, draft, submission, save, onRetry }: SendOptions): Promise<Sent> {
  const { submitKey: key, uploadKey, unanswered } = draft;
  const { answer, body, withEarlierAnswers } = await sendOnce(
    { unanswered, save, send: (one: Submission) => client.dossiers.submit(slug, one, { key, uploadKey, onRetry }) },
    (bodies) => (draft.unanswered = bodies),
    submission,
  );
  return { confirmation: answer, submission: body, withEarlierAnswers };
}
