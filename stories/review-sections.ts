/** Invented answers of a birth registration. */
import type { ReviewSection } from '@motcua/widgets/review-list';

export const reviewSections: readonly ReviewSection[] = [
  {
    id: 'requester',
    title: 'Người yêu cầu',
    rows: [
      { label: 'Họ, chữ đệm và tên', value: 'Nguyễn Đức Thắng' },
      { label: 'Số định danh cá nhân', value: '•••• •••• 0836', style: 'figures' },
      { label: 'Quan hệ với trẻ', value: 'Cha' },
      { label: 'Số điện thoại', value: '0912 ••• 457', style: 'figures' },
    ],
  },
  {
    id: 'child',
    title: 'Trẻ được khai sinh',
    rows: [
      { label: 'Họ, chữ đệm và tên', value: 'NGUYỄN ĐỖ GIA MẪN' },
      {
        label: 'Ngày, tháng, năm sinh',
        value: '05/11/2026',
        style: 'figures',
        note: 'Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu',
      },
      { label: 'Nơi sinh', value: 'Bệnh viện Đa khoa Hà Đông, phường Hà Đông, thành phố Hà Nội' },
    ],
  },
  {
    id: 'copies',
    title: 'Bản sao và lệ phí',
    rows: [
      { label: 'Bản sao Giấy khai sinh', value: '2 bản' },
      { label: 'Lệ phí đăng ký', value: 'Không thu', note: 'Đăng ký đúng hạn, trong 60 ngày.' },
      {
        label: 'Tổng số tiền',
        value: '16.000 đồng',
        style: 'money',
        note: 'Mười sáu nghìn đồng, trả khi hồ sơ được tiếp nhận.',
      },
    ],
  },
];
