import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { fieldAt, pressButton, tick, typeAt } from './acting-on-page.js';
import { allAnswers, answersBefore, type StepId } from './answers.js';
import { findAll, reachPage, reachText, until } from './reading-page.js';
import {
  onCleanDevice,
  onDraft,
  onSentDossier,
  render,
  type SubmissionArgs,
  type SubmissionStory as Story,
} from './submission-story.js';

const meta: Meta<SubmissionArgs> = {
  title: 'Luồng/Nộp hồ sơ',
  component: 'motcua-submission',
  tags: ['!autodocs'],
  parameters: { bare: true },
  args: { framed: false, width: 0 },
  argTypes: { width: { control: { type: 'number', min: 0, max: 1280 } } },
  render,
};
export default meta;

const titles: Readonly<Record<StepId, string>> = {
  requester: 'Thông tin người yêu cầu',
  child: 'Thông tin trẻ được khai sinh',
  mother: 'Thông tin người mẹ',
  father: 'Thông tin người cha',
  'copies-delivery': 'Bản sao và nhận kết quả',
  papers: 'Giấy tờ đính kèm',
};

export const Start: Story = {
  name: 'Trang đầu',
  ...onCleanDevice(),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Đăng ký khai sinh');
    await reachText(canvasElement, 'Thủ tục 1.001193', 'Cần chuẩn bị', 'Giấy chứng sinh', 'Thông tin được lưu ở đâu');
  },
};

export const StartWithDraft: Story = {
  name: 'Trang đầu, có bản nháp',
  ...onDraft((today) => ({
    place: { name: 'step', id: 'child' },
    answers: answersBefore('child', today),
    open: false,
  })),
  play: async ({ canvasElement }) => {
    await reachText(canvasElement, 'Có một hồ sơ đang khai dở', 'Đang ở phần “Trẻ được khai sinh”', 'Khai tiếp');
  },
};

export const AskBeforeRemoving: Story = {
  name: 'Hỏi lại trước khi xóa bản nháp',
  ...onDraft((today) => ({
    place: { name: 'step', id: 'child' },
    answers: answersBefore('child', today),
    open: false,
  })),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Xóa bản nháp');
    await reachText(canvasElement, 'Xóa bản nháp này?');
  },
};

export const StartAfterSending: Story = {
  name: 'Trang đầu, có hồ sơ đã gửi',
  ...onSentDossier({ open: false }),
  play: async ({ canvasElement }) => {
    await reachText(canvasElement, 'Có một hồ sơ đã gửi, chưa đóng xác nhận', 'Xem xác nhận đã gửi');
  },
};

export const Agency: Story = {
  name: 'Nơi đăng ký',
  ...onCleanDevice(),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Bắt đầu hồ sơ mới');
    await reachPage(canvasElement, 'Nơi đăng ký');
  },
};

export const AgencySearch: Story = {
  name: 'Nơi đăng ký, đang tìm',
  ...onCleanDevice(),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Bắt đầu hồ sơ mới');
    await reachPage(canvasElement, 'Nơi đăng ký');
    const input = (await fieldAt(canvasElement, '#agency')).shadowRoot?.querySelector('input');
    input?.focus();
    if (input) input.value = 'ha dong';
    input?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await reachText(canvasElement, 'Phường Hà Đông');
    await expect(findAll(canvasElement, '[role=option]').length).toBeGreaterThan(1);
  },
};

export const AgencyChosen: Story = {
  name: 'Nơi đăng ký, đã chọn',
  ...onDraft(() => ({ place: { name: 'agency' } })),
  play: async ({ canvasElement }) => {
    await reachText(canvasElement, 'Hồ sơ sẽ gửi đến', 'phường Hà Đông');
  },
};

export const AgencyMissing: Story = {
  name: 'Nơi đăng ký, chưa chọn',
  ...onCleanDevice(),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Bắt đầu hồ sơ mới');
    await reachPage(canvasElement, 'Nơi đăng ký');
    await pressButton(canvasElement, 'Tiếp tục');
    await reachText(canvasElement, 'Cần sửa 1 chỗ trước khi tiếp tục', 'Chọn nơi đăng ký khai sinh.');
  },
};

