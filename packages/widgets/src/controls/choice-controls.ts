/** Two to five options as tiles, six to twelve in a select, more in a combobox. */
import { html } from 'lit';
import type { JsonValue, PlanNode } from '@motcua/form-engine/runtime';
import type { ChoiceOption } from '../elements/choice-field/choice-field.js';
import type {
  ComboboxOption,
  ComboboxSearch,
  MotcuaOptionInputEvent,
} from '../elements/combobox-field/combobox-option.js';
import type { CatalogDirectory } from '../form/catalog-directory.js';
import type { ControlDefinition, ControlView } from './control.js';
import { fieldFrame } from './field-frame.js';

const mostTiles = 5;
const mostInSelect = 12;

/** The values on offer now, with their words; narrowed by the conditions that hold. */
function optionsOf({ node, state, texts, around }: ControlView): readonly ChoiceOption[] {
  const values = (state.allowed ?? node.options?.values ?? defaultValues(node)).map(String);
  return values.map((value) => {
    const words = texts.options?.[value];
    return {
      value,
      label: words?.label ?? booleanWord(value, node, around.words),
      ...(words?.hint === undefined ? {} : { hint: words.hint }),
    };
  });
}

function defaultValues(node: PlanNode): readonly boolean[] {
  return node.kind === 'boolean' ? [true, false] : [];
}

function booleanWord(value: string, node: PlanNode, words: ControlView['around']['words']): string {
  if (node.kind !== 'boolean') return value;
  return words.t(value === 'true' ? 'review.yes' : 'review.no');
}

/** An option's text back to the value it stands for. */
function valueOf({ node, state }: ControlView, text: string): JsonValue | undefined {
  if (text === '') return undefined;
  return (state.allowed ?? node.options?.values ?? defaultValues(node)).find((value) => String(value) === text) ?? text;
}

function chosen({ state }: ControlView): string {
  return state.value === undefined ? '' : String(state.value);
}

function countOf(node: PlanNode): number {
  return node.kind === 'boolean' ? 2 : (node.options?.values?.length ?? Infinity);
}

const isChoice = (node: PlanNode): boolean => ['choice', 'boolean', 'large-choice'].includes(node.kind);

export const tilesControl: ControlDefinition = {
  name: 'tiles',
  rank: (node) => isChoice(node) && countOf(node) <= mostTiles && 20,
  render: (view) => {
    const options = optionsOf(view);
    const longest = Math.max(...options.map(({ label, hint }) => (hint === undefined ? label.length : Infinity)));
    return html`<motcua-choice-field
      ${fieldFrame(view)}
      .columns=${longest <= 9 ? Math.min(3, options.length) : longest <= 16 && options.length === 2 ? 2 : 1}
      .options=${options}
      .value=${chosen(view)}
      @motcua-input=${(event: Event & { value: unknown }) => view.choose(valueOf(view, String(event.value)))}
    ></motcua-choice-field>`;
  },
};

export const selectControl: ControlDefinition = {
  name: 'select',
  rank: (node) => isChoice(node) && countOf(node) <= mostInSelect && 15,
  render: (view) =>
    html`<motcua-select-field
      ${fieldFrame(view)}
      .options=${optionsOf(view)}
      .value=${chosen(view)}
      @motcua-input=${(event: Event & { value: unknown }) => view.choose(valueOf(view, String(event.value)))}
    ></motcua-select-field>`,
};

export const comboboxControl: ControlDefinition = {
  name: 'combobox',
  rank: (node) => isChoice(node) && 10,
  render: (view) => {
    const { node, around } = view;
    const value = chosen(view);
    return html`<motcua-combobox-field
      ${fieldFrame(view)}
      .search=${searchOf(view)}
      .value=${value}
      .valueLabel=${node.options?.catalog === undefined ? value : (around.catalogs.label(node.options.catalog, value) ?? value)}
      .typed=${typedName(view)}
      @motcua-input=${({ value, text }: MotcuaOptionInputEvent) => {
        if (value === '' && text !== '') view.input({ typed: text });
        else view.choose(value === '' ? undefined : value);
      }}
    ></motcua-combobox-field>`;
  },
};

/** A name that was typed and is no choice yet stays in the input, so that the draft keeps it. */
function typedName({ state: { input } }: ControlView): string {
  const name = typeof input === 'object' && input !== null && !Array.isArray(input) ? input['typed'] : undefined;
  return typeof name === 'string' ? name : '';
}

const searches = new WeakMap<CatalogDirectory, Map<string, ComboboxSearch>>();

/** One function for each catalogue, so that a control does not see a new property on every drawing. */
function searchOf({ node, around }: ControlView): ComboboxSearch {
  const name = node.options?.catalog ?? '';
  const known = searches.get(around.catalogs) ?? new Map<string, ComboboxSearch>();
  searches.set(around.catalogs, known);
  const found = known.get(name) ?? ((query: string) => searchCatalog(around.catalogs, name, query));
  known.set(name, found);
  return found;
}

/** The entries of a catalogue that a typed text finds; all of them for the empty text. */
export function searchCatalog(catalogs: CatalogDirectory, name: string, query: string): readonly ComboboxOption[] {
  if (query.trim() === '') return catalogs.entries(name);
  return catalogs
    .search(name)(query, 60)
    .map(({ entry: { value, label }, ranges }) => ({ value, label, ranges }));
}
