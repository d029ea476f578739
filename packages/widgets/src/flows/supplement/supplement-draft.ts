/** What is kept while a dossier is answered anew: the answers so far, its papers, and how far the sending has come. Sealed like every draft. */
import type { Client, DraftContent } from '@motcua/client';
import { createIdempotencyKey, createUploadKey } from '@motcua/client';
import type { Draft, Pointer } from '@motcua/form-engine/runtime';
import type { Dossier, Resubmission } from '@motcua/schemas';
import type { PaperFile } from '../submission/draft-content.js';

/** What is done to a dossier that was filed. */
export type Task = 'supplement' | 'edit';

export interface SupplementDraft {
  format: 1;
  task: Task;
  provisionalCode: string;
  /** Names the answers and the request that the draft answers: another request makes it a draft of the past. */
  basis: string;
  form?: Draft;
  papers: Record<Pointer, PaperFile[]>;
  /** One key for every attempt to send. */
  key: string;
  uploadKey: string;
  /** Bodies that were sent without a definite answer. */
  unanswered: Resubmission[];
}

/** Stands in clear in place of the procedure. */
const SLUG = 'supplement';

/** The draft that was begun for this dossier and this request, else a new one. Drafts of earlier requests are removed. */
export async function openSupplementDraft(
  { drafts }: Client,
  dossier: Dossier,
  task: Task,
): Promise<{ id: string; draft: SupplementDraft }> {
  const basis = basisOf(dossier, task);
  const { drafts: stored } = await drafts.list(SLUG);
  let found: { id: string; draft: SupplementDraft } | undefined;
  for (const { id, content } of stored) {
    const draft = content as unknown as SupplementDraft;
    if (draft.provisionalCode !== dossier.provisionalCode || draft.task !== task) continue;
    if (draft.basis === basis && found === undefined) found = { id, draft };
    else await drafts.remove(id);
  }
  return found ?? { id: (await drafts.create(SLUG)).id, draft: newDraft(dossier, task, basis) };
}

/** As plain JSON for the store: members that are absent are left out. */
export function toContent(draft: SupplementDraft): DraftContent {
  return JSON.parse(JSON.stringify(draft)) as DraftContent;
}

/** May it still be sent for this task? */
export function awaitsTask(dossier: Dossier, task: Task): boolean {
  return task === 'edit' ? dossier.canEdit === true : dossier.supplementRequest !== undefined;
}

function basisOf({ confirmation, supplementRequest }: Dossier, task: Task): string {
  return `${confirmation.payloadHash} ${task === 'edit' ? '' : (supplementRequest?.requestedAt ?? '')}`;
}

function newDraft({ provisionalCode }: Dossier, task: Task, basis: string): SupplementDraft {
  return {
    format: 1,
    task,
    provisionalCode,
    basis,
    papers: {},
    key: createIdempotencyKey(),
    uploadKey: createUploadKey(),
    unanswered: [],
  };
}
