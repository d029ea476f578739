import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaPartialDateField } from '@motcua/widgets/partial-date-field';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { insideOf, settle } from '../acting.js';

const meta: Meta<MotcuaPartialDateField> = {
  title: 'Thành phần/Ngày tháng biết một phần',
  component: 'motcua-partial-date-field',
  args: {
    label: 'Ngày, tháng, năm sinh',
    hint: 'Giấy tờ chỉ ghi năm thì chọn “Chỉ năm”.',
    required: true,
    value: { precision: 'day', day: '14', month: '03', year: '1998' },
    wrongParts: [],
  },
  render: (args) =>
    html`<motcua-partial-date-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .value=${args.value}
      .wrongParts=${args.wrongParts}
      ?required=${args.required}
      ?readonly=${args.readonly}
    ></motcua-partial-date-field>`,
};
export default meta;
type Story = StoryObj<MotcuaPartialDateField>;

export const Day: Story = { name: 'Đủ ngày' };
export const Month: Story = {
  name: 'Tháng, năm',
  args: { value: { precision: 'month', day: '', month: '03', year: '1998' } },
};
export const Year: Story = {
  name: 'Chỉ năm',
  args: { value: { precision: 'year', day: '', month: '', year: '1945' } },
};
export const Wrong: Story = {
  name: 'Sai một phần',
  args: {
    value: { precision: 'day', day: '30', month: '02', year: '1998' },
    wrongParts: ['day'],
    error: 'Tháng 2 năm 1998 không có ngày 30. Kiểm tra lại ngày sinh.',
  },
};
export const ReadOnly: Story = { name: 'Chỉ đọc', args: { readonly: true, hint: '' } };
export const ChangePrecision: Story = {
  name: 'Đổi rồi đổi lại không mất chữ',
  play: async ({ canvasElement }) => {
    const field = canvasElement.querySelector('motcua-partial-date-field');
    (await insideOf(field, '.segment:last-child input')).click();
    await settle();
    await expect(field?.shadowRoot?.querySelector('#day')).toBeNull();
    (await insideOf(field, '.segment:first-child input')).click();
    await settle();
    await expect((await insideOf<HTMLInputElement>(field, '#day')).value).toBe('14');
  },
};
