import { expect, fixture, html } from '@open-wc/testing';
import '../../define/combobox-field.js';
import '../../define/form-field.js';
import '../../define/text-field.js';
import '../../define/textarea-field.js';
import { compileProcedure, createForm } from '@motcua/form-engine';
import type { MotcuaFormField } from '../../form/motcua-form-field.js';
import { plainSurroundings } from '../../testing/plain-surroundings.js';
import type { FieldElement } from './field-element.js';

/** What stands in the box after each key: Telex types marks as letters behind the vowel, VNI as digits. */
const ways = {
  Telex: ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyên', 'Nguyễn'],
  VNI: ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguye6', 'Nguyên', 'Nguyên4', 'Nguyễn'],
} as const;

const controls = {
  'motcua-text-field': html`<motcua-text-field label="Họ và tên"></motcua-text-field>`,
  'motcua-text-field for mail': html`<motcua-text-field label="Thư điện tử" .kind=${'email'}></motcua-text-field>`,
  'motcua-text-field for digits': html`<motcua-text-field label="Số" .kind=${'digits'}></motcua-text-field>`,
  'motcua-textarea-field': html`<motcua-textarea-field label="Ghi chú"></motcua-textarea-field>`,
  'motcua-combobox-field': html`<motcua-combobox-field label="Xã" .search=${() => []}></motcua-combobox-field>`,
};

/** Composes a text in an input as an input method does; the browser sends the last input event before or after the end. */
function compose(input: HTMLInputElement | HTMLTextAreaElement, steps: readonly string[], lastAfterEnd: boolean): void {
  const last = steps[steps.length - 1] ?? '';
  input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
  for (const text of steps) {
    input.value = text;
    input.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, composed: true, data: text }));
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
  }
  input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: last }));
  if (lastAfterEnd) input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function inputOf(field: Element): HTMLInputElement | HTMLTextAreaElement {
  const input = field.shadowRoot?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (!input) throw new Error('the field draws no input');
  return input;
}

describe('inside a composition', () => {
  for (const [name, template] of Object.entries(controls))
    for (const [way, steps] of Object.entries(ways))
      it(`${name} reports nothing, and the finished text once: ${way}`, async () => {
        for (const lastAfterEnd of [true, false]) {
          const field = await fixture<FieldElement>(template);
          const reported: string[] = [];
          field.addEventListener('motcua-input', (event) => {
            const { text, value } = event as Event & { value: string; text?: string };
            reported.push(text ?? value);
          });
          const input = inputOf(field);
          input.focus();
          compose(input, steps, lastAfterEnd);
          await field.updateComplete;
          expect(reported).to.deep.equal(['Nguyễn']);
          expect(input.value).to.equal('Nguyễn');
        }
      });

  it('the engine hears nothing and judges nothing, even where each change is judged', async () => {
    const plan = compileProcedure({
      record: { slug: 'test/composition', version: '1.0.0' },
      data: { type: 'object', properties: { name: { type: 'string', minLength: 3 } }, required: ['name'] },
      form: { steps: [{ id: 'all', sections: [{ id: 'all', fields: [{ pointer: '/name', kind: 'person-name' }] }] }] },
      definitions: {},
      catalogVersions: {},
    } as unknown as Parameters<typeof compileProcedure>[0]);
    const form = createForm(plan, { today: '2026-11-24', validateOn: 'change' });
    const heard: unknown[] = [];
    form.field('/name').state.subscribe(() => heard.push(form.field('/name').state.get().input));
    const around = plainSurroundings({ '/name': 'Họ và tên' });
    const shown = await fixture<MotcuaFormField>(
      html`<motcua-form-field .field=${form.field('/name')} .around=${around}></motcua-form-field>`,
    );
    await shown.updateComplete;
    const element = shown.querySelector<FieldElement>('motcua-text-field')!;
    await element.updateComplete;
    const input = inputOf(element);
    input.focus();
    const before = heard.length;
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    for (const text of ways.VNI.slice(0, -1)) {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
      await element.updateComplete;
      expect(element.error).to.equal('');
    }
    expect(heard.length).to.equal(before);
    input.value = 'Nguyễn';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: 'Nguyễn' }));
    expect(form.field('/name').state.get().value).to.equal('Nguyễn');
  });
});
