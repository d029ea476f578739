import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaNotice } from '@motcua/widgets/notice';
import { html, nothing } from 'lit';

type Args = MotcuaNotice & { text: string; actions: boolean };

const meta: Meta<Args> = {
  title: 'Thành phần/Thông báo',
  component: 'motcua-notice',
  args: {
    tone: 'info',
    heading: 'Có thể khai tiếp khi mất mạng',
    text: 'Thông tin được lưu trên máy này lúc 14 giờ 05.',
    actions: false,
  },
  render: (args) =>
    html`<motcua-notice .tone=${args.tone} .heading=${args.heading} heading-level="2"
      >${args.text}${
        args.actions
          ? html`<motcua-button slot="actions" variant="primary" stretch>Khai tiếp</motcua-button>
              <motcua-button slot="actions" variant="quiet" stretch>Xóa bản nháp</motcua-button>`
          : nothing
      }</motcua-notice
    >`,
};
export default meta;
type Story = StoryObj<Args>;

export const Info: Story = { name: 'Cho biết' };
export const Warning: Story = {
  name: 'Cần chú ý',
  args: {
    tone: 'warning',
    heading: 'Năm sinh khác với số định danh',
    text: 'Số định danh cho biết năm sinh 1998, khác với năm sinh đã nhập là 1989. Kiểm tra lại; nếu đúng, có thể tiếp tục.',
  },
};
export const Success: Story = {
  name: 'Đã xong',
  args: { tone: 'success', heading: 'Đã lưu bản nháp', text: 'Giữ trên máy này đến ngày 19/12/2026.' },
};
export const Danger: Story = {
  name: 'Chưa được',
  args: {
    tone: 'danger',
    heading: 'Chưa lưu được trên máy này',
    text: 'Máy hết dung lượng. Giữ trang này mở hoặc tải bản nháp về.',
  },
};
export const Draft: Story = {
  name: 'Bản nháp',
  args: {
    tone: 'primary',
    heading: 'Có một hồ sơ đang khai dở',
    text: 'Đã khai xong 2 trong 6 bước, lưu lúc 21 giờ 40 ngày 19/11/2026. Bản nháp được giữ trên máy này đến ngày 19/12/2026.',
    actions: true,
  },
};
export const Privacy: Story = {
  name: 'Riêng tư',
  args: {
    tone: 'neutral',
    heading: 'Thông tin được lưu ở đâu',
    text: 'Trong khi khai, thông tin chỉ lưu trên máy này và được mã hóa. Thông tin chỉ gửi đến cơ quan giải quyết khi bấm “Gửi hồ sơ”.',
  },
};
export const NoHeading: Story = { name: 'Không có tiêu đề', args: { heading: '' } };
