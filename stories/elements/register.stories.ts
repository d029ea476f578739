import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaRegister } from '@motcua/widgets/register';
import { html } from 'lit';
import { register } from '../sample-letters.js';

const meta: Meta<MotcuaRegister> = {
  title: 'Thành phần/Sổ theo dõi hồ sơ',
  component: 'motcua-register',
  args: { register },
  render: (args) => html`<motcua-register .register=${args.register}></motcua-register>`,
};
export default meta;
type Story = StoryObj<MotcuaRegister>;

export const Usual: Story = { name: 'Mẫu 06' };
export const Empty: Story = { name: 'Không có hồ sơ', args: { register: { ...register, rows: [] } } };
export const More: Story = {
  name: 'Còn trang sau',
  args: { register: { ...register, rows: register.rows.slice(0, 5), next: 5 } },
};
