import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaComboboxField } from '@motcua/widgets/combobox-field';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { insideOf, press, settle, typeInto } from '../acting.js';
import { searchCommunes, searchCountries } from '../place-options.js';

const meta: Meta<MotcuaComboboxField> = {
  title: 'Thành phần/Ô tìm và chọn',
  component: 'motcua-combobox-field',
  args: {
    label: 'Nơi cư trú',
    hint: 'Tìm theo tên xã, phường, đặc khu. Tên cũ cũng tìm được.',
    required: true,
    value: '',
    search: searchCommunes,
  },
  render: (args) =>
    html`<motcua-combobox-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .value=${args.value}
      .valueLabel=${args.valueLabel ?? ''}
      .valueDetail=${args.valueDetail ?? ''}
      .typed=${args.typed ?? ''}
      .search=${args.search}
      ?required=${args.required}
      ?readonly=${args.readonly}
      ?checking=${args.checking}
    ></motcua-combobox-field>`,
};
export default meta;
type Story = StoryObj<MotcuaComboboxField>;

const open = async (canvasElement: HTMLElement, text: string) => {
  const field = canvasElement.querySelector('motcua-combobox-field');
  const input = await insideOf<HTMLInputElement>(field, 'input');
  await typeInto(input, text);
  return { field, input };
};

const chosen = { value: '10015', valueLabel: 'Phường Hà Đông', valueDetail: 'Thành phố Hà Nội' };

export const Empty: Story = { name: 'Chưa chọn' };
export const Chosen: Story = { name: 'Đã chọn', args: chosen };
export const Open: Story = {
  name: 'Đang mở',
  play: async ({ canvasElement }) => {
    const { input } = await open(canvasElement, 'ha dong');
    await expect(input.getAttribute('aria-expanded')).toBe('true');
    await expect(input.getAttribute('aria-activedescendant')).toBe('option-0');
  },
};
export const ByKeyboard: Story = {
  name: 'Chọn bằng bàn phím',
  play: async ({ canvasElement }) => {
    const { field, input } = await open(canvasElement, 'ha dong');
    await press(input, 'ArrowDown');
    await press(input, 'Enter');
    await settle();
    await expect(field?.value).toBe('11293');
    await expect(input.value).toBe('Xã Hà Đông');
    await expect(input.getAttribute('aria-expanded')).toBe('false');
  },
};
export const NothingFound: Story = {
  name: 'Không tìm thấy',
  play: async ({ canvasElement }) => {
    await open(canvasElement, 'xyz');
  },
};
export const Searching: Story = {
  name: 'Đang tìm',
  args: { search: () => new Promise(() => undefined) },
  play: async ({ canvasElement }) => {
    await open(canvasElement, 'ha');
  },
};
export const Failed: Story = {
  name: 'Chưa tải được danh sách',
  args: { search: () => Promise.reject(new Error('offline')) },
  play: async ({ canvasElement }) => {
    await open(canvasElement, 'ha');
  },
};
export const LongList: Story = {
  name: 'Danh sách dài',
  args: {
    label: 'Quốc tịch',
    hint: '',
    search: (query: string) =>
      [...Array(249).keys()].map((at) => ({ value: String(at), label: `${query} mục ${at + 1}` })),
  },
  play: async ({ canvasElement }) => {
    const { input } = await open(canvasElement, '');
    await press(input, 'ArrowUp');
  },
};
export const Wrong: Story = {
  name: 'Sai',
  args: { typed: 'Hà Đông', error: 'Chọn xã, phường, đặc khu trong danh sách.' },
};
export const ReadOnly: Story = { name: 'Chỉ đọc', args: { ...chosen, readonly: true, hint: '' } };
export const Checking: Story = { name: 'Đang kiểm tra', args: { ...chosen, checking: true } };
export const Countries: Story = {
  name: 'Mở ra có sẵn',
  args: { label: 'Nước, vùng lãnh thổ', hint: '', search: searchCountries },
  play: async ({ canvasElement }) => {
    const field = canvasElement.querySelector('motcua-combobox-field');
    const input = await insideOf<HTMLInputElement>(field, 'input');
    input.focus();
    await press(input, 'ArrowDown');
    await expect(input.getAttribute('aria-expanded')).toBe('true');
  },
};
