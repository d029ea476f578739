import { StorageError, type Client } from '@motcua/client';
import type { Meta } from '@storybook/web-components-vite';
import { pressButton, tick, typeAt } from './acting-on-page.js';
import { allAnswers, answersBefore } from './answers.js';
import { cutLine, isAnything, isSending, stallLine } from './broken-lines.js';
import type { DraftOptions } from './prepared-draft.js';
import { reachPage, reachText } from './reading-page.js';
import {
  onDraft,
  onDraftOver,
  preparedOf,
  render,
  type SubmissionArgs,
  type SubmissionStory as Story,
} from './submission-story.js';

const meta: Meta<SubmissionArgs> = {
  title: 'Luồng/Nộp hồ sơ/Trục trặc',
  component: 'motcua-submission',
  tags: ['!autodocs'],
  parameters: { bare: true },
  args: { framed: false, width: 0 },
  render,
};
export default meta;

const once = { retry: { attempts: 1 } };
const atReview = (today: string): DraftOptions => ({
  place: { name: 'review' },
  answers: allAnswers(today),
  photos: ['giay-chung-sinh.png'],
});
const atChild = (today: string): DraftOptions => ({
  place: { name: 'step', id: 'child' },
  answers: answersBefore('child', today),
});
const onlyOffered = (today: string): DraftOptions => ({ ...atChild(today), open: false });

export const FailedToLoad: Story = {
  name: 'Chưa tải được thủ tục',
  ...onDraftOver({ ...once, fetch: cutLine(isAnything) }, onlyOffered),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Chưa tải được thủ tục');
    await reachText(canvasElement, 'Chưa tải được vì mất kết nối.', 'Thử lại');
  },
};

export const Loading: Story = {
  name: 'Đang tải thủ tục',
  ...onDraftOver({ ...once, fetch: stallLine(isAnything) }, onlyOffered),
  play: async ({ canvasElement }) => reachText(canvasElement, 'Đang tải thủ tục'),
};

export const Sending: Story = {
  name: 'Đang gửi',
  ...onDraftOver({ ...once, fetch: stallLine(isSending) }, atReview),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await reachText(canvasElement, 'Đang gửi hồ sơ');
  },
};

export const SendingAgain: Story = {
  name: 'Đang gửi lại',
  ...onDraftOver(
    { fetch: cutLine(isSending), retry: { attempts: 2, baseDelayMs: 60_000, maxDelayMs: 60_000 } },
    atReview,
  ),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await reachText(canvasElement, 'Đường truyền chậm, đang gửi lại.');
  },
};

export const SendingFailed: Story = {
  name: 'Chưa gửi được vì mất kết nối',
  ...onDraftOver({ ...once, fetch: cutLine(isSending) }, atReview),
  play: async ({ canvasElement }) => {
    await send(canvasElement);
    await reachText(canvasElement, 'Chưa gửi được hồ sơ', 'hồ sơ không bị gửi hai lần');
  },
};

export const Offline: Story = {
  name: 'Đang mất kết nối',
  ...onDraft(atChild),
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    return () => Reflect.deleteProperty(navigator, 'onLine');
  },
  play: async ({ canvasElement }) => reachText(canvasElement, 'Đang mất kết nối', 'Có thể khai tiếp.'),
};

export const MemoryOnlyStart: Story = {
  name: 'Không lưu được trên máy, trang đầu',
  ...onDraftOver({ storage: 'memory' }, onlyOffered),
  play: async ({ canvasElement }) => reachText(canvasElement, 'Trình duyệt này không cho lưu trên máy.'),
};

export const MemoryOnly: Story = {
  name: 'Không lưu được trên máy, đang khai',
  ...onDraftOver({ storage: 'memory' }, onlyOffered),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Bắt đầu hồ sơ mới');
    await reachPage(canvasElement, 'Nơi đăng ký');
    await reachText(canvasElement, 'Chỉ giữ trong trang này');
  },
};

export const DeviceFull: Story = {
  name: 'Máy hết dung lượng',
  ...onDraftOver({}, atChild, withFullDevice),
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Thông tin trẻ được khai sinh');
    await typeAt(canvasElement, '/child/fullName', 'Nguyễn Đỗ Gia Mẫn');
    await reachText(canvasElement, 'Chưa lưu được trên máy này', 'Máy này hết dung lượng.', 'Tải bản nháp về');
  },
};

export const TakenOver: Story = {
  name: 'Đang mở ở thẻ khác',
  ...onDraft(atChild),
  play: async ({ canvasElement, loaded }) => {
    await reachPage(canvasElement, 'Thông tin trẻ được khai sinh');
    const { client } = preparedOf(loaded);
    const [draft] = (await client.drafts.list()).drafts;
    await client.drafts.claim(draft?.id ?? '', { takeOver: true });
    await reachText(canvasElement, 'Hồ sơ này đang mở ở thẻ khác', 'Sửa ở thẻ này');
  },
};

export const TakenBack: Story = {
  name: 'Sửa tiếp ở thẻ này',
  ...onDraft(atChild),
  play: async (context) => {
    const { canvasElement } = context;
    await TakenOver.play?.(context);
    await pressButton(canvasElement, 'Sửa ở thẻ này');
    await reachPage(canvasElement, 'Thông tin trẻ được khai sinh');
    await typeAt(canvasElement, '/child/fullName', 'Nguyễn Đỗ Gia Mẫn');
    await reachText(canvasElement, 'Đã lưu lúc');
  },
};

async function send(canvas: HTMLElement): Promise<void> {
  await reachPage(canvas, 'Xem lại thông tin đã khai');
  await tick(canvas, '#declaration');
  await pressButton(canvas, 'Gửi hồ sơ đăng ký khai sinh');
}

/** A host's storage without room: it reads, and refuses to write. */
function withFullDevice(client: Client): Client {
  return { ...client, drafts: { ...client.drafts, save: () => Promise.reject(new StorageError('storage.quota')) } };
}
