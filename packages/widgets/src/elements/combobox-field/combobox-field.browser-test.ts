import { expect, fixture, html } from '@open-wc/testing';
import '../../define/combobox-field.js';
import type { MotcuaAnnounceEvent } from '../../base/events.js';
import { findViolations } from '../../testing/find-violations.js';
import type { MotcuaComboboxField } from './combobox-field.js';
import type { ComboboxOption, ComboboxSearch, MotcuaOptionInputEvent } from './combobox-option.js';

const options: readonly ComboboxOption[] = [
  { value: '10015', label: 'Phường Hà Đông', detail: 'Thành phố Hà Nội' },
  { value: '11293', label: 'Xã Hà Đông', detail: 'Thành phố Hải Phòng' },
  { value: '', label: 'Quận Hà Đông', group: 'Tên cũ', refine: 'phường Hà Đông' },
];

async function render(search: ComboboxSearch = (query) => (query === '' ? [] : options)) {
  const main = await fixture(
    html`<main><motcua-combobox-field label="Nơi cư trú" .search=${search}></motcua-combobox-field></main>`,
  );
  const field = main.querySelector<MotcuaComboboxField>('motcua-combobox-field');
  if (!field) throw new Error('there is no field');
  await field.updateComplete;
  const input = field.shadowRoot?.querySelector('input');
  if (!input) throw new Error('the field draws no input');
  const events: { value: string; text: string }[] = [];
  field.addEventListener('motcua-input', (event) => events.push(pick(event as MotcuaOptionInputEvent)));
  const type = async (text: string): Promise<void> => {
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settle(field);
  };
  const press = async (key: string, altKey = false): Promise<KeyboardEvent> => {
    const event = new KeyboardEvent('keydown', { key, altKey, bubbles: true, composed: true, cancelable: true });
    input.dispatchEvent(event);
    await settle(field);
    return event;
  };
  return { field, input, events, type, press };
}

const pick = ({ value, text }: MotcuaOptionInputEvent) => ({ value, text });

async function settle(field: MotcuaComboboxField): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await field.updateComplete;
}

