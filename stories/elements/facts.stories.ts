import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaFacts } from '@motcua/widgets/facts';
import { banknoteIcon, buildingIcon, calendarIcon, clockIcon } from '@motcua/widgets/elements';
import { html } from 'lit';

const meta: Meta<MotcuaFacts> = {
  title: 'Thành phần/Điều cần biết',
  component: 'motcua-facts',
  args: {
    rows: [
      { icon: clockIcon, key: 'Thời gian khai', value: 'Khoảng 12 phút', note: 'Có thể dừng và khai tiếp sau.' },
      {
        icon: calendarIcon,
        key: 'Thời hạn giải quyết',
        value: 'Trong ngày',
        note: 'Nhận hồ sơ sau 15 giờ thì trả kết quả vào ngày làm việc tiếp theo.',
      },
      {
        icon: banknoteIcon,
        key: 'Lệ phí',
        value: 'Không thu khi đăng ký đúng hạn',
        note: 'Quá 60 ngày: theo nghị quyết của Hội đồng nhân dân thành phố. Người thuộc hộ nghèo, người khuyết tật được miễn.',
      },
      {
        icon: buildingIcon,
        key: 'Cơ quan giải quyết',
        value: 'Ủy ban nhân dân xã, phường, đặc khu',
        note: 'Nơi cư trú của cha hoặc của mẹ.',
      },
    ],
  },
  render: (args) => html`<motcua-facts .rows=${args.rows}></motcua-facts>`,
};
export default meta;
type Story = StoryObj<MotcuaFacts>;

export const Start: Story = { name: 'Tóm tắt thủ tục' };
export const Plain: Story = {
  name: 'Không có hình',
  args: { rows: [{ key: 'Phần đã xong', value: '2 trên 4 việc' }] },
};
