/** Sentences that officers write again and again; one press adds one. Short, so that the rest is written for this dossier. */
import type { DecisionMove } from './decisions.js';

type Reasons = Readonly<Partial<Record<DecisionMove, readonly string[]>>>;

/** For each item of a supplement request. */
export const ITEM_REASONS: Readonly<Record<'vi' | 'en', readonly string[]>> = {
  vi: ['Ảnh bị mờ, chụp lại rõ cả trang.', 'Khác với giấy tờ đính kèm.', 'Thiếu trang hoặc con dấu.'],
  en: [
    'The picture is blurred: take it again, the whole page.',
    'Differs from the paper.',
    'A page or the seal is missing.',
  ],
};

export const REASONS: Readonly<Record<'vi' | 'en', Reasons>> = {
  vi: {
    refuse: [
      'Không thuộc thẩm quyền giải quyết của cơ quan này.',
      'Không đủ điều kiện theo quy định.',
      'Hồ sơ trùng với hồ sơ đã nộp.',
    ],
    stop: ['Không đủ điều kiện giải quyết.', 'Chờ kết quả xác minh của cơ quan khác.'],
    apologise: ['Cần thêm thời gian xác minh.', 'Chờ ý kiến của cơ quan phối hợp.', 'Hệ thống gián đoạn.'],
  },
  en: {
    refuse: [
      'This agency is not competent.',
      'The conditions are not met.',
      'The dossier repeats one that was sent before.',
    ],
    stop: ['The conditions are not met.', 'Another agency is still verifying.'],
    apologise: [
      'Verification needs more time.',
      'A co-operating agency has not answered yet.',
      'The system was interrupted.',
    ],
  },
};
