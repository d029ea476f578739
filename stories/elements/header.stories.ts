import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaHeader } from '@motcua/widgets/header';
import { html, nothing } from 'lit';

type Args = MotcuaHeader & { language: boolean };

const meta: Meta<Args> = {
  title: 'Thành phần/Đầu trang, hoa gió, chân trang',
  component: 'motcua-header',
  parameters: { bare: true },
  args: {
    heading: 'Đăng ký khai sinh',
    subtitle: 'UBND phường Hà Đông',
    subtitleDetail: ', thành phố Hà Nội',
    saved: 'Đã lưu lúc 14 giờ 05',
    language: false,
  },
  render: (args) =>
    html`<motcua-header
      .heading=${args.heading}
      .subtitle=${args.subtitle}
      .subtitleDetail=${args.subtitleDetail}
      .saved=${args.saved}
      ?no-help=${args.noHelp}
      >${args.language ? html`<motcua-button slot="language" variant="quiet" lang="en">English</motcua-button>` : nothing}</motcua-header
    >`,
};
export default meta;
type Story = StoryObj<Args>;

export const Header: Story = { name: 'Đầu trang' };
export const WithLanguage: Story = { name: 'Có nút đổi ngôn ngữ', args: { language: true, saved: '' } };
export const LongNames: Story = {
  name: 'Tên dài',
  args: {
    heading: 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
    subtitle: 'Ủy ban nhân dân xã Lý Thường Kiệt',
    noHelp: true,
  },
};
export const Band: Story = { name: 'Hoa gió', render: () => html`<motcua-band></motcua-band>` };
export const Help: Story = {
  name: 'Chân trang',
  render: () =>
    html`<motcua-help heading="Cần giúp đỡ: gọi 1022" phone="1022" text="7 giờ 30 đến 17 giờ, các ngày làm việc."
      ><a href="#gop-y">Gửi phản ánh, kiến nghị</a></motcua-help
    >`,
};