export const RequesterEmpty: Story = { name: 'Người yêu cầu', ...emptyStep('requester') };
export const RequesterFilled: Story = {
  name: 'Người yêu cầu, đã khai',
  ...filledStep('requester', 'Đỗ Nguyễn Diễm Hằng'),
};
export const RequesterWrong: Story = {
  name: 'Người yêu cầu, thiếu',
  ...missingStep('requester', 'Chọn quan hệ với trẻ.'),
};
export const ChildEmpty: Story = { name: 'Trẻ', ...emptyStep('child') };
export const ChildFilled: Story = { name: 'Trẻ, đã khai', ...filledStep('child', 'Nguyễn Đỗ Gia Mẫn') };
export const ChildWrong: Story = { name: 'Trẻ, thiếu', ...missingStep('child', 'Nhập họ, chữ đệm và tên của trẻ.') };
export const MotherEmpty: Story = { name: 'Người mẹ', ...emptyStep('mother') };
export const MotherFilled: Story = { name: 'Người mẹ, đã khai', ...filledStep('mother', '001198004217') };
export const MotherWrong: Story = {
  name: 'Người mẹ, thiếu',
  ...missingStep('mother', 'Nhập họ, chữ đệm và tên của người mẹ.'),
};
export const FatherEmpty: Story = { name: 'Người cha', ...emptyStep('father') };
export const FatherFilled: Story = { name: 'Người cha, đã khai', ...filledStep('father', 'Nguyễn Đức Thắng') };
export const FatherWrong: Story = {
  name: 'Người cha, thiếu',
  ...missingStep('father', 'Nhập họ, chữ đệm và tên của người cha.'),
};
export const DeliveryEmpty: Story = { name: 'Bản sao và nhận kết quả', ...emptyStep('copies-delivery') };
export const DeliveryFilled: Story = {
  name: 'Bản sao và nhận kết quả, đã khai',
  ...filledStep('copies-delivery', '2'),
};
export const DeliveryWrong: Story = {
  name: 'Bản sao và nhận kết quả, thiếu',
  ...missingStep('copies-delivery', 'Chọn có cần bản sao Giấy khai sinh hay không.'),
};

export const DeliveryByPost: Story = {
  name: 'Nhận qua bưu chính',
  ...onDraft((today) => ({
    place: { name: 'step', id: 'copies-delivery' },
    answers: { ...allAnswers(today), delivery: { method: 'post' } },
  })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, titles['copies-delivery']);
    await fieldAt(canvasElement, '/delivery/address');
  },
};

export const WrongDate: Story = {
  name: 'Ngày sinh không có thật',
  ...onDraft((today) => ({ place: { name: 'step', id: 'child' }, answers: answersBefore('child', today) })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, titles.child);
    await typeAt(canvasElement, '/child/birthDate', '31', '#day');
    await typeAt(canvasElement, '/child/birthDate', '02', '#month');
    await typeAt(canvasElement, '/child/birthDate', '2026', '#year');
    await pressButton(canvasElement, 'Tiếp tục');
    await reachText(canvasElement, 'Tháng 2 năm 2026 không có ngày 31');
  },
};

export const LateRegistration: Story = {
  name: 'Đăng ký quá hạn',
  ...onDraft((today) => {
    const answers = allAnswers(today);
    return {
      place: { name: 'step', id: 'child' },
      answers: { ...answers, child: { ...Object(answers['child']), birthDate: '2026-01-05' } },
    };
  }),
  play: async ({ canvasElement }) => {
    await reachText(canvasElement, 'Quá hạn 60 ngày', 'Ngày mùng năm tháng một năm hai nghìn không trăm hai mươi sáu');
  },
};

export const Warning: Story = {
  name: 'Người mẹ, năm sinh khác số định danh',
  ...onDraft((today) => ({ place: { name: 'step', id: 'mother' }, answers: allAnswers(today) })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, titles.mother);
    await typeAt(canvasElement, '/mother/birthDate', '1997', '#year');
    await reachText(canvasElement, 'Số định danh cho biết năm sinh khác với năm sinh đã nhập.');
  },
};

