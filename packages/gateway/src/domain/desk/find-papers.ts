/**
 * The papers in a dossier's answers. They are found by their shape: the plan of an old version may not be open any more.
 */
import type { JsonObject, JsonValue } from '@motcua/form-engine';
import type { Attachment } from '@motcua/schemas';
import { escapeToken } from '../intake.js';

export interface FoundPaper {
  /** Of the field: the list in which the paper stands. */
  pointer: string;
  attachment: Attachment;
}

export function findPapers(value: JsonValue, pointer = ''): FoundPaper[] {
  if (Array.isArray(value)) return value.flatMap((item) => (isAttachment(item) ? [{ pointer, attachment: item }] : []));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => findPapers(child, `${pointer}/${escapeToken(name)}`));
}

/** Accepted answers hold an upload id in attachments only, and those were checked whole. */
function isAttachment(value: JsonValue): value is JsonObject & Attachment {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['uploadId'] === 'string';
}
