import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaTextareaField } from '@motcua/widgets/textarea-field';
import { html } from 'lit';

const meta: Meta<MotcuaTextareaField> = {
  title: 'Thành phần/Ô nhiều dòng',
  component: 'motcua-textarea-field',
  args: { label: 'Ghi chú', value: '', characterLimit: 500 },
  render: (args) =>
    html`<motcua-textarea-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .value=${args.value}
      .characterLimit=${args.characterLimit}
      ?required=${args.required}
      ?readonly=${args.readonly}
    ></motcua-textarea-field>`,
};
export default meta;
type Story = StoryObj<MotcuaTextareaField>;

export const Empty: Story = { name: 'Trống', args: { hint: 'Điều cần báo thêm cho cơ quan giải quyết.' } };
export const Filled: Story = { name: 'Đã điền', args: { value: 'Trẻ sinh trên đường đến bệnh viện.' } };
export const Wrong: Story = {
  name: 'Quá dài',
  args: { value: 'Ẵ Ễ Ỗ Ậ '.repeat(65), error: 'Ghi chú dài tối đa 500 ký tự. Hiện có 520 ký tự, cần bớt 20.' },
};
export const ReadOnly: Story = {
  name: 'Chỉ đọc',
  args: { value: 'Trẻ sinh trên đường đến bệnh viện.', readonly: true },
};
