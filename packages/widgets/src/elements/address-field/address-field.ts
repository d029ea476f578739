import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ChoiceOption, MotcuaChoiceField } from '../choice-field/choice-field.js';
import type { MotcuaComboboxField } from '../combobox-field/combobox-field.js';
import type { ComboboxOption, ComboboxSearch } from '../combobox-field/combobox-option.js';
import { MotcuaOptionInputEvent } from '../combobox-field/combobox-option.js';
import { FieldElement } from '../field/field-element.js';
import { addressFieldStyles } from './address-field.styles.js';
import { type AddressCandidate, type AddressProposal, describeProposal, renderProposal } from './address-proposal.js';

/** An address as it is typed. `country` is ISO 3166-1 alpha-2, `VN` for one in Vietnam; what does not apply is empty. */
export interface AddressInput {
  readonly country: string;
  /** Code of the commune chosen. */
  readonly commune: string;
  /** Typed text that is not a commune yet. */
  readonly communeTyped: string;
  /** Code of a former unit that was chosen and waits to be confirmed as a commune of today. */
  readonly former: string;
  /** Typed text that is not a country yet. */
  readonly countryTyped: string;
  readonly detail: string;
  readonly foreign: string;
}

export type AddressPart = 'country' | 'commune' | 'detail' | 'foreign';

export const emptyAddress: AddressInput = {
  country: 'VN',
  commune: '',
  communeTyped: '',
  former: '',
  countryTyped: '',
  detail: '',
  foreign: '',
};

const communeOf = (
  option: Pick<ComboboxOption, 'label' | 'detail'> | undefined,
): Pick<MotcuaAddressField, 'communeLabel' | 'provinceLabel'> => ({
  communeLabel: option?.label ?? '',
  provinceLabel: option?.detail ?? '',
});

/**
 * An address in Vietnam (commune found by name, then house and street) or abroad (country and free text). Parts that are put away
 * keep what was typed. It knows no list: searches and the words of chosen codes come in as properties. A unit of before is an option that
 * proposes: the panel under the search names what stands there today, and only a press of its button makes it the answer.
 *
 * @summary An address in the country or abroad.
 * @tag motcua-address-field
 * @fires {MotcuaInputEvent<AddressInput>} motcua-input - The whole address.
 * @fires {MotcuaChangeEvent<AddressInput>} motcua-change - A part was committed.
 * @fires {MotcuaBlurEvent} motcua-blur - Focus left the field.
 */
export class MotcuaAddressField extends FieldElement {
  static override styles: CSSResultGroup = [FieldElement.styles, addressFieldStyles];

  @property({ attribute: false }) value: AddressInput = emptyAddress;
  @property({ attribute: false }) searchCommunes: ComboboxSearch = () => [];
  @property({ attribute: false }) searchCountries: ComboboxSearch = () => [];
  /** Says which communes of today a former unit may be; undefined for a code that is none. */
  @property({ attribute: false }) findProposal: (former: string) => Promise<AddressProposal | undefined> = () =>
    Promise.resolve(undefined);
  /** Words for the commune, its province and the country in `value`. */
  @property({ attribute: 'commune-label' }) communeLabel = '';
  @property({ attribute: 'province-label' }) provinceLabel = '';
  @property({ attribute: 'country-label' }) countryLabel = '';
  /** What is wrong, by part. `error` stands for the whole. */
  @property({ attribute: false }) partErrors: Readonly<Partial<Record<AddressPart, string>>> = {};
  /** Whether the choice between Vietnam and abroad is offered; else only Vietnam. */
  @property({ type: Boolean, attribute: 'abroad-allowed' }) abroadAllowed = false;
  /** Whether house and street must be given. */
  @property({ type: Boolean, attribute: 'detail-required' }) detailRequired = false;

  @state() private proposal: AddressProposal | undefined;
  @state() private picked = '';

  @query('#where') private where!: MotcuaChoiceField | null;
  @query('#commune') private commune!: MotcuaComboboxField | null;

  /** Focuses one part. */
  focusPart(part: AddressPart): void {
    const shown = part === 'country' && this.#abroad ? 'country' : part === 'country' ? 'where' : part;
    this.renderRoot.querySelector<HTMLElement>(`#${shown}`)?.focus();
  }

