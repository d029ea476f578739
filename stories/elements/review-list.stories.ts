import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaReviewList } from '@motcua/widgets/review-list';
import { html } from 'lit';
import { reviewSections } from '../review-sections.js';

const meta: Meta<MotcuaReviewList> = {
  title: 'Thành phần/Bảng xem lại',
  component: 'motcua-review-list',
  args: { sections: reviewSections },
  render: (args) => html`<motcua-review-list .sections=${args.sections}></motcua-review-list>`,
};
export default meta;
type Story = StoryObj<MotcuaReviewList>;

export const All: Story = { name: 'Có nút sửa' };
export const Sent: Story = {
  name: 'Đã gửi, không sửa',
  args: { sections: reviewSections.map((section) => ({ ...section, editable: false })) },
};
export const Empty: Story = {
  name: 'Câu trả lời trống và rất dài',
  args: {
    sections: [
      {
        id: 'note',
        title: 'Ghi chú',
        rows: [
          { label: 'Điều cần báo thêm cho cơ quan giải quyết', value: '' },
          { label: 'Ghi chú', value: 'BệnhViệnĐaKhoaKhuVựcTỉnhThanhHóa'.repeat(4) },
        ],
      },
    ],
  },
};
