import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaSelectField } from '@motcua/widgets/select-field';
import { html } from 'lit';

const papers = [
  'Thẻ căn cước',
  'Thẻ căn cước công dân',
  'Chứng minh nhân dân',
  'Hộ chiếu',
  'Giấy chứng nhận căn cước',
  'Giấy tờ khác',
];

const meta: Meta<MotcuaSelectField> = {
  title: 'Thành phần/Ô chọn từ danh sách',
  component: 'motcua-select-field',
  args: {
    label: 'Loại giấy tờ tùy thân',
    required: true,
    value: '',
    options: papers.map((label, index) => ({ value: String(index), label })),
  },
  render: (args) =>
    html`<motcua-select-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .provenance=${args.provenance ?? ''}
      .value=${args.value}
      .options=${args.options}
      ?required=${args.required}
      ?readonly=${args.readonly}
      ?checking=${args.checking}
    ></motcua-select-field>`,
};
export default meta;
type Story = StoryObj<MotcuaSelectField>;

export const Empty: Story = { name: 'Chưa chọn' };
export const Chosen: Story = {
  name: 'Đã chọn',
  args: { value: '0', provenance: 'Lấy từ Cơ sở dữ liệu quốc gia về dân cư, ngày 20/11/2026.' },
};
export const Wrong: Story = { name: 'Sai', args: { error: 'Chọn loại giấy tờ tùy thân.' } };
export const ReadOnly: Story = { name: 'Chỉ đọc', args: { value: '1', readonly: true } };
export const Checking: Story = { name: 'Đang kiểm tra', args: { value: '1', checking: true } };
