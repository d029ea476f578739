/** Joins the uploads of a draft to the attachment fields of its form: a finished upload becomes part of the field's value. */
import type { Client, Readable, Upload, UploadState } from '@motcua/client';
import { createIdempotencyKey, createWritable } from '@motcua/client';
import type { Form, JsonValue, Pointer } from '@motcua/form-engine/runtime';
import type { Attachment } from '@motcua/schemas';
import type { PaperFile } from './draft-content.js';

/** One file of a paper as the page shows it. */
export interface Paper {
  fileId: string;
  state: UploadState;
  /** A small picture of it, drawn on a canvas. */
  preview?: ImageBitmap;
}

export interface PapersOptions {
  client: Client;
  form: Form;
  draftId: string;
  uploadKey: string;
  /** Told when the list of files changed, so that the draft is saved. */
  onChange: () => void;
  /** Papers that are there already without an upload of this draft: those of a dossier that was filed. */
  filed?: Readonly<Record<Pointer, readonly Attachment[]>>;
}

export class Papers {
  readonly #filed: Map<Pointer, readonly Attachment[]>;
  readonly #lists = new Map<Pointer, Upload[]>();
  readonly #previews = new Map<string, ImageBitmap>();
  readonly #version = createWritable(0);
  /** Counts up with every change of any upload. */
  readonly version: Readable<number> = this.#version;

  constructor(private readonly options: PapersOptions) {
    this.#filed = new Map(Object.entries(options.filed ?? {}));
  }

  /** The files of one paper, in order. */
  of(pointer: Pointer): readonly Paper[] {
    const uploads = (this.#lists.get(pointer) ?? []).map(({ fileId, state }): Paper => {
      const preview = this.#previews.get(fileId);
      return { fileId, state: state.get(), ...(preview ? { preview } : {}) };
    });
    return [...(this.#filed.get(pointer) ?? []).map(describeFiled), ...uploads];
  }

  /** The record of all papers for the draft. */
  record(): Record<Pointer, PaperFile[]> {
    const rows = [...this.#lists].map(([pointer, uploads]): [Pointer, PaperFile[]] => [
      pointer,
      uploads.map(({ fileId, state }) => ({ fileId, name: state.get().name })),
    ]);
    return Object.fromEntries(rows.filter(([, files]) => files.length > 0));
  }

  /** Pointers whose files are still on the way. */
  get unfinished(): readonly Pointer[] {
    return [...this.#lists]
      .filter(([, uploads]) => uploads.some((upload) => isOnTheWay(upload.state.get())))
      .map(([pointer]) => pointer);
  }

  add(pointer: Pointer, files: readonly File[]): void {
    const { client, draftId, uploadKey } = this.options;
    for (const file of files) {
      const fileId = createIdempotencyKey();
      this.#follow(pointer, client.uploads.start({ file, pointer, draftId, uploadKey, fileId }));
      void this.#makePreview(fileId, file);
    }
    this.options.onChange();
  }

  /** Takes up the uploads of a saved draft. */
  async resume(record: Readonly<Record<Pointer, readonly PaperFile[]>>): Promise<void> {
    const { client, draftId, uploadKey } = this.options;
    for (const [pointer, files] of Object.entries(record)) {
      for (const { fileId } of files) {
        const upload = await client.uploads.resume({ draftId, fileId, uploadKey });
        if (!upload || !this.#hasField(pointer)) continue;
        this.#follow(pointer, upload);
        void client.drafts.files.get(draftId, fileId).then(
          (blob) => blob && this.#makePreview(fileId, blob),
          () => undefined,
        );
      }
    }
  }

  /** Ends an upload and takes the file out of the paper. */
  async remove(pointer: Pointer, fileId: string): Promise<void> {
    const filed = this.#filed.get(pointer) ?? [];
    if (filed.some(({ uploadId }) => uploadId === fileId)) {
      this.#filed.set(
        pointer,
        filed.filter(({ uploadId }) => uploadId !== fileId),
      );
      this.#publish(pointer);
      return;
    }
    const uploads = this.#lists.get(pointer) ?? [];
    const upload = uploads.find((one) => one.fileId === fileId);
    if (!upload) return;
    this.#lists.set(
      pointer,
      uploads.filter((one) => one !== upload),
    );
    this.#publish(pointer);
    this.options.onChange();
    await upload.cancel();
  }

  retry(pointer: Pointer, fileId: string): void {
    this.#find(pointer, fileId)?.retry();
  }

  /** Gives the same file again after a reload that could not keep its bytes. */
  async offer(pointer: Pointer, fileId: string, file: File): Promise<void> {
    await this.#find(pointer, fileId)?.offer(file);
  }

  /** The plan may have been published anew without this paper. */
  #hasField(pointer: Pointer): boolean {
    try {
      return this.options.form.field(pointer) !== undefined;
    } catch {
      return false;
    }
  }

  /** A file that is no picture the browser can draw has no preview. */
  async #makePreview(fileId: string, blob: Blob): Promise<void> {
    if (!blob.type.startsWith('image/')) return;
    try {
      this.#previews.set(fileId, await createImageBitmap(blob, { resizeWidth: 112, resizeQuality: 'medium' }));
      this.#version.set(this.#version.get() + 1);
    } catch {
      this.#previews.delete(fileId);
    }
  }

  #find(pointer: Pointer, fileId: string): Upload | undefined {
    return this.#lists.get(pointer)?.find((upload) => upload.fileId === fileId);
  }

  #follow(pointer: Pointer, upload: Upload): void {
    this.#lists.set(pointer, [...(this.#lists.get(pointer) ?? []), upload]);
    upload.state.subscribe(() => this.#publish(pointer));
    this.#publish(pointer);
  }

  #publish(pointer: Pointer): void {
    const uploaded = (this.#lists.get(pointer) ?? []).flatMap(({ state }) => state.get().attachment ?? []);
    // A draft that comes back holds files of its own among the answers; they are there as uploads now.
    const filed = (this.#filed.get(pointer) ?? []).filter(({ uploadId }) =>
      uploaded.every((one) => one.uploadId !== uploadId),
    );
    this.#filed.set(pointer, filed);
    const attachments = [...filed, ...uploaded];
    const value = attachments.length > 0 ? (attachments as unknown as JsonValue) : undefined;
    const field = this.options.form.field(pointer);
    if (JSON.stringify(field.state.get().value) !== JSON.stringify(value)) {
      field.setValue(value);
      this.options.onChange();
    }
    this.#version.set(this.#version.get() + 1);
  }
}

/** A paper of the dossier is whole, and stays there when it is taken out of the answers. */
function describeFiled(attachment: Attachment): Paper {
  const { uploadId, name, size } = attachment;
  return {
    fileId: uploadId,
    state: { phase: 'done', name, sentBytes: size, totalBytes: size, kept: false, attachment },
  };
}

/** Neither whole nor given up. */
export function isOnTheWay(state: UploadState): boolean {
  return ['hashing', 'sending', 'waiting', 'checking'].includes(state.phase);
}
