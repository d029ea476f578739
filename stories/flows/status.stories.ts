import '@motcua/widgets/define/status';
import type { LookupClient } from '@motcua/client';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../story-width.js';
import { fieldAt, pressButton, typeAt } from './acting-on-page.js';
import { cutLine, isAnything, stallLine } from './broken-lines.js';
import { prepare, prepareSent, type Prepared, type Sent } from './prepared-draft.js';
import { findAll, reachPage, reachText, until } from './reading-page.js';

interface StatusArgs {
  framed: boolean;
  /** Pixels; 0 for the width of the window. */
  width: number;
}
type Story = StoryObj<StatusArgs>;

interface Loaded {
  readonly prepared: Prepared;
  /** A dossier that was sent; absent where the story needs none. */
  readonly sent?: Sent;
  /** Takes the place of the gateway's own client, to break the line. */
  readonly client?: LookupClient;
}

const meta: Meta<StatusArgs> = {
  title: 'Luồng/Tra cứu hồ sơ',
  component: 'motcua-status',
  tags: ['!autodocs'],
  parameters: { bare: true },
  args: { framed: false, width: 0 },
  argTypes: { width: { control: { type: 'number', min: 0, max: 1280 } } },
  render: ({ framed, width }, { loaded, globals }) => {
    const { prepared, sent, client } = loaded as Loaded;
    const status = html`<motcua-status
      .gateway=${prepared.gateway}
      .client=${client}
      .code=${sent?.confirmation.provisionalCode ?? ''}
      locale=${globals['locale'] as string}
      theme=${globals['theme'] as string}
      density=${globals['density'] as string}
      ?framed=${framed}
    ></motcua-status>`;
    return width === 0 ? status : html`<story-width .width=${width}>${status}</story-width>`;
  },
};
export default meta;

const onNothing = { loaders: [async (): Promise<Loaded> => ({ prepared: await prepare() })] };
const onDossier = {
  loaders: [
    async (): Promise<Loaded> => {
      const prepared = await prepare();
      return { prepared, sent: await prepareSent(prepared, { open: false }) };
    },
  ],
};

export const Empty: Story = {
  name: 'Trống',
  ...onNothing,
  play: async ({ canvasElement }) => {
    await reachPage(canvasElement, 'Tra cứu hồ sơ');
    await reachText(canvasElement, 'Mã hồ sơ hoặc mã tạm thời', 'Mã tra cứu');
  },
};

export const CodeMissing: Story = {
  name: 'Chưa nhập mã',
  ...onNothing,
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Tra cứu');
    await reachText(canvasElement, 'Nhập mã hồ sơ hoặc mã tạm thời.');
  },
};

export const Malformed: Story = {
  name: 'Mã gõ sai',
  ...onNothing,
  play: async ({ canvasElement }) => {
    await typeAt(canvasElement, '#code', 'TN-7K3M-Q9XD');
    await typeAt(canvasElement, '#secret', '7KQ4-M9XD');
    await pressButton(canvasElement, 'Tra cứu');
    await reachText(canvasElement, 'Mã tạm thời có dạng TN-XXXX-XXXX-XXXX.', 'Hiện có 8 ký tự.');
  },
};

export const NotFound: Story = {
  name: 'Không tìm thấy',
  ...onNothing,
  play: async ({ canvasElement }) => {
    await typeAt(canvasElement, '#code', 'TN-0000-0000-0000');
    await pressButton(canvasElement, 'Tra cứu');
    await reachText(canvasElement, 'Không tìm thấy hồ sơ với thông tin đã nhập.');
  },
};

export const WrongSecret: Story = {
  name: 'Sai mã tra cứu',
  ...onDossier,
  play: async ({ canvasElement }) => {
    await typeAt(canvasElement, '#secret', '0000-0000-0000-0000-0000-0000-00');
    await pressButton(canvasElement, 'Tra cứu');
    await reachText(canvasElement, 'Không tìm thấy hồ sơ với thông tin đã nhập.');
  },
};

export const Searching: Story = {
  name: 'Đang tra cứu',
  loaders: [brokenBy(stallLine(isAnything))],
  play: async ({ canvasElement }) => {
    await typeAt(canvasElement, '#code', 'TN-0000-0000-0000');
    await pressButton(canvasElement, 'Tra cứu');
    await reachText(canvasElement, 'Đang tra cứu');
  },
};

