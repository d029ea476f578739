import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaSpinner } from '@motcua/widgets/spinner';
import { html } from 'lit';

const meta: Meta<MotcuaSpinner> = {
  title: 'Thành phần/Đang chờ',
  component: 'motcua-spinner',
  args: { label: 'Đang mở tờ khai', done: 0, total: 0 },
  render: (args) =>
    html`<motcua-spinner .label=${args.label} .done=${args.done} .total=${args.total}></motcua-spinner>`,
};
export default meta;
type Story = StoryObj<MotcuaSpinner>;

export const Short: Story = { name: 'Hiện sau 0,4 giây' };
export const Long: Story = {
  name: 'Hơn 10 giây: có phần trăm',
  args: { label: 'Đang thu nhỏ ảnh', done: 31, total: 50 },
};
