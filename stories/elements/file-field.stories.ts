import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { FileRow, MotcuaFileField } from '@motcua/widgets/file-field';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { insideOf } from '../acting.js';
import { paintPaper } from '../paint-paper.js';

const meta: Meta<MotcuaFileField> = {
  title: 'Thành phần/Giấy tờ đính kèm',
  component: 'motcua-file-field',
  args: {
    label: 'Giấy chứng sinh',
    hint: 'Chụp đủ bốn góc, không lóa, đọc được số giấy và dấu của cơ sở y tế.',
    required: true,
    multiple: true,
    rows: [],
  },
  render: (args, { loaded }) =>
    html`<motcua-file-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .rows=${args.rows.map((row) => ({ ...row, ...(loaded.picture && row.state.kind !== 'refused' ? { preview: loaded.picture } : {}) }))}
      ?multiple=${args.multiple}
      ?required=${args.required}
      ?readonly=${args.readonly}
    ></motcua-file-field>`,
  loaders: [async () => ({ picture: await paintPaper() })],
};
export default meta;
type Story = StoryObj<MotcuaFileField>;

const first: FileRow = { id: '1', name: 'giay-chung-sinh-trang-1.jpg', size: 1_200_000, state: { kind: 'done' } };
const second: FileRow = {
  id: '2',
  name: 'giay-chung-sinh-trang-2.jpg',
  size: 3_100_000,
  state: { kind: 'uploading', sent: 1_930_000, secondsLeft: 8 },
};

export const Empty: Story = { name: 'Chưa có tệp' };
export const Optional: Story = { name: 'Không bắt buộc', args: { label: 'Giấy tờ khác', hint: '', required: false } };
export const Uploading: Story = { name: 'Đang tải lên', args: { rows: [first, second] } };
export const Waiting: Story = {
  name: 'Chờ mạng',
  args: { rows: [first, { ...second, state: { kind: 'waiting', sent: 1_930_000 } }] },
};
export const Checking: Story = { name: 'Đang kiểm tra', args: { rows: [{ ...second, state: { kind: 'checking' } }] } };
export const Done: Story = { name: 'Đã tải lên', args: { rows: [first] } };
export const Refused: Story = {
  name: 'Bị từ chối',
  args: {
    label: 'Giấy tờ chứng minh nơi cư trú',
    hint: 'Cần khi cơ sở dữ liệu chưa có thông tin nơi cư trú của cha hoặc mẹ.',
    rows: [
      {
        id: '3',
        name: 'xac-nhan-cu-tru.docx',
        size: 40_000,
        state: {
          kind: 'refused',
          message:
            'Tệp “xac-nhan-cu-tru.docx” là văn bản soạn thảo, chưa dùng được ở đây. Chụp ảnh tờ giấy đã ký hoặc lưu thành PDF rồi tải lên.',
          cure: 'choose',
        },
      },
    ],
  },
};
export const Retry: Story = {
  name: 'Tải lại được',
  args: {
    rows: [
      {
        ...second,
        state: { kind: 'refused', message: 'Chưa tải xong tệp vì máy chủ bận. Tải lại sau ít phút.', cure: 'retry' },
      },
    ],
  },
};
export const Wrong: Story = { name: 'Thiếu giấy tờ', args: { error: 'Đính kèm Giấy chứng sinh của trẻ.' } };
export const ReadOnly: Story = { name: 'Chỉ đọc', args: { rows: [first], readonly: true } };
export const Removed: Story = {
  name: 'Bỏ tệp',
  args: { rows: [first] },
  play: async ({ canvasElement }) => {
    const field = canvasElement.querySelector('motcua-file-field');
    const button = await insideOf<HTMLButtonElement>(field, '.row button');
    button.focus();
    field?.addEventListener('motcua-file-action', () => (field.rows = []));
    button.click();
    await field?.updateComplete;
    await expect(field?.shadowRoot?.activeElement?.id).toBe('choose');
  },
};
