import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { photographPaper } from '../paint-paper.js';
import { fieldAt, giveFiles, pressButton, typeAt } from './acting-on-page.js';
import { allAnswers, answersBefore } from './answers.js';
import type { DraftOptions } from './prepared-draft.js';
import { reachPage, reachText } from './reading-page.js';
import {
  onCleanDevice,
  onDraft,
  onSentDossier,
  render,
  type SubmissionArgs,
  type SubmissionStory as Story,
} from './submission-story.js';

const meta: Meta<SubmissionArgs> = {
  title: 'Luồng/Nộp hồ sơ/Ngôn ngữ, chủ đề, bề rộng',
  component: 'motcua-submission',
  tags: ['!autodocs'],
  parameters: { bare: true },
  args: { framed: false, width: 0 },
  render,
};
export default meta;

const emptyChild = (today: string): DraftOptions => ({
  place: { name: 'step', id: 'child' },
  answers: answersBefore('child', today),
});
const atReview = (today: string): DraftOptions => ({
  place: { name: 'review' },
  answers: allAnswers(today),
  photos: ['giay-chung-sinh.png'],
});
const english = { globals: { locale: 'en' } };
const narrow = { args: { width: 360 } };

const showStart: Story['play'] = async ({ canvasElement }) => reachText(canvasElement, 'Cần chuẩn bị');
const showReview: Story['play'] = async ({ canvasElement }) => reachText(canvasElement, 'Nguyễn Đỗ Gia Mẫn');
const showConfirmation: Story['play'] = async ({ canvasElement }) => reachText(canvasElement, 'Mã tạm thời');
const showErrors: Story['play'] = async ({ canvasElement }) => {
  await reachPage(canvasElement, 'Thông tin trẻ được khai sinh');
  await pressButton(canvasElement, 'Tiếp tục');
  await reachText(canvasElement, 'Nhập họ, chữ đệm và tên của trẻ.');
};

export const EnglishStart: Story = {
  name: 'Tiếng Anh, trang đầu',
  ...english,
  ...onCleanDevice(),
  play: async ({ canvasElement }) => reachPage(canvasElement, 'Birth registration'),
};
export const EnglishErrors: Story = {
  name: 'Tiếng Anh, còn thiếu',
  ...english,
  ...onDraft(emptyChild),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Continue');
    await reachText(canvasElement, 'Fix 8 things before you continue');
  },
};
export const EnglishReview: Story = {
  name: 'Tiếng Anh, xem lại',
  ...english,
  ...onDraft(atReview),
  play: showReview,
};
export const EnglishConfirmation: Story = {
  name: 'Tiếng Anh, xác nhận',
  ...english,
  ...onSentDossier(),
  play: async ({ canvasElement }) => reachText(canvasElement, 'TN-'),
};
export const Switched: Story = {
  name: 'Đổi ngôn ngữ giữa chừng',
  ...onDraft(emptyChild),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Thông tin trẻ được khai sinh');
    await typeAt(canvasElement, '/child/fullName', 'Nguyễn Đỗ Gia Mẫn');
    await pressButton(canvasElement, 'EN');
    await reachText(canvasElement, 'Continue');
    await expect((await fieldAt(canvasElement, '/child/fullName')) as HTMLElement).toHaveProperty(
      'value',
      'Nguyễn Đỗ Gia Mẫn',
    );
  },
};

export const DarkStart: Story = {
  name: 'Tối, trang đầu',
  globals: { theme: 'dark' },
  ...onCleanDevice(),
  play: showStart,
};
export const DarkErrors: Story = {
  name: 'Tối, còn thiếu',
  globals: { theme: 'dark' },
  ...onDraft(emptyChild),
  play: showErrors,
};
export const DarkReview: Story = {
  name: 'Tối, xem lại',
  globals: { theme: 'dark' },
  ...onDraft(atReview),
  play: showReview,
};
export const DarkConfirmation: Story = {
  name: 'Tối, xác nhận',
  globals: { theme: 'dark' },
  ...onSentDossier(),
  play: showConfirmation,
};
export const ContrastErrors: Story = {
  name: 'Tương phản cao, còn thiếu',
  globals: { theme: 'contrast' },
  ...onDraft(emptyChild),
  play: showErrors,
};
export const ContrastConfirmation: Story = {
  name: 'Tương phản cao, xác nhận',
  globals: { theme: 'contrast' },
  ...onSentDossier(),
  play: showConfirmation,
};
export const MenLamStart: Story = {
  name: 'Men lam, trang đầu',
  globals: { theme: 'men-lam' },
  ...onCleanDevice(),
  play: showStart,
};
export const MenLamReview: Story = {
  name: 'Men lam, xem lại',
  globals: { theme: 'men-lam' },
  ...onDraft(atReview),
  play: showReview,
};
export const Framed: Story = {
  name: 'Có khung',
  args: { framed: true, width: 720 },
  ...onDraft(emptyChild),
  play: showErrors,
};
export const Kiosk: Story = {
  name: 'Máy ở bộ phận Một cửa',
  globals: { density: 'kiosk' },
  ...onDraft(emptyChild),
  play: showErrors,
};

export const NarrowStart: Story = { name: '360, trang đầu', ...narrow, ...onCleanDevice(), play: showStart };
export const NarrowErrors: Story = { name: '360, còn thiếu', ...narrow, ...onDraft(emptyChild), play: showErrors };
export const NarrowReview: Story = { name: '360, xem lại', ...narrow, ...onDraft(atReview), play: showReview };
export const NarrowConfirmation: Story = {
  name: '360, xác nhận',
  ...narrow,
  ...onSentDossier(),
  play: showConfirmation,
};
export const NarrowPapers: Story = {
  name: '360, giấy tờ đính kèm',
  ...narrow,
  ...onDraft((today) => ({ place: { name: 'step', id: 'papers' }, answers: allAnswers(today) })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Giấy tờ đính kèm');
    await giveFiles(canvasElement, '/papers/birthCertificate', [await photographPaper('giay-chung-sinh.png')]);
    await reachText(canvasElement, 'Đã tải lên');
  },
};
