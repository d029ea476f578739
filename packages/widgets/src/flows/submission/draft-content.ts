/** What a draft of a submission holds beside the answers: place, agency, keys, papers, and how far the sending has come. */
import type { DraftContent, StoredDraft } from '@motcua/client';
import { createIdempotencyKey, createLookupSecret, createUploadKey } from '@motcua/client';
import type { Draft, Pointer } from '@motcua/form-engine/runtime';
import type { Confirmation, Submission } from '@motcua/schemas';

/** A page of the journey that a draft can stand on. */
export type Place = { name: 'agency' } | { name: 'step'; id: string } | { name: 'review' } | { name: 'confirmation' };

/** One file of a paper, in the order in which the citizen added it. */
export interface PaperFile {
  fileId: string;
  name: string;
}

/** What was put into the search for the receiving agency, and is no choice yet. */
export interface AgencySearch {
  /** Code of the province that the search is narrowed to; empty for all. */
  province: string;
  /** A typed name that was not chosen. */
  typed: string;
}

export const emptyAgencySearch: AgencySearch = { province: '', typed: '' };

export interface SubmissionDraft {
  format: 1;
  form?: Draft;
  place: Place;
  /** Commune code of the receiving agency. */
  agency?: string;
  agencySearch?: AgencySearch;
  /** Canonical look-up secret; only its hash is ever sent (architecture: made by the client before sending). */
  lookupSecret: string;
  /** One key for every attempt to send this dossier. */
  submitKey: string;
  uploadKey: string;
  papers: Record<Pointer, PaperFile[]>;
  /** Bodies that were sent without a definite answer; the gateway may have taken one of them. */
  unanswered: Submission[];
  confirmation?: Confirmation;
  /** The body that was taken; absent where a host sent it. */
  sent?: Submission;
}

/** Members that a downloaded draft leaves out: they open doors, or hold what does. */
export const draftSecrets = ['lookupSecret', 'submitKey', 'uploadKey', 'unanswered', 'sent'] as const;

/** A new draft with fresh random keys, standing before its first question. */
export function newDraft(place: Place): SubmissionDraft {
  return {
    format: 1,
    place,
    lookupSecret: createLookupSecret(),
    submitKey: createIdempotencyKey(),
    uploadKey: createUploadKey(),
    papers: {},
    unanswered: [],
  };
}

/** The draft inside a stored record; absent when the record was made by something else. */
export function readDraft(stored: StoredDraft): SubmissionDraft | undefined {
  return stored.content['format'] === 1 ? (stored.content as unknown as SubmissionDraft) : undefined;
}

/** The draft as plain JSON for the store: members that are absent are left out. */
export function toDraftContent(draft: SubmissionDraft): DraftContent {
  return JSON.parse(JSON.stringify(draft)) as DraftContent;
}
