import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaProgress, ProgressStep } from '@motcua/widgets/progress';
import { html } from 'lit';

const titles = ['Người yêu cầu', 'Trẻ được khai sinh', 'Người mẹ', 'Người cha', 'Giấy tờ đính kèm', 'Xem lại và gửi'];
const stepsAt = (current: number, names = titles): readonly ProgressStep[] =>
  names.map((title, at) => ({
    id: String(at),
    title,
    status: at < current ? 'done' : at === current ? 'current' : 'later',
  }));

const meta: Meta<MotcuaProgress> = {
  title: 'Thành phần/Các bước',
  component: 'motcua-progress',
  args: { steps: stepsAt(2), saved: 'Đã lưu 14 giờ 05', linked: false },
  render: (args) =>
    html`<motcua-progress .steps=${args.steps} .saved=${args.saved} ?linked=${args.linked}></motcua-progress>`,
};
export default meta;
type Story = StoryObj<MotcuaProgress>;

export const Third: Story = { name: 'Bước thứ ba' };
export const First: Story = { name: 'Bước đầu', args: { steps: stepsAt(0), saved: '' } };
export const Last: Story = { name: 'Bước cuối', args: { steps: stepsAt(5) } };
export const Linked: Story = { name: 'Trở lại bước đã xong', args: { linked: true } };
export const Many: Story = { name: 'Hơn chín bước', args: { steps: stepsAt(4, [...titles, ...titles]) } };
