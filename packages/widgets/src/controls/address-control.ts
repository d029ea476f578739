/** An address: the commune found by name in the dated catalogue, then house and street; or free text abroad. */
import { html } from 'lit';
import type { JsonObject, JsonValue } from '@motcua/form-engine/runtime';
import { type AddressInput, type AddressPart, emptyAddress } from '../elements/address-field/address-field.js';
import type { AddressProposal } from '../elements/address-field/address-proposal.js';
import type { ComboboxOption, ComboboxSearch } from '../elements/combobox-field/combobox-option.js';
import type { CatalogDirectory } from '../form/catalog-directory.js';
import { proposeUnits, searchUnits } from '../form/former-options.js';
import { issueText } from '../form/issue-text.js';
import { searchCatalog } from './choice-controls.js';
import { type ControlDefinition, type ControlView, type FieldSurroundings, forKinds } from './control.js';
import { fieldFrame } from './field-frame.js';

/** The day from which there are provinces and communes only. */
const firstOfTwoLevels = '2025-07-01';
const parts: readonly AddressPart[] = ['country', 'commune', 'detail', 'foreign'];

export const addressControl: ControlDefinition = {
  name: 'address',
  rank: forKinds('address'),
  render: (view) => {
    const { around } = view;
    const value = addressOf(view);
    const commune = around.catalogs.units?.commune(value.commune);
    const partErrors = errorsByPart(view);
    return html`<motcua-address-field
      ${fieldFrame(view, Object.keys(partErrors).length > 0 ? { error: '' } : {})}
      .abroadAllowed=${true}
      .value=${value}
      .communeLabel=${commune?.fullName ?? ''}
      .provinceLabel=${commune?.province.fullName ?? ''}
      .countryLabel=${around.catalogs.label('countries', value.country) ?? ''}
      .partErrors=${partErrors}
      .searchCommunes=${searchesOf(around).communes}
      .searchCountries=${searchesOf(around).countries}
      .findProposal=${searchesOf(around).proposal}
      @motcua-input=${(event: Event & { value: unknown }) => view.input(toEngineInput(event.value as AddressInput, around.catalogs))}
    ></motcua-address-field>`;
  },
};

/** A code of an earlier state of the list stands for another place today: it is asked about, never read as one of today's. */
function addressOf({ state, around: { catalogs } }: ControlView): AddressInput {
  const source = asObject(state.input) ?? asObject(state.value);
  if (!source) return emptyAddress;
  const text = (name: string): string => (typeof source[name] === 'string' ? source[name] : '');
  const isOutdated = text('commune') !== '' && isBeforeToday(text('unitsVersion'), catalogs);
  return {
    country: source['country'] === undefined && source['foreign'] === undefined ? 'VN' : text('country'),
    commune: isOutdated ? '' : text('commune'),
    communeTyped: text('communeTyped'),
    former: isOutdated ? text('commune') : text('former'),
    countryTyped: text('countryTyped'),
    detail: text('detail'),
    foreign: text('foreign'),
  };
}

/** States before July 2025 had other units under the same codes. */
function isBeforeToday(version: string, { units }: CatalogDirectory): boolean {
  return version !== '' && version < firstOfTwoLevels && version !== units?.version;
}

function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The province and the catalogue's date follow from the commune, so that a stored code can be read years later. */
function toEngineInput(input: AddressInput, catalogs: CatalogDirectory): JsonObject {
  const commune = catalogs.units?.commune(input.commune);
  return {
    ...input,
    province: commune?.province.code ?? '',
    unitsVersion: commune && catalogs.units ? catalogs.units.version : '',
  };
}

function errorsByPart({ state, node, around }: ControlView): Partial<Record<AddressPart, string>> {
  if (!state.showIssues) return {};
  const errors: Partial<Record<AddressPart, string>> = {};
  for (const issue of state.issues) {
    const named = issue.pointer.startsWith(`${node.pointer}/`)
      ? issue.pointer.slice(node.pointer.length + 1)
      : String(issue.params['part'] ?? '');
    const part = named === 'province' || named === 'unitsVersion' ? 'commune' : parts.find((one) => one === named);
    if (issue.severity === 'error' && part !== undefined) errors[part] ??= issueText(issue, around);
  }
  return errors;
}

interface AddressSearches {
  communes: ComboboxSearch;
  countries: ComboboxSearch;
  proposal: (former: string) => Promise<AddressProposal | undefined>;
}

const known = new WeakMap<CatalogDirectory, AddressSearches>();

/** The same functions at every drawing, so that the control sees no new property. */
function searchesOf({ catalogs, words }: FieldSurroundings): AddressSearches {
  const found = known.get(catalogs) ?? {
    communes: searchUnits(catalogs, words),
    countries: (query: string): readonly ComboboxOption[] =>
      searchCatalog(catalogs, 'countries', query).filter(({ value }) => value !== 'VN'),
    proposal: (former: string) => proposeUnits(former, catalogs, words),
  };
  known.set(catalogs, found);
  return found;
}
