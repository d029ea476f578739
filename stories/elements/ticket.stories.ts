import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaTicket } from '@motcua/widgets/ticket';
import { copyIcon, renderIcon } from '@motcua/widgets/elements';
import { html } from 'lit';

const meta: Meta<MotcuaTicket> = {
  title: 'Thành phần/Vé hồ sơ',
  component: 'motcua-ticket',
  args: {
    codes: [
      { label: 'Mã tạm thời', value: 'TN-7K3M-Q9XD-2F8P', main: true, breaks: 'each-hyphen' },
      { label: 'Mã tra cứu', value: '7KQ4-M9XD-0A2B-3C4D-5E6F-7G8H-9J', breaks: 'each-hyphen', secret: true },
    ],
    qr: 'https://example.gov.vn/tra-cuu#TN-7K3M-Q9XD-2F8P',
    privacyNote: 'Giữ kín mã tra cứu. Ai có cả hai mã sẽ xem được chi tiết hồ sơ.',
  },
  render: (args) =>
    html`<motcua-ticket .codes=${args.codes} .qr=${args.qr} .privacyNote=${args.privacyNote ?? ''}
      ><motcua-button slot="actions">
        <span slot="icon">${renderIcon(copyIcon)}</span>Sao chép hai mã</motcua-button
      ></motcua-ticket
    >`,
};
export default meta;
type Story = StoryObj<MotcuaTicket>;

export const Sent: Story = { name: 'Sau khi gửi' };
export const Received: Story = {
  name: 'Sau khi tiếp nhận',
  args: {
    codes: [
      { label: 'Mã hồ sơ', value: '000.00.12.H26-261120-0047', main: true },
      { label: 'Dự kiến trả kết quả', value: 'Thứ Hai, 23/11/2026' },
    ],
    privacyNote: '',
  },
};
export const NoQr: Story = { name: 'Không có mã QR', args: { qr: '' } };