export const OneValue: Story = {
  name: 'Người mẹ là người yêu cầu',
  ...onDraft((today) => ({ place: { name: 'step', id: 'mother' }, answers: allAnswers(today) })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, titles.mother);
    await typeAt(canvasElement, '/mother/fullName', 'Đỗ Nguyễn Diễm Hương');
    await pressButton(canvasElement, 'Tiếp tục');
    await reachPage(canvasElement, titles.father);
    (await until('the step of the requester', () => findAll(canvasElement, 'motcua-progress')[0]))?.dispatchEvent(
      Object.assign(new Event('motcua-goto-step', { bubbles: true }), { stepId: 'requester' }),
    );
    await reachPage(canvasElement, titles.requester);
    await expect(
      (await fieldAt(canvasElement, '/requester/fullName')) as HTMLElement & { value: string },
    ).toHaveProperty('value', 'Đỗ Nguyễn Diễm Hương');
  },
};

export const Review: Story = {
  name: 'Xem lại',
  ...onDraft((today) => ({ place: { name: 'review' }, answers: allAnswers(today), photos: ['giay-chung-sinh.png'] })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Xem lại thông tin đã khai');
    await reachText(canvasElement, 'Nguyễn Đỗ Gia Mẫn', 'Bệnh viện Đa khoa Hà Đông', 'Sửa', 'Tôi cam đoan');
  },
};

export const ReviewIncomplete: Story = {
  name: 'Xem lại, còn thiếu',
  ...onDraft((today) => ({ place: { name: 'review' }, answers: { ...allAnswers(today), delivery: {} } })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Xem lại thông tin đã khai');
    await pressButton(canvasElement, 'Gửi hồ sơ đăng ký khai sinh');
    await reachText(
      canvasElement,
      'Cần sửa 3 chỗ trước khi tiếp tục',
      'Đính kèm giấy chứng sinh.',
      'Đánh dấu vào lời cam đoan',
    );
  },
};

export const AskBeforeDiscarding: Story = {
  name: 'Hỏi lại trước khi hủy hồ sơ',
  ...onDraft((today) => ({ place: { name: 'review' }, answers: allAnswers(today) })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Xem lại thông tin đã khai');
    await pressButton(canvasElement, 'Hủy hồ sơ này');
    await reachText(canvasElement, 'Hủy hồ sơ đang khai?');
  },
};

export const Sent: Story = {
  name: 'Gửi hồ sơ',
  ...onDraft((today) => ({ place: { name: 'review' }, answers: allAnswers(today), photos: ['giay-chung-sinh.png'] })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Xem lại thông tin đã khai');
    await tick(canvasElement, '#declaration');
    await pressButton(canvasElement, 'Gửi hồ sơ đăng ký khai sinh');
    await reachPage(canvasElement, 'Đã gửi hồ sơ đăng ký khai sinh');
    await reachText(canvasElement, 'Mã tạm thời', 'TN-', 'Mã tra cứu', 'Tải xác nhận đã gửi', 'Việc tiếp theo');
  },
};

export const Confirmation: Story = {
  name: 'Xác nhận đã gửi',
  ...onSentDossier(),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Đã gửi hồ sơ đăng ký khai sinh');
  },
};

export const AskBeforeClosing: Story = {
  name: 'Hỏi lại trước khi đóng xác nhận',
  ...onSentDossier(),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Đóng và xóa khỏi máy này');
    await reachText(canvasElement, 'Đã ghi lại hai mã chưa?');
  },
};

function emptyStep(id: StepId): Story {
  return {
    ...onDraft((today) => ({ place: { name: 'step', id }, answers: answersBefore(id, today) })),
    play: async ({ canvasElement }) => reachPage(canvasElement, titles[id]),
  };
}

/** @param value Stands in one of the step's inputs. */
function filledStep(id: StepId, value: string): Story {
  return {
    ...onDraft((today) => ({ place: { name: 'step', id }, answers: allAnswers(today) })),
    play: async ({ canvasElement }) => {
      await reachPage(canvasElement, titles[id]);
      await until(`an input with “${value}”`, () =>
        findAll<HTMLInputElement>(canvasElement, 'input').some((input) => input.value === value),
      );
    },
  };
}

/** @param message Stands in the summary and under its field. */
function missingStep(id: StepId, message: string): Story {
  return {
    ...emptyStep(id),
    play: async ({ canvasElement }) => {
      await reachPage(canvasElement, titles[id]);
      await pressButton(canvasElement, 'Tiếp tục');
      const summary = await until('the error summary', () => findAll(canvasElement, 'motcua-error-summary')[0]);
      await reachText(summary, message);
      await until('the first wrong field', () =>
        findAll(canvasElement, 'motcua-form-field [pointer]').some((field) => Reflect.get(field, 'error') === message),
      );
    },
  };
}
