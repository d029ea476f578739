/** A draft that is open: its form, its papers, its saving, and its claim against other tabs. */
import type { Client, DraftClaim } from '@motcua/client';
import { hashLookupSecret } from '@motcua/client';
import { createForm, type Form } from '@motcua/form-engine/runtime';
import type { Submission } from '@motcua/schemas';
import type { FeedbackPolicy } from '../../form/feedback.js';
import { draftSecrets, type SubmissionDraft, toDraftContent } from './draft-content.js';
import { DraftKeeper, type SavedState } from './draft-keeper.js';
import type { FillMaterial } from './load-procedure.js';
import { Papers } from './papers.js';

export interface OpenDraftOptions {
  client: Client;
  id: string;
  draft: SubmissionDraft;
  fill: FillMaterial;
  /** Today by the gateway's clock, yyyy-mm-dd. */
  today: string;
  validateOn: FeedbackPolicy;
  onSaved: (saved: SavedState) => void;
  /** Told whether another tab edits the draft now. */
  onTakenOver: (takenOver: boolean) => void;
}

export class OpenDraft {
  readonly id: string;
  readonly draft: SubmissionDraft;
  readonly form: Form;
  readonly papers: Papers;
  readonly #keeper: DraftKeeper;
  readonly #release: (() => void)[];
  #claim: DraftClaim | undefined;

  constructor(private readonly options: OpenDraftOptions) {
    const { client, id, draft, fill, today, validateOn } = options;
    this.id = id;
    this.draft = draft;
    this.form = createForm(fill.plan, {
      today,
      validateOn,
      ...fill.further,
      ...(draft.form ? { draft: draft.form } : {}),
    });
    this.papers = new Papers({
      client,
      form: this.form,
      draftId: id,
      uploadKey: draft.uploadKey,
      onChange: () => this.touch(),
    });
    this.#keeper = new DraftKeeper(client.drafts, id, () => this.#content());
    this.#release = [
      this.#keeper.state.subscribe(() => options.onSaved(this.#keeper.state.get())),
      this.form.data.subscribe(() => this.touch()),
    ];
  }

  /** Takes up half-sent papers and claims the draft for this tab. */
  async start(): Promise<void> {
    await this.papers.resume(this.draft.papers);
    await this.claim({ takeOver: false });
  }

  async claim({ takeOver }: { takeOver: boolean }): Promise<void> {
    this.#claim?.release();
    this.#claim = await this.options.client.drafts.claim(this.id, { takeOver });
    this.options.onTakenOver(!this.#claim.held);
    this.#release.push(this.#claim.onLost(() => this.options.onTakenOver(true)));
  }

  /** Something changed: it is saved soon. */
  touch(): void {
    this.#keeper.touch();
  }

  /** Saves now; resolves when it is on the device or has failed. */
  flush(): Promise<void> {
    return this.#keeper.flush();
  }

  /** What the page holds as readable JSON, whether or not it could be saved, without the keys that open doors. */
  export(): Blob {
    const secret = new Set<string>(draftSecrets);
    const content = Object.entries(this.#content()).filter(([name]) => !secret.has(name));
    const text = JSON.stringify({ id: this.id, content: Object.fromEntries(content) }, undefined, 2);
    return new Blob([`${text}\n`], { type: 'application/json' });
  }

  /** What would be sent now. Throws while no agency is chosen. */
  async submission(locale: 'vi' | 'en'): Promise<Submission> {
    const { agency, lookupSecret } = this.draft;
    if (agency === undefined) throw new Error('No agency is chosen yet: there is nothing to send.');
    const { slug, version, hash } = this.options.fill.plan;
    return {
      procedure: { slug, version, planHash: hash },
      agency,
      locale,
      data: this.form.toSubmission(),
      declaration: true,
      lookupSecretHash: await hashLookupSecret(lookupSecret),
    };
  }

  close(): void {
    this.#keeper.dispose();
    for (const release of this.#release) release();
    this.#claim?.release();
    this.form.dispose();
  }

  #content(): ReturnType<typeof toDraftContent> {
    this.draft.form = this.form.saveDraft();
    this.draft.papers = this.papers.record();
    return toDraftContent(this.draft);
  }
}
