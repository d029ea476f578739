import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { TypingController } from '../../base/typing-controller.js';
import { renderIcon } from '../../icons/icon.js';
import { checkIcon, crossIcon, pinIcon, searchIcon } from '../../icons/paths.js';
import { FieldElement } from '../field/field-element.js';
import { comboboxStyles } from './combobox-field.styles.js';
import { keyAction } from './combobox-keys.js';
import {
  groupOptions,
  MotcuaOptionChangeEvent,
  MotcuaOptionInputEvent,
  type ComboboxOption,
  type ComboboxSearch,
  type OptionGroup,
} from './combobox-option.js';
import { SearchController } from './combobox-search.js';
import { FloatingList } from './floating-list.js';
import { renderOptions } from './render-options.js';

const announceDelay = 600;

/** More are not drawn; the count under the list says how many there are. */
const drawnLimit = 100;

/**
 * A long list found by typing: the ARIA 1.2 combobox with a list. Focus stays in the input; the list stands in the flow in a narrow
 * container and floats in a wide one. Typed text that is not an option stays in the box, with an empty value.
 *
 * @summary A combobox with a searched list.
 * @tag motcua-combobox-field
 * @fires {MotcuaOptionInputEvent} motcua-input - `.value` of the chosen option or empty, `.text` in the box, `.option`.
 * @fires {MotcuaOptionChangeEvent} motcua-change - An option was chosen or the box was cleared.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 * @csspart control - The box around the input.
 * @csspart listbox - The list.
 * @csspart option - One option.
 * @csspart group - A group of options.
 */
export class MotcuaComboboxField extends FieldElement {
  static override styles: CSSResultGroup = [FieldElement.styles, comboboxStyles];

  /** Value of the chosen option; empty for none. */
  @property() value = '';
  /** The words of the chosen option. */
  @property({ attribute: 'value-label' }) valueLabel = '';
  /** A line under the box with a tick, as the province of the chosen commune. */
  @property({ attribute: 'value-detail' }) valueDetail = '';
  /** Typed text that is not (yet) an option. */
  @property() typed = '';
  @property({ attribute: false }) search: ComboboxSearch = () => [];
  @property() placeholder = '';