export const Offline: Story = {
  name: 'Mất kết nối',
  loaders: [brokenBy(cutLine(isAnything))],
  play: async ({ canvasElement }) => {
    await typeAt(canvasElement, '#code', 'TN-0000-0000-0000');
    await pressButton(canvasElement, 'Tra cứu');
    await reachText(canvasElement, 'Chưa tải được vì mất kết nối.');
  },
};

export const Completion: Story = {
  name: 'Mức độ hoàn thành',
  ...onDossier,
  play: async ({ canvasElement }) => {
    await pressButton(canvasElement, 'Tra cứu');
    await reachText(canvasElement, 'Mức độ hoàn thành', 'Hồ sơ đã gửi, đang chờ tiếp nhận.');
  },
};

export const Dossier: Story = { name: 'Hồ sơ', ...onDossier, play: openDossier };

export const Answers: Story = {
  name: 'Hồ sơ và thông tin đã gửi',
  ...onDossier,
  play: async (context) => {
    await openDossier(context);
    await pressButton(context.canvasElement, 'Xem thông tin đã gửi');
    await reachText(context.canvasElement, 'Nguyễn Đỗ Gia Mẫn', 'Bệnh viện Đa khoa Hà Đông');
  },
};

export const AskBeforeWithdrawing: Story = {
  name: 'Hỏi lại trước khi rút',
  ...onDossier,
  play: async (context) => {
    await openDossier(context);
    await pressButton(context.canvasElement, 'Rút hồ sơ');
    await reachText(context.canvasElement, 'Rút hồ sơ này?');
  },
};

export const Withdrawn: Story = {
  name: 'Đã rút',
  ...onDossier,
  play: async (context) => {
    const { canvasElement } = context;
    await openDossier(context);
    await pressButton(canvasElement, 'Rút hồ sơ');
    const dialog = await until('the question', () =>
      findAll<HTMLDialogElement>(canvasElement, 'dialog').find(({ open }) => open),
    );
    dialog.querySelector<HTMLElement>('.destructive')?.click();
    await reachText(canvasElement, 'Đã gửi yêu cầu rút hồ sơ.', 'Công dân yêu cầu rút hồ sơ');
  },
};

export const English: Story = { name: 'Tiếng Anh', globals: { locale: 'en' }, ...onDossier, play: openDossier };
export const Dark: Story = { name: 'Tối', globals: { theme: 'dark' }, ...onDossier, play: openDossier };
export const Contrast: Story = {
  name: 'Tương phản cao',
  globals: { theme: 'contrast' },
  ...onDossier,
  play: openDossier,
};
export const MenLam: Story = { name: 'Men lam', globals: { theme: 'men-lam' }, ...onDossier, play: openDossier };
export const Narrow: Story = { name: '360', args: { width: 360 }, ...onDossier, play: openDossier };
export const NarrowMalformed: Story = {
  name: '360, mã gõ sai',
  args: { width: 360 },
  ...onNothing,
  play: playOf(Malformed),
};

async function openDossier({ canvasElement, loaded }: { canvasElement: HTMLElement; loaded: unknown }): Promise<void> {
  const { sent } = loaded as Loaded;
  await fieldAt(canvasElement, '#code');
  await typeAt(canvasElement, '#secret', sent?.secret ?? '');
  const search = await until('the button of the question', () => findAll(canvasElement, '.question motcua-button')[0]);
  search.shadowRoot?.querySelector('button')?.click();
  await until('the dossier', () => findAll(canvasElement, 'motcua-timeline')[0]);
  await reachText(canvasElement, sent?.confirmation.provisionalCode ?? 'TN-');
}

function brokenBy(broken: typeof fetch) {
  return async (): Promise<Loaded> => {
    const prepared = await prepare();
    return { prepared, client: prepared.connect({ retry: { attempts: 1 }, fetch: broken }) };
  };
}

function playOf({ play }: Story): NonNullable<Story['play']> {
  if (!play) throw new Error('The story plays nothing.');
  return play;
}
