import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { MotcuaFileActionEvent, MotcuaFilesEvent } from '../../base/events.js';
import { renderIcon } from '../../icons/icon.js';
import { cameraIcon, uploadIcon } from '../../icons/paths.js';
import { tagStyles } from '../../styles/tag.js';
import { toneStyles } from '../../styles/tones.js';
import { FieldElement } from '../field/field-element.js';
import { renderPaperTag } from './paper-tag.js';
import { fileFieldStyles } from './file-field.styles.js';
import type { FileRow } from './file-row.js';
import { openPicker } from './pick-files.js';
import { renderFileRow } from './render-file-row.js';

/**
 * One paper: its name, what is asked of it, the files given so far and the ways to give more. It sends nothing itself.
 *
 * @summary A paper with its files.
 * @tag motcua-file-field
 * @fires {MotcuaBeforePickEvent} motcua-before-pick - The camera or the dialog is about to open: save state, `waitUntil` holds it back.
 * @fires {MotcuaFilesEvent} motcua-files - `.files` were chosen or dropped; `.replaces` is the row they stand for.
 * @fires {MotcuaFileActionEvent} motcua-file-action - `.action` (`cancel`, `retry`, `remove`) on the row `.rowId`.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart file - One file row.
 */
export class MotcuaFileField extends FieldElement {
  static override styles: CSSResultGroup = [FieldElement.styles, toneStyles, tagStyles, fileFieldStyles];

  @property({ attribute: false }) rows: readonly FileRow[] = [];
  /** What the dialog offers, as `image/*,application/pdf`. What comes is judged by its content later. */
  @property() accept = 'image/*,application/pdf';
  @property({ type: Boolean }) multiple = false;
  /** Whether the camera makes sense for this paper. */
  @property({ type: Boolean, attribute: 'no-camera' }) noCamera = false;

  @state() private dragging = false;
  @query('#camera') private camera!: HTMLInputElement | null;
  @query('#picker') private picker!: HTMLInputElement | null;
  @query('#choose') private chooseButton!: HTMLButtonElement | null;
  #replaces: string | undefined;

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.row.refused button') ?? this.chooseButton;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get('rows');
    if (before !== undefined && this.hasUpdated) this.#tellChanges(before);
    this.#focused = this.shadowRoot?.activeElement ?? null;
    this.#focusedRow = this.#focused?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#keepFocus();
  }

  protected override render(): TemplateResult {
    const control = html`<ul class="rows">
        ${repeat(
          this.rows,
          (row) => row.id,
          (row) => this.#renderRow(row),
        )}
      </ul>
      ${this.readonly ? nothing : this.#renderPicking()}`;
    const beside = renderPaperTag(this.rows, this.error !== '', this.words.texts);
    return this.renderField(control, { group: 'group', beside });
  }

  #renderRow(row: FileRow): TemplateResult {
    return html`<li part="file" class=${row.state.kind === 'refused' ? 'row refused' : 'row'} data-row=${row.id}>
      ${renderFileRow(row, this.words.texts, {
        act: (action, { id }) => this.#act(action, id),
        chooseAnother: ({ id }) => this.#pick('picker', id),
      })}
    </li>`;
  }

  /** A single file that is there is replaced by its own buttons; a refused one offers its cure. */
  get #takesMore(): boolean {
    return this.rows.length === 0 || (this.multiple && this.rows.some(({ state: { kind } }) => kind !== 'refused'));
  }

  #renderPicking(): TemplateResult {
    return html`${this.#takesMore ? this.#renderButtons(this.rows.length > 0) : nothing}
      <input
        id="camera"
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        @change=${() => this.#onPicked('camera')}
      />
      <input
        id="picker"
        type="file"
        hidden
        accept=${this.accept}
        ?multiple=${this.multiple}
        @change=${() => this.#onPicked('picker')}
      />`;
  }

  #renderButtons(more: boolean): TemplateResult {
    return html`<div
      class=${classMap({ buttons: true, zone: !more, over: this.dragging })}
      @dragover=${this.#onDragOver}
      @dragleave=${this.#onDragLeave}
      @drop=${this.#onDrop}
    >
      <span class="drop-words">${renderIcon(uploadIcon)}${this.t('file.drop')}</span>
      ${
        this.noCamera
          ? nothing
          : html`<button
              type="button"
              class="button secondary"
              aria-describedby=${this.describedBy}
              @click=${() => this.#pick('camera')}
            >
              ${renderIcon(cameraIcon)}${this.t(more ? 'file.cameraMore' : 'file.camera')}
            </button>`
      }
      <button
        id="choose"
        type="button"
        class="button secondary"
        aria-describedby=${this.describedBy}
        @click=${() => this.#pick('picker')}
      >
        ${more ? renderIcon(uploadIcon) : nothing}${this.t('file.choose')}
      </button>
    </div>`;
  }

  #pick(source: 'camera' | 'picker', replaces?: string): void {
    this.#replaces = replaces;
    const input = source === 'camera' ? this.camera : this.picker;
    if (input !== null) void openPicker(this, input, source);
  }

  #onPicked(source: 'camera' | 'picker'): void {
    const input = source === 'camera' ? this.camera : this.picker;
    const files = [...(input?.files ?? [])];
    // Emptied, so that choosing the same file again is a change.
    if (input !== null) input.value = '';
    this.#report(files, source, this.#replaces);
    this.#replaces = undefined;
  }

  #report(files: readonly File[], source: 'camera' | 'picker' | 'drop', replaces?: string): void {
    if (files.length > 0)
      this.dispatchEvent(new MotcuaFilesEvent(this.multiple ? files : files.slice(0, 1), source, replaces));
  }

  readonly #onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.dragging = true;
  };

  readonly #onDragLeave = (): void => {
    this.dragging = false;
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.dragging = false;
    this.#report([...(event.dataTransfer?.files ?? [])], 'drop');
  };

  #act(action: 'cancel' | 'retry' | 'remove', rowId: string): void {
    this.dispatchEvent(new MotcuaFileActionEvent(action, rowId));
  }

  /** Says what a citizen who does not see the rows must know: done, refused, waiting, gone. */
  #tellChanges(before: readonly FileRow[]): void {
    for (const row of this.rows) {
      const old = before.find(({ id }) => id === row.id);
      if (old?.state.kind !== row.state.kind) this.#tellState(row);
    }
    for (const row of before) {
      if (!this.rows.some(({ id }) => id === row.id))
        this.announce(this.t('file.announce.removed', { name: row.name }));
    }
  }

  #tellState(row: FileRow): void {
    if (row.state.kind === 'done') this.announce(this.t('file.announce.done', { name: row.name }));
    else if (row.state.kind === 'waiting') this.announce(this.t('file.announce.waiting', { name: row.name }));
    else if (row.state.kind === 'refused') this.announce(row.state.message);
  }

  #focused: Element | null = null;
  #focusedRow: string | undefined;

  /** When the button that had the focus is gone, it goes to another of its row, or to the one that gives a file. */
  #keepFocus(): void {
    if (this.#focused === null || this.#focused.isConnected) return;
    const id = this.#focusedRow;
    const row =
      id === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] button`);
    (row ?? this.focusTarget)?.focus();
  }
}
