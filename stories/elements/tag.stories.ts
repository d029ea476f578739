import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { stateLooks, type MotcuaTag } from '@motcua/widgets/tag';
import { html } from 'lit';

const meta: Meta<MotcuaTag> = {
  title: 'Thành phần/Trạng thái hồ sơ',
  component: 'motcua-tag',
  render: (args) =>
    html`<motcua-tag
      .state=${args.state ?? ''}
      .label=${args.label ?? ''}
      .tone=${args.tone ?? 'neutral'}
    ></motcua-tag>`,
};
export default meta;
type Story = StoryObj<MotcuaTag>;

export const All: Story = {
  name: 'Mười trạng thái',
  render: () => html`${Object.keys(stateLooks).map((state) => html`<motcua-tag .state=${state}></motcua-tag> `)}`,
};
export const Unknown: Story = { name: 'Mã lạ: hiện nguyên văn', args: { state: 'chờ ký số' } };
export const Own: Story = { name: 'Chữ riêng', args: { label: 'Đang khai', tone: 'info' } };
