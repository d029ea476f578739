import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  contentStyles,
  doorMarkStyles,
  globeIcon,
  provideTexts,
  renderDoorMark,
  renderIcon,
  resetStyles,
  ThemeController,
  themeStyles,
  toneStyles,
  uploadIcon,
  type LocaleCode,
} from '@motcua/widgets/page-kit';
import type { JsonValue } from '@motcua/form-engine';
import { checkCompanion } from '../document/check-companion.js';
import { type KnownKeys, type Verdict, verifyDocument } from '../document/verify-document.js';
import { openEd25519, type Ed25519 } from '../signature/ed25519.js';
import { readKeys, type KeyFault } from '../signature/read-keys.js';
import type { Offline } from './keep-offline.js';
import { readBytes, sortFiles } from './opened-files.js';
import type { PageFacts } from './page-facts.js';
import { renderMeans } from './render-means.js';
import { renderSigned, type ComparedFile } from './render-signed.js';
import { renderVerdict } from './render-verdict.js';
import { loadVerifyTexts, vietnameseTexts, type VerifyTexts } from './verify-texts.js';
import { verifyStyles } from './verify.styles.js';

/**
 * Verifies a signed paper on the device alone.
 *
 * @summary The verify page.
 * @tag motcua-verify
 */
export class MotcuaVerify extends LitElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    themeStyles,
    contentStyles,
    toneStyles,
    doorMarkStyles,
    verifyStyles,
  ];

  /** What came with the page. */
  @property({ attribute: false }) facts: PageFacts = { keys: [] };
  @property({ attribute: false }) offline: Offline | undefined;
  @property() locale: LocaleCode = 'vi';

  @state() private words: VerifyTexts = vietnameseTexts;
  @state() private verdict: Verdict | undefined;
  @state() private busy = false;
  @state() private fileName = '';
  @state() private pasted = '';
  @state() private askError = '';
  @state() private readerKeys: KnownKeys['reader'] = [];
  @state() private keyText = '';
  @state() private keyFault: KeyFault | undefined;
  @state() private keyAdded = false;
  @state() private companions: readonly ComparedFile[] = [];
  @state() private ed25519: Ed25519 | undefined;

  @query('#paper') private paperInput!: HTMLInputElement | null;
  @query('#companion') private companionInput!: HTMLInputElement | null;

  readonly #provideTexts = provideTexts(this);
  readonly #opening = openEd25519();
  /** A companion that was the same, to name what differs in the next one. */
  #matched: JsonValue | undefined;
  /** What the verdict is about, to judge it anew when a key is added. */
  #source: Uint8Array | string | undefined;

  constructor() {
    super();
    new ThemeController(this);
    void this.#opening.then((ed25519) => (this.ed25519 = ed25519));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('dragover', this.#onDragOver);
    this.addEventListener('drop', this.#onDrop);
  }

  /** Verifies a text, as one that came in the fragment of the address. */
  async check(source: Uint8Array | string, fileName = ''): Promise<void> {
    this.busy = true;
    this.companions = [];
    this.#matched = undefined;
    this.#source = source;
    const ed25519 = await this.#opening;
    this.verdict = await verifyDocument(source, { keys: this.#keys, ed25519, now: Date.now() });
    this.fileName = fileName;
    this.busy = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.verdict h2')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale')) void this.#changeLocale(this.locale);
    this.setAttribute('lang', this.words.locale);
  }

  protected override render(): TemplateResult {
    const { words, verdict } = this;
    const signed = verdict?.signed;
    return html`<motcua-page layout="single">
      ${this.#renderHeader()}
      <motcua-band slot="band"></motcua-band>
      <h1 class="title-1" tabindex="-1">${words.t('page.title')}</h1>
      <p class="lead">${words.t('page.lead')}</p>
      <div role="status">${verdict ? renderVerdict(verdict, this.fileName, words) : nothing}</div>
      ${verdict ? nothing : this.#renderQuestion()}
      ${
        verdict && signed
          ? renderSigned({
              signed,
              refused: verdict.name === 'refused',
              companions: this.companions,
              words,
              chooseCompanion: () => this.companionInput?.click(),
            })
          : nothing
      }
      ${
        verdict
          ? html`<div class="actions">
              <motcua-button stretch variant="primary" @click=${this.#startAgain}
                >${words.t('ask.again')}</motcua-button
              >
            </div>`
          : nothing
      }
      ${renderMeans({
        keys: this.#keys,
        ed25519: this.ed25519,
        offline: this.offline,
        download: this.facts.download,
        keyText: this.keyText,
        keyFault: this.keyFault,
        keyAdded: this.keyAdded,
        words,
        typeKey: (text) => (this.keyText = text),
        addKey: () => void this.#addKey(),
      })}
      <input id="paper" type="file" hidden accept=".json,.html,.txt" @change=${this.#onPaper} />
      <input id="companion" type="file" hidden multiple @change=${this.#onCompanion} />
    </motcua-page>`;
  }

  #renderHeader(): TemplateResult {
    const { words } = this;
    return html`<motcua-header slot="header" no-help .heading=${words.t('page.service')}>
      <span slot="mark">${renderDoorMark()}</span>
      <motcua-button
        slot="language"
        variant="quiet"
        .accessibleLabel=${words.t('page.languageName')}
        @click=${() => (this.locale = words.locale === 'vi' ? 'en' : 'vi')}
      >
        <span slot="icon">${renderIcon(globeIcon)}</span>${words.t('page.language')}
      </motcua-button>
    </motcua-header>`;
  }

  #renderQuestion(): TemplateResult {
    const { words } = this;
    return html`<div class="ask panel">
      <div class="first-way">
        <div>
          <motcua-button
            stretch
            variant="primary"
            .busy=${this.busy}
            .busyLabel=${words.t('ask.checking')}
            @click=${() => this.paperInput?.click()}
          >
            <span slot="icon">${renderIcon(uploadIcon)}</span>${words.t('ask.choose')}</motcua-button
          >
        </div>
        <p class="muted">${words.t('ask.drop')}</p>
      </div>
      <motcua-textarea-field
        class="paper-field"
        .label=${words.t('ask.paste')}
        .hint=${words.t('ask.pasteHint')}
        .error=${this.askError}
        .value=${this.pasted}
        @motcua-input=${(event: Event & { value: string }) => {
          this.pasted = event.value;
        }}
      ></motcua-textarea-field>
      <div>
        <motcua-button stretch variant="secondary" @click=${() => void this.#checkPasted()}
          >${words.t('ask.check')}</motcua-button
        >
      </div>
    </div>`;
  }

  get #keys(): KnownKeys {
    return { page: this.facts.keys, reader: this.readerKeys };
  }

  async #checkPasted(): Promise<void> {
    if (this.busy) return;
    this.askError = this.pasted.trim() === '' ? this.words.t('ask.pasteMissing') : '';
    if (this.askError === '') await this.check(this.pasted);
    else this.renderRoot.querySelector<HTMLElement>('.paper-field')?.focus();
  }

  async #checkFile(file: File): Promise<void> {
    const bytes = await readBytes(file);
    if (bytes) return this.check(bytes, file.name);
    this.askError = this.words.t('ask.fileFailed', { name: file.name });
  }

  /** A paper, files to hold against it, or both. */
  async #open(files: readonly File[]): Promise<void> {
    const { paper, companions } = sortFiles(files, this.verdict?.signed !== undefined);
    if (paper) await this.#checkFile(paper);
    await this.#compare(companions);
  }

  async #compare(files: readonly File[]): Promise<void> {
    const signed = this.verdict?.name === 'refused' ? undefined : this.verdict?.signed;
    if (!signed || files.length === 0) return;
    const compared: ComparedFile[] = [];
    for (const file of files) {
      const bytes = await readBytes(file);
      if (!bytes) continue;
      const companion = checkCompanion(signed.payload, { bytes, name: file.name }, this.#matched);
      if (companion.name === 'same' && companion.value !== undefined) this.#matched = companion.value;
      compared.push({ name: file.name, companion });
    }
    this.companions = compared;
    await this.updateComplete;
    // What was dropped at the top of a long page is answered further down.
    this.renderRoot.querySelector('.comparison')?.scrollIntoView({ block: 'nearest' });
  }

  async #addKey(): Promise<void> {
    const read = readKeys(this.keyText);
    this.keyAdded = !('fault' in read);
    this.keyFault = 'fault' in read ? read.fault : undefined;
    if ('fault' in read) return this.renderRoot.querySelector<HTMLElement>('.key-field')?.focus();
    const known = new Set(read.map(({ kid }) => kid));
    this.readerKeys = [...this.readerKeys.filter(({ kid }) => !known.has(kid)), ...read];
    this.keyText = '';
    if (this.verdict && this.#source !== undefined) await this.check(this.#source, this.fileName);
  }

  async #changeLocale(locale: LocaleCode): Promise<void> {
    this.words = await loadVerifyTexts(locale);
    this.#provideTexts(this.words);
    this.askError = '';
    document.documentElement.lang = this.words.locale;
    document.title = this.words.t('page.title');
  }

  readonly #startAgain = async (): Promise<void> => {
    this.verdict = undefined;
    this.#source = undefined;
    this.pasted = '';
    this.askError = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  };

  readonly #onPaper = (): void => {
    const [file] = takeChosen(this.paperInput);
    if (file) void this.#checkFile(file);
  };

  readonly #onCompanion = async (): Promise<void> => {
    await this.#compare(takeChosen(this.companionInput));
  };

  readonly #onDragOver = (event: DragEvent): void => {
    event.preventDefault();
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files.length > 0) void this.#open(files);
    else if (text !== '') void this.check(text);
  };
}

/** Empties the input, so that the same file can be chosen again after it was mended. */
function takeChosen(input: HTMLInputElement | null): readonly File[] {
  const files = [...(input?.files ?? [])];
  if (input) input.value = '';
  return files;
}
