import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaTimeline } from '@motcua/widgets/timeline';
import { pauseIcon } from '@motcua/widgets/elements';
import { html } from 'lit';

const meta: Meta<MotcuaTimeline> = {
  title: 'Thành phần/Quá trình giải quyết',
  component: 'motcua-timeline',
  args: {
    variant: 'history',
    rows: [
      { label: 'Mới đăng ký', status: 'done', meta: '15 giờ 42, 20/11/2026 · Nộp trực tuyến' },
      { label: 'Được tiếp nhận', status: 'done', meta: '8 giờ 05, 23/11/2026 · Bộ phận Một cửa' },
      { label: 'Đang xử lý', status: 'done', meta: '8 giờ 40, 23/11/2026 · Công chức tư pháp – hộ tịch' },
      {
        label: 'Yêu cầu bổ sung giấy tờ',
        status: 'now',
        tone: 'warning',
        icon: pauseIcon,
        meta: '10 giờ 15, 23/11/2026 · Bộ phận Một cửa',
        text: 'Thời hạn giải quyết tạm dừng. Khi hồ sơ đủ giấy tờ, thời hạn được tính lại từ đầu.',
      },
      { label: 'Đã xử lý xong', status: 'later' },
      { label: 'Đã trả kết quả', status: 'later' },
    ],
  },
  render: (args) => html`<motcua-timeline .rows=${args.rows} .variant=${args.variant}></motcua-timeline>`,
};
export default meta;
type Story = StoryObj<MotcuaTimeline>;

export const Paused: Story = { name: 'Đang tạm dừng' };
export const Next: Story = {
  name: 'Việc tiếp theo',
  args: {
    variant: 'next',
    rows: [
      {
        label: 'Kiểm tra và tiếp nhận',
        status: 'later',
        text: 'Bộ phận Một cửa kiểm tra hồ sơ. Nếu thiếu giấy tờ, cơ quan báo một lần, đầy đủ, qua tin nhắn.',
      },
      { label: 'Trả phí bản sao: 16.000 đồng', status: 'later', text: 'Trả trên mạng sau khi hồ sơ được tiếp nhận.' },
      {
        label: 'Nhận Giấy khai sinh',
        status: 'later',
        text: 'Bản giấy nhận tại UBND phường Hà Đông, từ 8 giờ ngày 23/11/2026.',
      },
    ],
  },
};
export const Single: Story = {
  name: 'Một dòng',
  args: { rows: [{ label: 'Mới đăng ký', status: 'now', tone: 'neutral', meta: '15 giờ 42, 20/11/2026' }] },
};
