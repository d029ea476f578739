import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaButton } from '@motcua/widgets/button';
import { downloadIcon, renderIcon } from '@motcua/widgets/elements';
import { html, nothing } from 'lit';
import { expect } from 'storybook/test';
import { insideOf } from '../acting.js';

type Args = MotcuaButton & { caption: string; withIcon: boolean };

const meta: Meta<Args> = {
  title: 'Thành phần/Nút',
  component: 'motcua-button',
  args: { variant: 'primary', caption: 'Tiếp tục', busy: false, withIcon: false },
  render: (args) =>
    html`<motcua-button
      .variant=${args.variant}
      .busyLabel=${args.busyLabel ?? ''}
      .href=${args.href ?? ''}
      ?busy=${args.busy}
      ?stretch=${args.stretch}
      >${args.withIcon ? html`<span slot="icon">${renderIcon(downloadIcon)}</span>` : nothing}${args.caption}</motcua-button
    >`,
};
export default meta;
type Story = StoryObj<Args>;

export const Primary: Story = { name: 'Chính' };
export const Secondary: Story = { name: 'Phụ', args: { variant: 'secondary', caption: 'Chọn tệp' } };
export const Quiet: Story = { name: 'Nhẹ', args: { variant: 'quiet', caption: 'Lưu và thoát' } };
export const Destructive: Story = { name: 'Hủy bỏ', args: { variant: 'destructive', caption: 'Rút hồ sơ' } };
export const WithIcon: Story = { name: 'Có hình', args: { withIcon: true, caption: 'Tải xác nhận đã gửi' } };
export const Link: Story = { name: 'Liên kết', args: { variant: 'quiet', caption: 'Xem mẫu tờ khai', href: '#mau' } };
export const Stretched: Story = { name: 'Hết chiều ngang', args: { stretch: true } };
export const LongText: Story = {
  name: 'Chữ dài',
  args: {
    caption: 'Gửi hồ sơ đăng ký khai sinh kết hợp đăng ký thường trú và cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi',
  },
};
export const Busy: Story = {
  name: 'Đang gửi, không nhận lần bấm thứ hai',
  args: { busy: true, busyLabel: 'Đang gửi hồ sơ', caption: 'Gửi hồ sơ' },
  play: async ({ canvasElement }) => {
    let presses = 0;
    const button = canvasElement.querySelector('motcua-button');
    button?.addEventListener('click', () => (presses += 1));
    (await insideOf(button, 'button')).click();
    await expect(presses).toBe(0);
  },
};
