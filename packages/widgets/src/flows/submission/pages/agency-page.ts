/** The choice of the agency that receives the dossier: province, then commune; or the commune at once, by its name. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ComboboxOption, MotcuaOptionInputEvent } from '../../../elements/combobox-field/combobox-option.js';
import { agencyInWords, type PageView } from '../page-view.js';

export function renderAgency(
  view: PageView & { searchCommunes: (query: string) => readonly ComboboxOption[] },
): TemplateResult {
  const { session, state, words, around } = view;
  const units = around?.catalogs.units;
  const { agency, agencySearch } = state;
  const commune = agency === undefined ? undefined : units?.commune(agency.code);
  const missing = state.reported.find(({ pointer }) => pointer === '#agency');
  const provinces = (units?.provinces ?? []).map(({ code, fullName, fullNameEn }) => ({
    value: code,
    label: words.locale === 'vi' ? fullName : fullNameEn,
  }));
  return html`
    <h1 class="title-1" tabindex="-1">${words.t('agency.title')}</h1>
    <p class="lead">${words.t('agency.lead')}</p>
    <div class="fields">
      <motcua-select-field
        .label=${words.t('agency.province')}
        .hint=${words.t('agency.provinceHint')}
        .placeholder=${words.t('agency.allProvinces')}
        .options=${provinces}
        .value=${agencySearch.province}
        @motcua-input=${(event: Event & { value: unknown }) => session.searchAgency({ province: String(event.value) })}
      ></motcua-select-field>
      <motcua-combobox-field
        required
        pointer="#agency"
        .label=${words.t('agency.commune')}
        .hint=${words.t('agency.communeHint')}
        .error=${missing ? words.t('issue.agency.missing') : ''}
        .value=${commune?.code ?? ''}
        .valueLabel=${commune?.fullName ?? ''}
        .valueDetail=${commune?.province.fullName ?? ''}
        .typed=${agencySearch.typed}
        .search=${view.searchCommunes}
        @motcua-input=${({ value, text }: MotcuaOptionInputEvent) => {
          session.searchAgency({ typed: value === '' ? text : '' });
          void session.chooseAgency(value === '' ? undefined : value);
        }}
      ></motcua-combobox-field>
      ${
        agency
          ? html`<motcua-notice tone="success" .heading=${words.t('agency.chosen')}
              >${agencyInWords(agency, words)}</motcua-notice
            >`
          : nothing
      }
    </div>
  `;
}
