/** One line and several lines of text, numbers of identity, telephone numbers and addresses of mail. */
import { html } from 'lit';
import { readLegacyText } from '@motcua/form-engine/text';
import { findLoadedKind } from '../form/further-kinds.js';
import type { TextFieldKind } from '../elements/text-field/text-field.js';
import { type ControlDefinition, type ControlView, forKinds } from './control.js';
import { fieldFrame } from './field-frame.js';

/** What is typed wins over the value, so that nothing a person wrote disappears; the engine keeps it until the field is left. */
function typedText({ state, node, around }: ControlView): string {
  if (typeof state.input === 'string') return state.input;
  const kind = findLoadedKind(node.kind);
  if (kind && state.value !== undefined) {
    const shown = kind.format(state.value, { locale: around.words.locale });
    return typeof shown === 'object' ? kind.summarize(state.value, { locale: around.words.locale }) : String(shown);
  }
  return state.value === undefined || state.value === null ? '' : String(state.value);
}

function renderText(view: ControlView, kind: TextFieldKind, digitCount = 0) {
  return html`<motcua-text-field
    ${fieldFrame(view, { note: noteOf(view), suggestion: readingOf(view) })}
    .kind=${kind}
    .digitCount=${digitCount}
    .value=${typedText(view)}
    @motcua-input=${(event: Event & { value: unknown }) => view.input(String(event.value))}
  ></motcua-text-field>`;
}

/** What a text of before Unicode seems to say: offered, and taken over by a press alone. */
function readingOf(view: ControlView): string {
  const { showIssues, issues } = view.state;
  if (!showIssues || !issues.some(({ code }) => code === 'kind.legacy-encoding')) return '';
  return readLegacyText(typedText(view))?.reading ?? '';
}

/** A name is printed in capitals on the official paper. */
function noteOf({ node, state, around }: ControlView): string {
  if (node.kind !== 'person-name' || typeof state.value !== 'string') return '';
  return around.words.t('field.printedAs', { name: state.value.toLocaleUpperCase('vi') });
}

export const textControl: ControlDefinition = {
  name: 'text',
  rank: (node) => (['text', 'person-name'].includes(node.kind) ? 10 : 1),
  render: (view) => renderText(view, 'text'),
};

export const digitsControl: ControlDefinition = {
  name: 'digits',
  rank: forKinds('citizen-number'),
  render: (view) => renderText(view, 'digits', 12),
};

export const numberControl: ControlDefinition = {
  name: 'number',
  rank: forKinds('integer'),
  render: (view) => renderText(view, 'digits'),
};

export const phoneControl: ControlDefinition = {
  name: 'phone',
  rank: forKinds('phone'),
  render: (view) => renderText(view, 'tel'),
};

export const emailControl: ControlDefinition = {
  name: 'email',
  rank: forKinds('email'),
  render: (view) => renderText(view, 'email'),
};

export const textareaControl: ControlDefinition = {
  name: 'textarea',
  rank: forKinds('long-text'),
  render: (view) => {
    return html`<motcua-textarea-field
      ${fieldFrame(view, { suggestion: readingOf(view) })}
      .characterLimit=${view.node.maxLength ?? 0}
      .value=${typedText(view)}
      @motcua-input=${(event: Event & { value: unknown }) => view.input(String(event.value))}
    ></motcua-textarea-field>`;
  },
};