describe('motcua-combobox-field', () => {
  it('is closed with an empty list at first', async () => {
    const { input } = await render();
    expect(input.getAttribute('role')).to.equal('combobox');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(input.hasAttribute('aria-activedescendant')).to.equal(false);
  });

  it('opens on typing with the first option active, and moves with the arrows around the ends', async () => {
    const { field, input, type, press } = await render();
    await type('ha dong');
    const active = (): string | null => input.getAttribute('aria-activedescendant');
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    expect(active()).to.equal('option-0');
    expect((await press('ArrowDown')).defaultPrevented).to.equal(true);
    expect(active()).to.equal('option-1');
    await press('End');
    expect(active()).to.equal('option-2');
    await press('ArrowDown');
    expect(active()).to.equal('option-0');
    await press('ArrowUp');
    expect(active()).to.equal('option-2');
    await press('Home');
    expect(active()).to.equal('option-0');
    expect(field.shadowRoot?.activeElement).to.equal(input);
    expect(field.shadowRoot?.querySelectorAll('[role=option][aria-selected=true]').length).to.equal(1);
  });

  it('chooses with Enter: value, words and province, and the list closes', async () => {
    const { field, input, events, type, press } = await render();
    await type('ha');
    await press('ArrowDown');
    expect((await press('Enter')).defaultPrevented).to.equal(true);
    expect(field.value).to.equal('11293');
    expect(input.value).to.equal('Xã Hà Đông');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(field.shadowRoot?.querySelector('.under')?.textContent?.trim()).to.equal('Thành phố Hải Phòng');
    expect(events).to.deep.equal([
      { value: '', text: 'ha' },
      { value: '11293', text: 'Xã Hà Đông' },
    ]);
  });

  it('leaves Enter, Home and End to the browser while the list is closed', async () => {
    const { press } = await render();
    for (const key of ['Enter', 'Home', 'End', 'Escape', 'Tab'])
      expect((await press(key)).defaultPrevented, key).to.equal(false);
  });

  it('closes with Escape and keeps what was typed', async () => {
    const { input, type, press } = await render();
    await type('ha dong');
    await press('Escape');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(input.value).to.equal('ha dong');
  });

  it('keeps typed text that is no option when it is left, with an empty value', async () => {
    const { field, input, type } = await render();
    await type('ha');
    input.blur();
    await settle(field);
    expect(field.value).to.equal('');
    expect(field.typed).to.equal('ha');
    expect(input.value).to.equal('ha');
  });

  it('chooses on leaving when exactly one option was typed in full', async () => {
    const { field, input, type } = await render();
    await type('xã hà đông');
    input.blur();
    await settle(field);
    expect(field.value).to.equal('11293');
  });

  it('empties the value as soon as a chosen text is changed, and does not lose the typing', async () => {
    const { field, input, type, press, events } = await render();
    await type('ha');
    await press('Enter');
    await type('Phường Hà Đôn');
    expect(field.value).to.equal('');
    expect(input.value).to.equal('Phường Hà Đôn');
    expect(events.at(-1)).to.deep.equal({ value: '', text: 'Phường Hà Đôn' });
  });

  it('searches on with an option that is not an answer', async () => {
    const asked: string[] = [];
    const { field, type, press } = await render((query) => {
      asked.push(query);
      return options;
    });
    await type('ha');
    await press('End');
    await press('Enter');
    expect(asked).to.deep.equal(['ha', 'phường Hà Đông']);
    expect(field.value).to.equal('');
  });

  it('clears by its button, focuses the box and reports both', async () => {
    const { field, input, type, press, events } = await render();
    await type('ha');
    await press('Enter');
    field.shadowRoot?.querySelector<HTMLButtonElement>('.box button')?.click();
    await settle(field);
    expect(field.value).to.equal('');
    expect(input.value).to.equal('');
    expect(field.shadowRoot?.activeElement).to.equal(input);
    expect(events.at(-1)).to.deep.equal({ value: '', text: '' });
  });

  it('never lets a late answer replace a newer one', async () => {
    const answers = new Map<string, (found: readonly ComboboxOption[]) => void>();
    const { field, type } = await render((query) => new Promise((resolve) => answers.set(query, resolve)));
    await type('a');
    await type('ab');
    answers.get('ab')?.([options[1]!]);
    await settle(field);
    answers.get('a')?.([options[0]!]);
    await settle(field);
    expect([...(field.shadowRoot?.querySelectorAll('[role=option]') ?? [])].length).to.equal(1);
    expect(field.shadowRoot?.querySelector('[role=option]')?.textContent).to.contain('Xã Hà Đông');
  });

  it('says what to do when nothing is found or the list cannot be had', async () => {
    const { field, type } = await render((query) => (query === 'x' ? [] : Promise.reject(new Error('offline'))));
    await type('x');
    expect(field.shadowRoot?.querySelector('.footer')?.textContent).to.contain('Gõ ngắn hơn');
    await type('y');
    expect(field.shadowRoot?.querySelector('.footer')?.textContent).to.contain('Kiểm tra kết nối');
  });

  it('announces how many were found', async () => {
    const { field, type } = await render();
    const said = new Promise<string>((resolve) => {
      field.addEventListener('motcua-announce', (event: MotcuaAnnounceEvent) => resolve(event.message), { once: true });
    });
    await type('ha dong');
    expect(await said).to.contain('3 kết quả cho “ha dong”');
  });

  it('does not search while an input method composes', async () => {
    const asked: string[] = [];
    const { input } = await render((query) => {
      asked.push(query);
      return [];
    });
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.value = 'hà';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    expect(asked).to.deep.equal([]);
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    expect(asked).to.deep.equal(['hà']);
  });

  it('floats in the top layer of a wide container and stands in the flow of a narrow one', async () => {
    for (const [width, floats] of [
      ['700px', true],
      ['360px', false],
    ] as const) {
      const { field, type, press } = await render();
      const container = field.parentElement;
      container?.style.setProperty('container-type', 'inline-size');
      container?.style.setProperty('width', width);
      await type('ha');
      const popup = field.shadowRoot?.querySelector('.popup');
      expect(popup?.matches(':popover-open'), width).to.equal(floats);
      await press('Escape');
      expect(popup?.matches(':popover-open'), width).to.equal(false);
    }
  });

  it('is free of axe violations when open, grouped and when nothing is found', async () => {
    const { field, type } = await render((query) => (query === 'x' ? [] : options));
    await type('ha');
    expect(await findViolations(field)).to.deep.equal([]);
    await type('x');
    expect(await findViolations(field)).to.deep.equal([]);
  });
});
