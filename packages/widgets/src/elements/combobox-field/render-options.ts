/** Draws the options of a list, group by group, with the matched letters in bold. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderIcon } from '../../icons/icon.js';
import { pinIcon, refreshIcon } from '../../icons/paths.js';
import { splitMatches, type ComboboxOption, type OptionGroup } from './combobox-option.js';

type Choose = (option: ComboboxOption) => void;

/** `active` is the index of the option that the keyboard stands on; -1 for none. */
export function renderOptions(
  groups: readonly OptionGroup[],
  active: number,
  choose: Choose,
): readonly TemplateResult[] {
  return groups.map((group, at) => renderGroup(group, at, active, choose));
}

function renderGroup(group: OptionGroup, at: number, active: number, choose: Choose): TemplateResult {
  const options = group.options.map(({ option, index }) => renderOption(option, index, index === active, choose));
  if (group.name === '') return html`${options}`;
  return html`<div part="group" role="group" aria-labelledby=${`group-${at}`}>
    <div id=${`group-${at}`} class="group-name" role="presentation">${group.name}</div>
    ${options}
  </div>`;
}

function renderOption(option: ComboboxOption, index: number, active: boolean, choose: Choose): TemplateResult {
  return html`<div
    id=${`option-${index}`}
    part="option"
    class=${active ? 'option active' : 'option'}
    role="option"
    aria-selected=${active ? 'true' : 'false'}
    @click=${() => choose(option)}
  >
    ${option.icon === undefined ? nothing : renderIcon(option.icon === 'former' ? refreshIcon : pinIcon)}
    <span>${renderLabel(option)}${renderDetail(option)}</span>
  </div>`;
}

function renderLabel(option: ComboboxOption): readonly (TemplateResult | string)[] {
  return splitMatches(option.label, option.ranges).map(({ text, match }) => (match ? html`<b>${text}</b>` : text));
}

function renderDetail({ detail }: ComboboxOption): TemplateResult | typeof nothing {
  if (detail === undefined) return nothing;
  return html`<span class="visually-hidden">, </span><span class="second">${detail}</span>`;
}
