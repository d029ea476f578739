import type { Client } from '@motcua/client';
import type { Meta } from '@storybook/web-components-vite';
import { pressButton } from './acting-on-page.js';
import { cutLine, isAnything } from './broken-lines.js';
import { openOfficerLine, receive } from './officer-steps.js';
import { prepare, prepareSent } from './prepared-draft.js';
import { findAll, reachText, until } from './reading-page.js';
import { renderStatus, type StatusArgs, type StatusStory, type Way } from './status-story.js';

const meta: Meta<StatusArgs> = {
  title: 'Luồng/Hồ sơ trên máy này',
  component: 'motcua-my-dossiers',
  tags: ['!autodocs'],
  parameters: { bare: true },
  args: { framed: false, width: 0 },
  argTypes: { width: { control: { type: 'number', min: 0, max: 1280 } } },
  render: renderStatus,
};
export default meta;

/** This many dossiers that were sent and are remembered on this device; the question above them is empty. */
function remembering(
  count: number,
  change: (way: Way) => Client = ({ client }) => client,
): Pick<StatusStory, 'loaders'> {
  return {
    loaders: [
      async (): Promise<Way> => {
        const prepared = await prepare();
        const { client } = prepared;
        await client.myDossiers.forgetAll();
        let sent = await prepareSent(prepared, { open: false });
        for (let at = 0; at < count; at += 1) {
          if (at > 0) sent = await prepareSent(prepared, { open: false });
          await client.myDossiers.keep(sent.confirmation, sent.secret);
        }
        const line = openOfficerLine({ dossier: receive });
        const confirmation = { ...sent.confirmation, provisionalCode: '' };
        const way: Way = { prepared, sent: { ...sent, confirmation }, line, client };
        return { ...way, client: change(way) };
      },
    ],
  };
}

export const Empty: StatusStory = {
  name: 'Chưa có hồ sơ nào',
  ...remembering(0),
  play: async ({ canvasElement }) => {
    await until('the list that shows nothing', () => findAll(canvasElement, 'motcua-my-dossiers')[0]);
    await reachText(canvasElement, 'Tra cứu hồ sơ');
  },
};

export const Three: StatusStory = {
  name: 'Ba hồ sơ',
  ...remembering(3),
  play: async ({ canvasElement }) => {
    await until('three dossiers', () => findAll(canvasElement, '.item').length === 3);
    await reachText(canvasElement, 'Hồ sơ trên máy này', 'Mới đăng ký', 'Bỏ tất cả khỏi máy này');
  },
};

export const Followed: StatusStory = {
  name: 'Trạng thái mới nhất',
  ...remembering(1, ({ prepared, line }) => prepared.connect({ fetch: line.fetch })),
  play: async ({ canvasElement }) => {
    await reachText(canvasElement, 'Được tiếp nhận', 'Hẹn trả', '000.00.09.H26-261120-0047');
  },
};

export const Offline: StatusStory = {
  name: 'Mất kết nối',
  ...remembering(2, ({ prepared }) => prepared.connect({ retry: { attempts: 1 }, fetch: cutLine(isAnything) })),
  play: async ({ canvasElement }) => {
    await reachText(canvasElement, 'Đang mất kết nối. Trạng thái dưới đây là của lần xem gần nhất.', 'Mới đăng ký');
  },
};

export const Opened: StatusStory = {
  name: 'Mở không cần nhập mã',
  ...remembering(1),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Xem hồ sơ');
    await reachText(canvasElement, 'Quá trình giải quyết');
  },
};

export const AskBeforeForgetting: StatusStory = {
  name: 'Hỏi lại trước khi bỏ',
  ...remembering(1),
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Bỏ khỏi máy này');
    await reachText(canvasElement, 'Bỏ hồ sơ này khỏi máy?');
  },
};

export const Locked: StatusStory = {
  name: 'Khóa của trình duyệt đã mất',
  ...remembering(1, ({ client }) => ({
    ...client,
    myDossiers: {
      ...client.myDossiers,
      list: async () => {
        const { dossiers } = await client.myDossiers.list();
        const broken = dossiers.map(({ id, seenAt }) => ({
          id,
          slug: 'my-dossiers',
          updatedAt: seenAt,
          expiresAt: seenAt,
          code: 'draft.unreadable' as const,
        }));
        return { dossiers: [], broken };
      },
    },
  })),
  play: async ({ canvasElement }) => {
    await reachText(canvasElement, 'Có 1 hồ sơ được lưu trên máy này nhưng không mở được nữa');
  },
};

export const Narrow: StatusStory = { ...Three, name: '360', args: { width: 360 } };
export const Dark: StatusStory = { ...Three, name: 'Tối', globals: { theme: 'dark' } };
