/** A computed answer, shown as a fact that is read, not edited. */
import { html } from 'lit';
import { describeAnswer } from '../form/answer-text.js';
import { lockIcon } from '../icons/paths.js';
import type { ControlDefinition } from './control.js';

export const factControl: ControlDefinition = {
  name: 'fact',
  rank: (node) => (node.readOnly ? 30 : false),
  render: ({ node, state, texts, around }) => {
    const { words } = around;
    const text =
      state.value === undefined
        ? ''
        : describeAnswer(state.value, node, {
            ...around,
            locale: words.locale,
            yes: words.t('review.yes'),
            no: words.t('review.no'),
          }).text;
    const note = state.value === undefined ? undefined : texts.options?.[String(state.value)]?.hint;
    return html`<motcua-facts
      .rows=${[{ key: texts.label, value: text, ...(note === undefined ? {} : { note }), icon: lockIcon }]}
    ></motcua-facts>`;
  },
};
