import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaCheckboxField } from '@motcua/widgets/checkbox-field';
import { html } from 'lit';

const meta: Meta<MotcuaCheckboxField> = {
  title: 'Thành phần/Ô đánh dấu',
  component: 'motcua-checkbox-field',
  args: {
    required: true,
    checked: false,
    text: 'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.',
  },
  render: (args) =>
    html`<motcua-checkbox-field
      .label=${args.label ?? ''}
      .text=${args.text}
      .error=${args.error ?? ''}
      .checked=${args.checked}
      ?required=${args.required}
      ?readonly=${args.readonly}
    ></motcua-checkbox-field>`,
};
export default meta;
type Story = StoryObj<MotcuaCheckboxField>;

export const Empty: Story = { name: 'Chưa đánh dấu' };
export const Checked: Story = { name: 'Đã đánh dấu', args: { checked: true } };
export const Wrong: Story = { name: 'Sai', args: { error: 'Đánh dấu vào lời cam đoan trước khi gửi hồ sơ.' } };
export const ReadOnly: Story = { name: 'Chỉ đọc', args: { checked: true, readonly: true } };
export const Labelled: Story = {
  name: 'Có nhãn',
  args: { label: 'Bản sao', text: 'Cấp bản sao Giấy khai sinh', required: false },
};
