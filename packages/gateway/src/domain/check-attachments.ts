/**
 * Checks that every attachment in the answers is a paper that was uploaded whole under the sender's own key.
 */
import type { Attachment, Issue } from '@motcua/schemas';
import type { UploadRecord, UploadStore } from '../ports/upload-store.js';
import { equalHashes, hashText } from './hash.js';
import type { PlanPlace } from './plan-places.js';
import { createServerIssue } from './server-issue.js';

export interface AttachmentCheck {
  issues: Issue[];
  uploadIds: string[];
}

/**
 * @param uploadKey the sender's capability; without one no attachment is theirs
 * @param dossierId whose own papers need no key
 * @returns the papers that no dossier holds yet
 */
export async function checkAttachments(
  places: readonly PlanPlace[],
  uploads: UploadStore,
  uploadKey: string | undefined,
  dossierId?: string,
): Promise<AttachmentCheck> {
  return checkPapers(places.flatMap(listAttachments), uploads, uploadKey, dossierId);
}

/** As `checkAttachments`, for papers that stand at places of their own. */
export async function checkPapers(
  papers: readonly PlacedPaper[],
  uploads: UploadStore,
  uploadKey: string | undefined,
  dossierId?: string,
): Promise<AttachmentCheck> {
  const issues: Issue[] = [];
  const uploadIds = new Set<string>();
  for (const { pointer, attachment } of papers) {
    const record = await uploads.find(attachment.uploadId);
    const isOwn = dossierId !== undefined && record?.dossierId === dossierId;
    const fault = isOwn ? compare(attachment, record) : judge(attachment, record, uploadKey);
    if (fault) issues.push(createServerIssue(fault, pointer));
    else if (!isOwn) uploadIds.add(attachment.uploadId);
  }
  return { issues, uploadIds: [...uploadIds] };
}

export interface PlacedPaper {
  pointer: string;
  attachment: Attachment;
}

/** What does not have the shape of an attachment is refused by the schema already. */
export function listAttachments({ node, pointer, value }: PlanPlace): PlacedPaper[] {
  if (node.kind !== 'attachments' || !Array.isArray(value)) return [];
  return value.flatMap((item, index) =>
    isAttachment(item) ? [{ pointer: `${pointer}/${index}`, attachment: item }] : [],
  );
}

function isAttachment(value: unknown): value is Attachment {
  return typeof value === 'object' && value !== null && 'uploadId' in value && typeof value.uploadId === 'string';
}

function judge(
  attachment: Attachment,
  record: UploadRecord | undefined,
  uploadKey: string | undefined,
): string | undefined {
  if (!record || uploadKey === undefined || !equalHashes(record.keyHash, hashText(uploadKey))) return 'upload.unknown';
  if (!record.attachment) return 'upload.incomplete';
  if (record.dossierId !== undefined) return 'upload.already-used';
  return compare(attachment, record);
}

function compare(attachment: Attachment, { attachment: kept }: UploadRecord): string | undefined {
  const same =
    kept !== undefined &&
    kept.size === attachment.size &&
    kept.sha256 === attachment.sha256 &&
    kept.mediaType === attachment.mediaType &&
    kept.name === attachment.name;
  return same ? undefined : 'upload.mismatch';
}