  protected override get focusTarget(): HTMLElement | null {
    const wrong = (['country', 'commune', 'detail', 'foreign'] as const).find((part) => this.partErrors[part]);
    const first = wrong === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`#${wrong}`);
    return first ?? this.where ?? this.commune ?? this.renderRoot.querySelector<HTMLElement>('#country');
  }

  get #abroad(): boolean {
    return this.value.country !== 'VN' && this.abroadAllowed;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { former } = this.value;
    if (!changed.has('value') || (changed.get('value')?.former ?? '') === former) return;
    this.proposal = undefined;
    this.picked = '';
    if (former !== '') void this.#propose(former);
  }

  /** Asks about the unit of before, unless another one was asked about meanwhile. */
  async #propose(former: string): Promise<void> {
    const proposal = await this.findProposal(former).catch(() => undefined);
    if (this.value.former !== former || proposal === undefined) return;
    this.proposal = proposal;
    this.announce(describeProposal(proposal, (key, params) => this.t(key, params)));
  }

  protected override render(): TemplateResult {
    const parts = html`<div class="parts" @motcua-change=${stop} @motcua-blur=${stop}>
      ${this.abroadAllowed && !this.readonly ? this.#renderWhere() : nothing}${this.#abroad ? this.#renderAbroad() : this.#renderInVietnam()}
    </div>`;
    return this.renderField(parts, { group: 'group' });
  }

  #renderWhere(): TemplateResult {
    const options: readonly ChoiceOption[] = [
      { value: 'VN', label: this.t('address.inVietnam') },
      { value: 'abroad', label: this.t('address.abroad') },
    ];
    return html`<motcua-choice-field
      id="where"
      required
      columns="2"
      .label=${this.t('address.where')}
      .options=${options}
      .value=${this.#abroad ? 'abroad' : 'VN'}
      @motcua-input=${this.#onWhere}
    ></motcua-choice-field>`;
  }

  #renderInVietnam(): TemplateResult {
    return html`<motcua-combobox-field
        id="commune"
        .label=${this.t('address.commune')}
        .hint=${this.readonly ? '' : this.t('address.communeHint')}
        .error=${this.partErrors.commune ?? ''}
        .value=${this.value.commune}
        .valueLabel=${this.communeLabel}
        .valueDetail=${this.provinceLabel}
        .typed=${this.value.communeTyped}
        .search=${this.searchCommunes}
        ?required=${this.required}
        ?readonly=${this.readonly}
        @motcua-input=${this.#onCommune}
      ></motcua-combobox-field>
      ${this.#renderProposal()}
      ${
        this.readonly && this.value.detail === ''
          ? nothing
          : html`<motcua-text-field
              id="detail"
              .label=${this.t('address.detail')}
              .error=${this.partErrors.detail ?? ''}
              .value=${this.value.detail}
              .autocomplete=${this.autocomplete}
              ?required=${this.detailRequired}
              ?readonly=${this.readonly}
              @motcua-input=${(event: Event) => this.#onText('detail', event)}
            ></motcua-text-field>`
      }`;
  }

  #renderProposal(): TemplateResult | typeof nothing {
    const { proposal, picked } = this;
    if (proposal === undefined || this.readonly || this.value.commune !== '') return nothing;
    return renderProposal({
      proposal,
      picked,
      t: (key, params) => this.t(key, params),
      pick: (value) => (this.picked = value),
      confirm: (candidate) => this.#confirm(candidate),
      dismiss: () => this.#dismiss(),
    });
  }

  #renderAbroad(): TemplateResult {
    return html`<motcua-combobox-field
        id="country"
        .label=${this.t('address.country')}
        .error=${this.partErrors.country ?? ''}
        .value=${this.value.country}
        .valueLabel=${this.countryLabel}
        .typed=${this.value.countryTyped}
        .search=${this.searchCountries}
        ?required=${this.required}
        ?readonly=${this.readonly}
        @motcua-input=${this.#onCountry}
      ></motcua-combobox-field>
      <motcua-textarea-field
        id="foreign"
        rows="3"
        .label=${this.t('address.foreign')}
        .hint=${this.readonly ? '' : this.t('address.foreignHint')}
        .error=${this.partErrors.foreign ?? ''}
        .value=${this.value.foreign}
        ?required=${this.required}
        ?readonly=${this.readonly}
        @motcua-input=${(event: Event) => this.#onText('foreign', event)}
      ></motcua-textarea-field>`;
  }

  readonly #onWhere = (event: Event): void => {
    const abroad = (event as Event & { value: string }).value === 'abroad';
    this.#report(event, { country: abroad ? '' : 'VN' });
    if (!abroad) this.countryLabel = '';
    this.emitChange(this.value);
  };

  readonly #onCommune = (event: Event): void => {
    if (!(event instanceof MotcuaOptionInputEvent)) return;
    Object.assign(this, communeOf(event.option));
    const former = event.option?.proposes ?? '';
    this.#report(event, { commune: event.value, communeTyped: event.value === '' ? event.text : '', former });
    if (event.option !== undefined) this.emitChange(this.value);
  };

  /** The commune of today becomes the answer, by the citizen's own press. */
  #confirm(candidate: AddressCandidate): void {
    Object.assign(this, communeOf(candidate));
    this.#change({ commune: candidate.value, communeTyped: '', former: '' });
    this.emitChange(this.value);
    this.announce(this.t('combobox.chosen', { label: `${candidate.label}, ${candidate.detail}` }));
    this.commune?.focus();
  }

  #dismiss(): void {
    this.#change({ communeTyped: '', former: '' });
    this.commune?.focus();
  }

  readonly #onCountry = (event: Event): void => {
    if (!(event instanceof MotcuaOptionInputEvent)) return;
    this.countryLabel = event.option?.label ?? '';
    this.#report(event, { country: event.value, countryTyped: event.value === '' ? event.text : '' });
    if (event.option !== undefined) this.emitChange(this.value);
  };

  #onText(part: 'detail' | 'foreign', event: Event): void {
    this.#report(event, { [part]: (event as Event & { value: string }).value });
  }

  /** Replaces the part's own event by one for the whole address. */
  #report(event: Event, change: Partial<AddressInput>): void {
    event.stopPropagation();
    this.#change(change);
  }

  #change(change: Partial<AddressInput>): void {
    this.value = { ...this.value, ...change };
    this.emitInput(this.value);
  }
}

function stop(event: Event): void {
  event.stopPropagation();
}
