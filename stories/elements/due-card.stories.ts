import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaDueCard } from '@motcua/widgets/due-card';
import { html } from 'lit';

const rows = [
  { key: 'Ngày hẹn trả kết quả', value: '23/11/2026', date: true },
  { key: 'Thời hạn theo quy định', value: 'Trong ngày làm việc' },
  { key: 'Nhận kết quả', value: 'Tại UBND phường Hà Đông' },
];

const meta: Meta<MotcuaDueCard> = {
  title: 'Thành phần/Ngày hẹn trả',
  component: 'motcua-due-card',
  args: { clock: 'running', rows },
  render: (args) => html`<motcua-due-card .clock=${args.clock} .rows=${args.rows}></motcua-due-card>`,
};
export default meta;
type Story = StoryObj<MotcuaDueCard>;

export const Running: Story = { name: 'Trong hạn' };
export const LastDay: Story = { name: 'Ngày cuối', args: { clock: 'last-day' } };
export const Paused: Story = {
  name: 'Tạm dừng',
  args: {
    clock: 'paused',
    rows: [{ ...rows[0]!, note: 'Cơ quan sẽ hẹn lại sau khi nhận đủ giấy tờ.' }, ...rows.slice(1)],
  },
};
export const Late: Story = {
  name: 'Quá hạn',
  args: {
    clock: 'late',
    rows: [
      { ...rows[0]!, value: '30/11/2026', note: 'Cơ quan xin lỗi và hẹn lại ngày trả kết quả.' },
      ...rows.slice(1),
    ],
  },
};
export const Done: Story = { name: 'Đã xong', args: { clock: 'done' } };
