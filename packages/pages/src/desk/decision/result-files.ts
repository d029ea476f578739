/** The files of a result on their way to the gateway. */
import { createUploadKey, type Client, type Upload } from '@motcua/client';
import type { Attachment } from '@motcua/schemas';
import type { FileRow } from '@motcua/widgets/file-field';
import { deskVi } from '../text/desk-texts.vi.js';
import type { DeskTextKey, DeskTexts } from '../text/desk-texts.js';

export class ResultFiles {
  /** Only whoever has it may touch or use these uploads. */
  readonly uploadKey = createUploadKey();
  readonly #draftId = crypto.randomUUID();
  #uploads: readonly Upload[] = [];

  constructor(
    private readonly client: Client,
    private readonly changed: () => void,
  ) {}

  add(files: readonly File[]): void {
    for (const file of files) {
      const upload = this.client.uploads.start({
        draftId: this.#draftId,
        fileId: crypto.randomUUID(),
        uploadKey: this.uploadKey,
        file,
        pointer: '/results',
      });
      this.#uploads = [...this.#uploads, upload];
      upload.state.subscribe(this.changed);
    }
    this.changed();
  }

  remove(fileId: string): void {
    const upload = this.#find(fileId);
    this.#uploads = this.#uploads.filter((one) => one !== upload);
    void upload?.cancel();
    this.changed();
  }

  retry(fileId: string): void {
    this.#find(fileId)?.retry();
  }

  /** Those that arrived whole. */
  get attachments(): readonly Attachment[] {
    return this.#uploads.flatMap(({ state }) => state.get().attachment ?? []);
  }

  /** Something is on its way or was refused: the decision waits for it. */
  get isOpen(): boolean {
    return this.#uploads.some(({ state }) => state.get().phase !== 'done');
  }

  rows(words: DeskTexts): readonly FileRow[] {
    return this.#uploads.map(({ fileId, state }) => {
      const { name, totalBytes } = state.get();
      return { id: fileId, name, size: totalBytes, state: describe(state.get(), words) };
    });
  }

  #find(fileId: string): Upload | undefined {
    return this.#uploads.find((upload) => upload.fileId === fileId);
  }
}

function describe(
  { phase, sentBytes, secondsLeft, problem }: ReturnType<Upload['state']['get']>,
  words: DeskTexts,
): FileRow['state'] {
  const message = (): string => {
    const key = `file.${problem?.code ?? ''}`;
    return words.t(Object.hasOwn(deskVi, key) ? (key as DeskTextKey) : 'file.upload.failed');
  };
  if (phase === 'done') return { kind: 'done' };
  if (phase === 'hashing' || phase === 'checking') return { kind: 'checking' };
  if (phase === 'waiting') return { kind: 'waiting', sent: sentBytes };
  if (phase === 'failed') return { kind: 'refused', cure: 'retry', message: message() };
  if (phase === 'refused' || phase === 'needs-file') return { kind: 'refused', cure: 'choose', message: message() };
  return { kind: 'uploading', sent: sentBytes, ...(secondsLeft === undefined ? {} : { secondsLeft }) };
}
