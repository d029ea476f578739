/**
 * The messages to citizens. Facts stand in braces: `code`, `sentCode`, `agency`, `dueOn`, `until`, `items`.
 * A message may be read by whoever holds the telephone: it names no person, gives no reason and holds no link.
 */
import type { NoticeTemplate } from './notice-templates.js';

export interface NoticeText {
  /** For senders that have one, as mail. */
  subject: string;
  text: string;
}

export type NoticeLocale = 'vi' | 'en';

export const NOTICE_TEXTS: Readonly<Record<NoticeLocale, Readonly<Record<NoticeTemplate, NoticeText>>>> = {
  vi: {
    sent: {
      subject: 'Đã gửi hồ sơ {code}',
      text: 'Đã gửi hồ sơ {code} đến {agency}. Cơ quan sẽ kiểm tra và báo khi tiếp nhận. Giữ mã hồ sơ và mã tra cứu để theo dõi.',
    },
    edited: {
      subject: 'Đã gửi lại hồ sơ {code}',
      text: 'Đã gửi lại hồ sơ {code} với thông tin mới. Cơ quan sẽ kiểm tra và báo khi tiếp nhận.',
    },
    withdrawn: {
      subject: 'Đã rút hồ sơ {code}',
      text: 'Đã rút hồ sơ {code}. Cơ quan không giải quyết hồ sơ này nữa. Khi cần, có thể gửi hồ sơ mới.',
    },
    received: {
      subject: 'Hồ sơ {code} đã được tiếp nhận',
      text: 'Hồ sơ {sentCode} đã được tiếp nhận. Mã hồ sơ chính thức: {code}. Hẹn trả kết quả ngày {dueOn}. Tra cứu bằng mã hồ sơ và mã tra cứu.',
    },
    'received-without-date': {
      subject: 'Hồ sơ {code} đã được tiếp nhận',
      text: 'Hồ sơ {sentCode} đã được tiếp nhận. Mã hồ sơ chính thức: {code}. Tra cứu bằng mã hồ sơ và mã tra cứu.',
    },
    refused: {
      subject: 'Hồ sơ {code} không được tiếp nhận',
      text: 'Hồ sơ {code} không được tiếp nhận. Mở trang tra cứu, nhập mã hồ sơ và mã tra cứu để xem lý do và phiếu từ chối.',
    },
    'ended-without-supplement': {
      subject: 'Hồ sơ {code} đã hết thời hạn bổ sung',
      text: 'Hồ sơ {code} bị từ chối vì hết thời hạn bổ sung. Mở trang tra cứu để xem phiếu từ chối. Khi đủ giấy tờ, có thể gửi hồ sơ mới.',
    },
    processing: {
      subject: 'Hồ sơ {code} đang được giải quyết',
      text: 'Hồ sơ {code} đang được giải quyết. Khi có kết quả, cơ quan sẽ báo. Tra cứu bằng mã hồ sơ và mã tra cứu.',
    },
    'supplement-requested': {
      subject: 'Hồ sơ {code} cần bổ sung',
      text: 'Hồ sơ {code} cần bổ sung {items} mục. Mở trang tra cứu, nhập mã hồ sơ và mã tra cứu, xem lý do ở từng mục rồi gửi bổ sung.',
    },
    'supplement-requested-until': {
      subject: 'Hồ sơ {code} cần bổ sung',
      text: 'Hồ sơ {code} cần bổ sung {items} mục, chậm nhất ngày {until}. Mở trang tra cứu, nhập mã hồ sơ và mã tra cứu, xem lý do ở từng mục rồi gửi bổ sung.',
    },
    'supplement-warning': {
      subject: 'Hồ sơ {code} sắp hết thời hạn bổ sung',
      text: 'Hồ sơ {code} chưa được bổ sung. Gửi phần bổ sung chậm nhất ngày {until}. Sau ngày đó, hồ sơ bị từ chối. Mở trang tra cứu để bổ sung.',
    },
    supplemented: {
      subject: 'Đã nhận phần bổ sung của hồ sơ {code}',
      text: 'Đã nhận phần bổ sung của hồ sơ {code}. Hẹn trả kết quả ngày {dueOn}. Tra cứu bằng mã hồ sơ và mã tra cứu.',
    },
    'supplemented-without-date': {
      subject: 'Đã nhận phần bổ sung của hồ sơ {code}',
      text: 'Đã nhận phần bổ sung của hồ sơ {code}. Cơ quan sẽ kiểm tra và báo kết quả kiểm tra.',
    },
    'payment-requested': {
      subject: 'Hồ sơ {code} cần nộp phí, lệ phí',
      text: 'Hồ sơ {code} cần nộp phí, lệ phí. Mở trang tra cứu, nhập mã hồ sơ và mã tra cứu để xem số tiền và thanh toán.',
    },
    paid: {
      subject: 'Đã nhận thanh toán của hồ sơ {code}',
      text: 'Đã nhận thanh toán của hồ sơ {code}. Hồ sơ được giải quyết tiếp. Biên lai có ở trang tra cứu.',
    },
    stopped: {
      subject: 'Hồ sơ {code} tạm dừng xử lý',
      text: 'Hồ sơ {code} tạm dừng xử lý. Mở trang tra cứu, nhập mã hồ sơ và mã tra cứu để xem lý do.',
    },
    resumed: {
      subject: 'Hồ sơ {code} được xử lý tiếp',
      text: 'Hồ sơ {code} được xử lý tiếp. Ngày hẹn trả kết quả mới có ở trang tra cứu.',
    },
    rescheduled: {
      subject: 'Hồ sơ {code}: hẹn lại ngày trả kết quả',
      text: 'Cơ quan xin lỗi vì hồ sơ {code} chưa xong đúng hẹn. Hẹn trả kết quả ngày {dueOn}. Lý do và phiếu xin lỗi có ở trang tra cứu.',
    },
    completed: {
      subject: 'Hồ sơ {code} đã có kết quả',
      text: 'Hồ sơ {code} đã có kết quả. Nhận kết quả theo cách đã chọn. Bản điện tử có ở trang tra cứu, mở bằng mã hồ sơ và mã tra cứu.',
    },
    returned: {
      subject: 'Đã trả kết quả hồ sơ {code}',
      text: 'Đã trả kết quả hồ sơ {code}. Nếu chưa nhận được, liên hệ Bộ phận Một cửa của {agency} và cho biết mã hồ sơ.',
    },
    changed: {
      subject: 'Hồ sơ {code} có thay đổi',
      text: 'Hồ sơ {code} có thay đổi. Mở trang tra cứu, nhập mã hồ sơ và mã tra cứu để xem.',
    },
  },
  en: {
    sent: {
      subject: 'Dossier {code} was sent',
      text: 'Dossier {code} was sent to {agency}. The agency checks it and tells you when it is received. Keep dossier code and look-up code.',
    },
    edited: {
      subject: 'Dossier {code} was sent anew',
      text: 'Dossier {code} was sent anew with the changes. The agency checks it and tells you when it is received.',
    },
    withdrawn: {
      subject: 'Dossier {code} was withdrawn',
      text: 'Dossier {code} was withdrawn. The agency does not work on it any more. You may send a new one at any time.',
    },
    received: {
      subject: 'Dossier {code} was received',
      text: 'Dossier {sentCode} was received. Official code: {code}. The result is due on {dueOn}. Follow it with dossier code and look-up code.',
    },
    'received-without-date': {
      subject: 'Dossier {code} was received',
      text: 'Dossier {sentCode} was received. Official code: {code}. Follow it with dossier code and look-up code.',
    },
    refused: {
      subject: 'Dossier {code} was not received',
      text: 'Dossier {code} was not received. Open the look-up page with dossier code and look-up code for the reason and the letter of refusal.',
    },
    'ended-without-supplement': {
      subject: 'The time to supplement dossier {code} has passed',
      text: 'Dossier {code} was refused: the time to supplement it has passed. The letter is on the look-up page. You may send a new dossier.',
    },
    processing: {
      subject: 'Dossier {code} is being processed',
      text: 'Dossier {code} is being processed. The agency tells you when the result is there. Follow it with dossier code and look-up code.',
    },
    'supplement-requested': {
      subject: 'Dossier {code} needs a supplement',
      text: 'Dossier {code} needs a supplement at {items} places. Open the look-up page with dossier code and look-up code, and send what is asked for.',
    },
    'supplement-requested-until': {
      subject: 'Dossier {code} needs a supplement',
      text: 'Dossier {code} needs a supplement at {items} places by {until}. Open the look-up page with dossier code and look-up code, and send it.',
    },
    'supplement-warning': {
      subject: 'The time to supplement dossier {code} is running out',
      text: 'Dossier {code} still waits for its supplement. Send it by {until}; after that day the dossier is refused. Open the look-up page to do so.',
    },
    supplemented: {
      subject: 'The supplement of dossier {code} has arrived',
      text: 'The supplement of dossier {code} has arrived. The result is due on {dueOn}. Follow it with dossier code and look-up code.',
    },
    'supplemented-without-date': {
      subject: 'The supplement of dossier {code} has arrived',
      text: 'The supplement of dossier {code} has arrived. The agency checks it and tells you what it found.',
    },
    'payment-requested': {
      subject: 'A fee is due for dossier {code}',
      text: 'A fee is due for dossier {code}. Open the look-up page with dossier code and look-up code to see the amount and pay.',
    },
    paid: {
      subject: 'The payment for dossier {code} has arrived',
      text: 'The payment for dossier {code} has arrived. The work goes on. The receipt is on the look-up page.',
    },
    stopped: {
      subject: 'Work on dossier {code} has stopped',
      text: 'Work on dossier {code} has stopped for now. Open the look-up page with dossier code and look-up code for the reason.',
    },
    resumed: {
      subject: 'Work on dossier {code} goes on',
      text: 'Work on dossier {code} goes on. The new due date is on the look-up page.',
    },
    rescheduled: {
      subject: 'Dossier {code}: new due date',
      text: 'The agency is sorry that dossier {code} is not ready in time. The result is due on {dueOn}. Reason and letter are on the look-up page.',
    },
    completed: {
      subject: 'The result of dossier {code} is there',
      text: 'The result of dossier {code} is there. Receive it in the way you chose. The electronic copy is on the look-up page.',
    },
    returned: {
      subject: 'The result of dossier {code} was handed over',
      text: 'The result of dossier {code} was handed over. If you have not received it, contact the one-stop desk of {agency} with the code.',
    },
    changed: {
      subject: 'Dossier {code} has changed',
      text: 'Dossier {code} has changed. Open the look-up page with dossier code and look-up code.',
    },
  },
};
