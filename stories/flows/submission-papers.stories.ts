import type { Meta } from '@storybook/web-components-vite';
import { photographPaper } from '../paint-paper.js';
import { giveFiles, pressButton } from './acting-on-page.js';
import { allAnswers, answersBefore } from './answers.js';
import { cutLine, isUploading, stallLine } from './broken-lines.js';
import type { DraftOptions } from './prepared-draft.js';
import { reachPage, reachText } from './reading-page.js';
import {
  onDraft,
  onDraftOver,
  render,
  type SubmissionArgs,
  type SubmissionStory as Story,
} from './submission-story.js';

const meta: Meta<SubmissionArgs> = {
  title: 'Luồng/Nộp hồ sơ/Giấy tờ đính kèm',
  component: 'motcua-submission',
  tags: ['!autodocs'],
  parameters: { bare: true },
  args: { framed: false, width: 0 },
  render,
};
export default meta;

const certificate = '/papers/birthCertificate';
const noPapers = (today: string): DraftOptions => ({
  place: { name: 'step', id: 'papers' },
  answers: allAnswers(today),
});

export const Empty: Story = {
  name: 'Chưa chọn loại giấy tờ',
  ...onDraft((today) => ({ place: { name: 'step', id: 'papers' }, answers: answersBefore('papers', today) })),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Giấy tờ đính kèm');
    await reachText(canvasElement, 'Giấy tờ về việc sinh');
  },
};

export const Asked: Story = {
  name: 'Chưa có tệp',
  ...onDraft(noPapers),
  play: async ({ canvasElement }) => reachText(canvasElement, 'Chụp đủ bốn góc'),
};

export const Missing: Story = {
  name: 'Thiếu giấy tờ',
  ...onDraft(noPapers),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Giấy tờ đính kèm');
    await pressButton(canvasElement, 'Tiếp tục');
    await reachText(canvasElement, 'Cần sửa 1 chỗ trước khi tiếp tục', 'Đính kèm giấy chứng sinh.');
  },
};

export const Done: Story = {
  name: 'Đã tải lên',
  ...onDraft(noPapers),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Giấy tờ đính kèm');
    await giveFiles(canvasElement, certificate, [await photographPaper('giay-chung-sinh.png')]);
    await reachText(canvasElement, 'giay-chung-sinh.png', 'Đã tải lên');
  },
};

export const TakenUp: Story = {
  name: 'Mở lại bản nháp có tệp',
  ...onDraft((today) => ({
    ...noPapers(today),
    photos: ['giay-chung-sinh-trang-1.png', 'giay-chung-sinh-trang-2.png'],
  })),
  play: async ({ canvasElement }) =>
    reachText(canvasElement, 'giay-chung-sinh-trang-1.png', 'giay-chung-sinh-trang-2.png', 'Đã tải lên'),
};

export const Refused: Story = {
  name: 'Tệp không dùng được',
  ...onDraft(noPapers),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Giấy tờ đính kèm');
    await giveFiles(canvasElement, certificate, [
      new File(['Kính gửi Ủy ban nhân dân'], 'xac-nhan.jpg', { type: 'image/jpeg' }),
    ]);
    await reachText(canvasElement, 'Tệp “xac-nhan.jpg” không phải ảnh JPG, PNG, WebP hoặc tệp PDF');
  },
};

export const EmptyFile: Story = {
  name: 'Tệp rỗng',
  ...onDraft(noPapers),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Giấy tờ đính kèm');
    await giveFiles(canvasElement, certificate, [new File([], 'giay-chung-sinh.pdf', { type: 'application/pdf' })]);
    await reachText(canvasElement, 'Tệp “giay-chung-sinh.pdf” không có nội dung.');
  },
};

export const Uploading: Story = {
  name: 'Đang tải lên',
  ...onDraftOver({ fetch: stallLine(isUploading) }, noPapers),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Giấy tờ đính kèm');
    await giveFiles(canvasElement, certificate, [await photographPaper('giay-chung-sinh.png')]);
    await reachText(canvasElement, 'Có thể khai tiếp trong khi tệp đang tải lên', 'Đang tải lên');
  },
};

export const Waiting: Story = {
  name: 'Chờ có mạng',
  ...onDraftOver({ fetch: cutLine(isUploading) }, noPapers),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Giấy tờ đính kèm');
    await giveFiles(canvasElement, certificate, [await photographPaper('giay-chung-sinh.png')]);
    await reachText(canvasElement, 'Chờ có mạng để tải tiếp');
  },
};
