import { expect, fixture, html } from '@open-wc/testing';
import '../../define/text-field.js';
import type { MotcuaInputEvent } from '../../base/events.js';
import type { MotcuaTextField } from './text-field.js';

async function render(
  properties: Partial<MotcuaTextField> = {},
): Promise<{ field: MotcuaTextField; input: HTMLInputElement; values: unknown[] }> {
  const field = await fixture<MotcuaTextField>(
    html`<motcua-text-field label="Họ, chữ đệm và tên" required></motcua-text-field>`,
  );
  Object.assign(field, properties);
  await field.updateComplete;
  const values: unknown[] = [];
  field.addEventListener('motcua-input', (event: MotcuaInputEvent) => values.push(event.value));
  const input = field.shadowRoot?.querySelector('input');
  if (!input) throw new Error('the field draws no input');
  return { field, input, values };
}

function type(input: HTMLInputElement, text: string, isComposing = false): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing }));
}

describe('motcua-text-field', () => {
  it('says nothing while an input method composes, then the finished text once', async () => {
    const { field, input, values } = await render();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    for (const text of ['D', 'Do', 'Đo', 'Đỗ']) type(input, text, true);
    expect(values).to.deep.equal([]);
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'Đỗ' }));
    type(input, 'Đỗ');
    expect(values).to.deep.equal(['Đỗ']);
    expect(field.value).to.equal('Đỗ');
  });

  it('leaves a text that is being composed alone when it is drawn again', async () => {
    const { field, input } = await render({ value: '' });
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    type(input, 'Đô', true);
    field.error = 'Nhập họ, chữ đệm và tên.';
    await field.updateComplete;
    expect(input.value).to.equal('Đô');
  });

  it('reports text in NFC without moving the caret of a decomposed input', async () => {
    const { field, input, values } = await render();
    const decomposed = 'Nguyễn'.normalize('NFD');
    input.focus();
    type(input, decomposed);
    input.setSelectionRange(1, 1);
    await field.updateComplete;
    expect(values).to.deep.equal(['Nguyễn'.normalize('NFC')]);
    expect(input.value).to.equal(decomposed);
    expect(input.selectionStart).to.equal(1);
  });

  it('keeps its input, its text and its focus when it becomes wrong and right again', async () => {
    const { field, input } = await render({ value: 'Đỗ Hằng' });
    input.focus();
    for (const error of ['Nhập họ, chữ đệm và tên.', '']) {
      field.error = error;
      await field.updateComplete;
      expect(field.shadowRoot?.querySelector('input')).to.equal(input);
      expect(field.shadowRoot?.activeElement).to.equal(input);
      expect(input.value).to.equal('Đỗ Hằng');
    }
  });

  it('keeps its text when it becomes read-only, and can be focused then', async () => {
    const { field, input } = await render({ value: 'Việt Nam' });
    field.readonly = true;
    await field.updateComplete;
    field.focus();
    expect(input.readOnly).to.equal(true);
    expect(input.value).to.equal('Việt Nam');
    expect(field.shadowRoot?.activeElement).to.equal(input);
  });

  it('marks the control wrong and describes it by hint, error and origin in that order', async () => {
    const { field, input } = await render({
      hint: 'Ghi như trên thẻ.',
      error: 'Nhập họ tên.',
      provenance: 'Lấy từ sổ.',
    });
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(input.getAttribute('aria-required')).to.equal('true');
    expect(input.getAttribute('aria-describedby')).to.equal('hint error provenance');
    field.error = '';
    await field.updateComplete;
    expect(input.hasAttribute('aria-invalid')).to.equal(false);
    expect(input.getAttribute('aria-describedby')).to.equal('hint provenance');
  });

  it('counts digits and ignores spaces and dots', async () => {
    const { field, input } = await render({ kind: 'digits', digitCount: 12 });
    type(input, '0011.9800 421');
    await field.updateComplete;
    expect(field.shadowRoot?.querySelector('.count')?.textContent).to.equal('11/12');
  });

  it('repeats a code in full only where its box is too narrow, and hides it with the text', async () => {
    const { field } = await render({ kind: 'code', concealable: true, value: '7KQ4-M9XD-0A2B-3C4D-5E6F-7G8H-9J' });
    const echo = (): string | undefined => field.shadowRoot?.querySelector('.echo')?.textContent;
    field.style.width = '500px';
    await drawn();
    expect(echo()).to.equal(undefined);
    field.style.width = '220px';
    await drawn();
    expect(echo()).to.equal(field.value);
    field.shadowRoot?.querySelector('button')?.click();
    await field.updateComplete;
    expect(echo()).to.equal(undefined);
    expect(field.shadowRoot?.querySelector('input')?.type).to.equal('password');
  });
});

async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}