  @state() private open = false;
  @state() private active = -1;
  @query('#control') private input!: HTMLInputElement | null;
  @query('.popup') private popup!: HTMLElement | null;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  readonly #floating = new FloatingList(this, () => this.renderRoot.querySelector<HTMLElement>('.box'));
  readonly #found = new SearchController(this, (more) => this.#onFound(more));
  readonly #typing = new TypingController(
    this,
    () => this.input,
    () => this.#text,
    (text) => this.#onTyped(text),
  );

  protected override get focusTarget(): HTMLElement | null {
    return this.input;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#announcing);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.open && this.popup !== null) this.#floating.show(this.popup);
    else this.#floating.hide();
    this.#keepActiveInView();
  }

  protected override render(): TemplateResult {
    if (this.readonly)
      return this.renderField(html`${this.renderReadonlyBox(this.#text)}${this.#renderDetail()}`, {
        labelFor: 'control',
      });
    return this.renderField(
      html`<div class="anchor">${this.#renderBox()}${this.#renderPopup()}</div>
        ${this.#renderDetail()}`,
      { labelFor: 'control' },
    );
  }

  /** What stands in the box. */
  get #text(): string {
    return this.value === '' ? this.typed : this.valueLabel || this.value;
  }

  get #groups(): readonly OptionGroup[] {
    return groupOptions(this.#found.options.slice(0, drawnLimit));
  }

  /** The options in the order in which they are drawn. */
  get #drawn(): readonly ComboboxOption[] {
    return this.#groups.flatMap((group) => group.options.map(({ option }) => option));
  }

  #renderBox(): TemplateResult {
    return html`<div part="control" class=${this.boxClass}>
      ${renderIcon(this.value !== '' && this.valueDetail !== '' ? pinIcon : searchIcon)}
      <input
        id="control"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="listbox"
        aria-activedescendant=${this.open && this.active >= 0 ? `option-${this.active}` : nothing}
        aria-required=${this.mandatory}
        aria-invalid=${this.invalid}
        aria-describedby=${this.describedBy}
        name=${this.name || nothing}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder=${this.placeholder || nothing}
        @input=${this.#typing.onInput}
        @compositionstart=${this.#typing.onCompositionStart}
        @compositionend=${this.#typing.onCompositionEnd}
        @keydown=${this.#onKeydown}
        @click=${this.#onClick}
        @blur=${this.#onBlur}
      />
      ${this.renderTrailing()}${
        this.#text === ''
          ? nothing
          : html`<button
              type="button"
              class="button icon-only"
              aria-label=${this.t('combobox.clear')}
              @click=${this.#clear}
            >
              ${renderIcon(crossIcon)}
            </button>`
      }
    </div>`;
  }

  #renderPopup(): TemplateResult {
    return html`<div class="popup" ?hidden=${!this.open} @pointerdown=${keepFocus} @mousedown=${keepFocus}>
      <div
        id="listbox"
        part="listbox"
        class=${this.#found.options.some(({ detail }) => detail !== undefined) ? 'listbox' : 'listbox one-line'}
        role="listbox"
        tabindex="-1"
        aria-label=${this.t('combobox.options', { label: this.label })}
        ?hidden=${this.#found.options.length === 0}
      >
        ${renderOptions(this.#groups, this.active, this.#choose)}
      </div>
      <p class=${this.#found.options.length === 0 ? 'footer alone' : 'footer'} aria-hidden="true">${this.#countText}</p>
    </div>`;
  }

  #renderDetail(): TemplateResult | typeof nothing {
    if (this.value === '' || this.valueDetail === '') return nothing;
    return html`<p class="under">${renderIcon(checkIcon)}<span>${this.valueDetail}</span></p>`;
  }

  get #countText(): string {
    const { state: searchState, options, query: text } = this.#found;
    if (searchState === 'searching') return this.t('combobox.searching');
    if (searchState === 'failed') return this.t('combobox.failed');
    if (options.length === 0) return this.t('combobox.none', { query: text });
    return text === ''
      ? this.t('combobox.total', { count: options.length })
      : this.t('combobox.count', { count: options.length, query: text });
  }

  #onTyped(text: string): void {
    this.typed = text;
    this.#forgetChoice();
    this.dispatchEvent(new MotcuaOptionInputEvent('', text, undefined));
    this.#searchFor(text);
  }

  #forgetChoice(): void {
    this.value = '';
    this.valueLabel = '';
    this.valueDetail = '';
  }

  #searchFor(text: string): void {
    void this.#found.run(this.search, text.trim());
  }

  #onFound(more: boolean): void {
    const { options, query: text, state: searchState } = this.#found;
    if (more && !this.open) return;
    if (!more) this.active = text !== '' && options.length > 0 ? 0 : -1;
    this.open =
      this.input?.matches(':focus') === true && (text !== '' || options.length > 0 || searchState === 'failed');
    this.#announceCount();
  }

  #announceCount(): void {
    clearTimeout(this.#announcing);
    if (this.open) this.#announcing = setTimeout(() => this.announce(this.#countText), announceDelay);
  }

  readonly #onClick = (): void => {
    if (!this.open) this.#searchFor(this.value === '' ? this.typed : '');
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const action = keyAction(event, { open: this.open, active: this.active, count: this.#drawn.length });
    if (action === undefined) return;
    event.preventDefault();
    if (action === 'search') this.#searchFor(this.value === '' ? this.typed : '');
    else if (action === 'close') this.#close();
    else if (action === 'choose') this.#chooseActive();
    else this.active = action.moveTo;
  };

  #chooseActive(): void {
    const option = this.#drawn[this.active];
    if (option !== undefined) this.#choose(option);
  }

  readonly #choose = (option: ComboboxOption): void => {
    if (option.refine !== undefined) {
      this.typed = option.refine;
      this.#searchFor(option.refine);
      return;
    }
    if (option.proposes !== undefined) {
      this.#close();
      this.typed = option.label;
      this.dispatchEvent(new MotcuaOptionInputEvent('', option.label, option));
      return;
    }
    this.#accept(option);
    this.#close();
    this.announce(this.t('combobox.chosen', { label: [option.label, option.detail].filter(Boolean).join(', ') }));
  };

  #accept(option: ComboboxOption): void {
    this.typed = '';
    this.value = option.value;
    this.valueLabel = option.label;
    this.valueDetail = option.detail ?? '';
    this.dispatchEvent(new MotcuaOptionInputEvent(option.value, option.label, option));
    this.dispatchEvent(new MotcuaOptionChangeEvent(option.value, option.label, option));
  }

  readonly #clear = (): void => {
    this.typed = '';
    this.#forgetChoice();
    this.#close();
    this.input?.focus();
    this.dispatchEvent(new MotcuaOptionInputEvent('', '', undefined));
    this.dispatchEvent(new MotcuaOptionChangeEvent('', '', undefined));
  };

  /** Leaving the box with the full name of exactly one option typed chooses it. */
  readonly #onBlur = (): void => {
    const typed = foldCase(this.typed);
    const matching =
      this.value === '' && typed !== ''
        ? this.#found.options.filter((option) => isAnswer(option) && foldCase(option.label) === typed)
        : [];
    const [only] = matching;
    if (only !== undefined && matching.length === 1 && foldCase(this.#found.query) === typed) this.#accept(only);
    this.#close();
  };

  #close(): void {
    this.open = false;
    this.active = -1;
    clearTimeout(this.#announcing);
  }

  #keepActiveInView(): void {
    const option =
      this.open && this.active >= 0 ? this.renderRoot.querySelector<HTMLElement>(`#option-${this.active}`) : null;
    const list = option?.closest<HTMLElement>('.listbox');
    if (option === null || list === null || list === undefined) return;
    const top = option.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (top < 0) list.scrollTop += top;
    else if (top + option.offsetHeight > list.clientHeight)
      list.scrollTop += top + option.offsetHeight - list.clientHeight;
  }
}

function keepFocus(event: Event): void {
  event.preventDefault();
}

function isAnswer({ refine, proposes }: ComboboxOption): boolean {
  return refine === undefined && proposes === undefined;
}

function foldCase(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('vi');
}
