import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaChoiceField } from '@motcua/widgets/choice-field';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { insideOf } from '../acting.js';

const places = [
  { value: 'facility', label: 'Tại cơ sở y tế', hint: 'Bệnh viện, trạm y tế, nhà hộ sinh.' },
  { value: 'elsewhere', label: 'Nơi khác', hint: 'Tại nhà, trên đường đi.' },
];
const sexes = [
  { value: 'female', label: 'Nữ' },
  { value: 'male', label: 'Nam' },
];

const meta: Meta<MotcuaChoiceField> = {
  title: 'Thành phần/Ô chọn một',
  component: 'motcua-choice-field',
  args: { label: 'Nơi sinh', required: true, options: places, value: '', columns: 1 },
  render: (args) =>
    html`<motcua-choice-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .provenance=${args.provenance ?? ''}
      .value=${args.value}
      .options=${args.options}
      .columns=${args.columns}
      ?required=${args.required}
      ?readonly=${args.readonly}
    ></motcua-choice-field>`,
};
export default meta;
type Story = StoryObj<MotcuaChoiceField>;

export const Empty: Story = { name: 'Chưa chọn' };
export const Chosen: Story = { name: 'Đã chọn', args: { value: 'facility' } };
export const Columns: Story = {
  name: 'Hai cột',
  args: { label: 'Giới tính', options: sexes, columns: 2, value: 'female' },
};
export const Wrong: Story = { name: 'Sai', args: { error: 'Chọn nơi sinh của trẻ.' } };
export const ReadOnly: Story = {
  name: 'Chỉ đọc',
  args: { label: 'Giới tính', options: sexes, value: 'female', readonly: true },
};
export const Pressed: Story = {
  name: 'Bấm để chọn',
  play: async ({ canvasElement }) => {
    const field = canvasElement.querySelector('motcua-choice-field');
    (await insideOf(field, 'input')).click();
    await expect(field?.value).toBe('facility');
  },
};
