/** A filed dossier that is open: its form at the places asked for, its papers, its saving, and its claim against other tabs. */
import type { Client, DraftClaim } from '@motcua/client';
import { createForm, type Form, type JsonObject, type Opening, readAt } from '@motcua/form-engine/runtime';
import type { Attachment, Dossier, Resubmission } from '@motcua/schemas';
import { DraftKeeper, type SavedState } from '../submission/draft-keeper.js';
import type { FillMaterial } from '../submission/load-procedure.js';
import { Papers } from '../submission/papers.js';
import { type SupplementDraft, toContent } from './supplement-draft.js';

export interface OpenSupplementOptions {
  client: Client;
  id: string;
  draft: SupplementDraft;
  dossier: Dossier;
  fill: FillMaterial;
  /** Today by the gateway's clock, yyyy-mm-dd. */
  today: string;
  /** Told of each change: of answers, files, the saving, and who edits. */
  onChange: () => void;
}

export class OpenSupplement {
  readonly form: Form;
  readonly papers: Papers;
  readonly filed: JsonObject;
  /** Another tab edits this now. */
  takenOver = false;
  readonly #keeper: DraftKeeper;
  readonly #release: (() => void)[];
  #claim: DraftClaim | undefined;

  constructor(private readonly options: OpenSupplementOptions) {
    const { client, id, draft, dossier, fill, today, onChange } = options;
    this.filed = dossier.data as JsonObject;
    this.form = createForm(fill.plan, {
      ...fill.further,
      today,
      opening: { filed: this.filed, pointers: openedBy(dossier, draft) },
      ...(draft.form === undefined ? {} : { draft: draft.form }),
    });
    this.papers = new Papers({
      client,
      form: this.form,
      draftId: id,
      uploadKey: draft.uploadKey,
      filed: listFiledPapers(this.form),
      onChange: () => this.touch(),
    });
    this.#keeper = new DraftKeeper(client.drafts, id, () => this.#content());
    this.#release = [
      this.#keeper.state.subscribe(onChange),
      this.papers.version.subscribe(onChange),
      this.form.issues.subscribe(onChange),
      this.form.data.subscribe(() => {
        this.touch();
        onChange();
      }),
    ];
  }

  get draft(): SupplementDraft {
    return this.options.draft;
  }

  get saved(): SavedState {
    return this.#keeper.state.get();
  }

  /** Takes up half-sent papers and claims the draft for this tab. */
  async start(): Promise<void> {
    await this.papers.resume(this.draft.papers);
    await this.claim({ takeOver: false });
  }

  async claim({ takeOver }: { takeOver: boolean }): Promise<void> {
    this.#claim?.release();
    this.#claim = await this.options.client.drafts.claim(this.options.id, { takeOver });
    this.#tellTaken(!this.#claim.held);
    this.#release.push(this.#claim.onLost(() => this.#tellTaken(true)));
  }

  /** Something changed: it is saved soon. */
  touch(): void {
    this.#keeper.touch();
  }

  flush(): Promise<void> {
    return this.#keeper.flush();
  }

  /** What would be sent now. */
  resubmission(): Resubmission {
    return { planHash: this.options.fill.plan.hash, data: this.form.toSubmission(), declaration: true };
  }

  /** Ends the editing and removes what was kept for it. */
  async discard(): Promise<void> {
    this.close();
    await this.options.client.drafts.remove(this.options.id);
  }

  close(): void {
    this.#keeper.dispose();
    for (const release of this.#release) release();
    this.#claim?.release();
    this.form.dispose();
  }

  #tellTaken(takenOver: boolean): void {
    this.takenOver = takenOver;
    this.options.onChange();
  }

  #content(): ReturnType<typeof toContent> {
    this.draft.form = this.form.saveDraft();
    this.draft.papers = this.papers.record();
    return toContent(this.draft);
  }
}

/** Before reception everything may be changed; later what the agency asks for. */
function openedBy({ supplementRequest }: Dossier, { task }: SupplementDraft): Opening['pointers'] {
  if (task === 'edit') return [''];
  return (supplementRequest?.items ?? []).flatMap((item) => ('pointer' in item ? [item.pointer] : []));
}

/** Files in the answers that no upload of this draft brought. */
function listFiledPapers(form: Form): Record<string, readonly Attachment[]> {
  const data = form.data.get();
  const papers: Record<string, readonly Attachment[]> = {};
  for (const pointer of listFields(form.plan.root)) {
    const value = readAt(data, pointer);
    if (form.field(pointer).node.kind === 'attachments' && Array.isArray(value))
      papers[pointer] = value as unknown as readonly Attachment[];
  }
  return papers;
}

function listFields(node: Form['plan']['root']): string[] {
  return node.children === undefined ? [node.pointer] : node.children.flatMap(listFields);
}
