import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaDateField } from '@motcua/widgets/date-field';
import { html } from 'lit';

const meta: Meta<MotcuaDateField> = {
  title: 'Thành phần/Ngày tháng',
  component: 'motcua-date-field',
  args: { label: 'Ngày, tháng, năm sinh', required: true, value: { day: '', month: '', year: '' }, wrongParts: [] },
  render: (args) =>
    html`<motcua-date-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .note=${args.note ?? ''}
      .value=${args.value}
      .wrongParts=${args.wrongParts}
      ?required=${args.required}
      ?readonly=${args.readonly}
    ></motcua-date-field>`,
};
export default meta;
type Story = StoryObj<MotcuaDateField>;

const full = { day: '05', month: '11', year: '2026' };

export const Empty: Story = { name: 'Trống', args: { hint: 'Theo Giấy chứng sinh.' } };
export const Filled: Story = {
  name: 'Đã điền',
  args: { value: full, note: 'Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu' },
};
export const WrongDay: Story = {
  name: 'Sai một phần',
  args: {
    value: { day: '30', month: '02', year: '1998' },
    wrongParts: ['day'],
    error: 'Tháng 2 năm 1998 không có ngày 30. Kiểm tra lại ngày sinh.',
  },
};
export const Wrong: Story = { name: 'Sai tất cả', args: { error: 'Nhập ngày, tháng, năm sinh của trẻ.' } };
export const ReadOnly: Story = { name: 'Chỉ đọc', args: { value: full, readonly: true } };
