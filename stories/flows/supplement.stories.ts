import type { Meta } from '@storybook/web-components-vite';
import type { Dossier } from '@motcua/schemas';
import { pressButton, typeAt } from './acting-on-page.js';
import { addStep, ask, receive, supplement, type Steps } from './officer-steps.js';
import { findAll, reachPage, reachText, until } from './reading-page.js';
import { afterSteps, openDossier, renderStatus, type StatusArgs, type StatusStory, wayOf } from './status-story.js';

type Context = Parameters<NonNullable<StatusStory['play']>>[0];

const meta: Meta<StatusArgs> = {
  title: 'Luồng/Bổ sung hồ sơ',
  component: 'motcua-supplement',
  tags: ['!autodocs'],
  parameters: { bare: true },
  args: { framed: false, width: 0 },
  argTypes: { width: { control: { type: 'number', min: 0, max: 1280 } } },
  render: renderStatus,
};
export default meta;

const asked = (filed: Dossier): Dossier =>
  ask(receive(filed), [
    { pointer: '/child/fullName', reason: 'Tên của trẻ khác với giấy chứng sinh.' },
    { pointer: '/copies/wanted', reason: 'Chưa rõ có cần bản sao hay không.' },
    {
      pointer: '/papers/birthCertificate',
      reason: 'Ảnh bị mờ, không đọc được số giấy và con dấu. Chụp lại trang này.',
    },
    { document: 'identity-paper', reason: 'Mang theo để đối chiếu với số định danh đã khai.' },
  ]);
const steps: Steps = { dossier: asked, answered: supplement };

async function openForm(context: Context): Promise<void> {
  await openDossier(context);
  await pressButton(context.canvasElement, 'Bổ sung ngay');
  await reachPage(context.canvasElement, 'Bổ sung hồ sơ');
  await reachText(context.canvasElement, 'Họ, chữ đệm và tên của trẻ', 'Gửi bổ sung');
}

async function change({ canvasElement }: Context): Promise<void> {
  await typeAt(canvasElement, '/child/fullName', 'Nguyễn Đỗ Gia Mỹ');
  const no = await until('the choice “Không”', () => {
    const field = findAll<HTMLElement & { pointer?: string }>(canvasElement, 'motcua-choice-field').find(
      ({ pointer }) => pointer === '/copies/wanted',
    );
    return field?.shadowRoot?.querySelector<HTMLInputElement>('label:last-of-type input, input[value="false"]');
  });
  no.click();
  await reachText(canvasElement, 'Nguyễn Đỗ Gia Mẫn', 'Nguyễn Đỗ Gia Mỹ', 'Số bản sao');
}

export const Asked: StatusStory = {
  name: 'Cơ quan yêu cầu',
  ...afterSteps(steps),
  play: async (context) => {
    await openDossier(context);
    await reachText(context.canvasElement, 'Cần bổ sung 4 mục', 'Họ, chữ đệm và tên của trẻ:', 'Mang đến cơ quan:');
  },
};

export const Editing: StatusStory = {
  name: 'Sửa chỗ được yêu cầu',
  ...afterSteps(steps),
  play: async (context) => {
    await openForm(context);
    await reachText(
      context.canvasElement,
      'Cơ quan yêu cầu: Tên của trẻ khác với giấy chứng sinh.',
      'Các mục giữ nguyên',
    );
  },
};

export const Changes: StatusStory = {
  name: 'Những gì sẽ đổi',
  ...afterSteps(steps),
  play: async (context) => {
    await openForm(context);
    await change(context);
  },
};

export const Opened: StatusStory = {
  name: 'Chỗ mở ra theo câu trả lời',
  ...afterSteps({
    ...steps,
    dossier: (filed) =>
      ask(receive(filed), [{ pointer: '/papers/birthEvidence', reason: 'Giấy chứng sinh này của trẻ khác.' }]),
  }),
  play: async (context) => {
    const { canvasElement } = context;
    await openDossier(context);
    await pressButton(canvasElement, 'Bổ sung ngay');
    await reachPage(canvasElement, 'Bổ sung hồ sơ');
    const witness = await until('the choice of a witness', () =>
      findAll<HTMLInputElement>(canvasElement, 'input[value="witness-statement"]').at(0),
    );
    witness.click();
    await reachText(canvasElement, 'Cần khai thêm', 'Văn bản của người làm chứng');
  },
};

export const Wrong: StatusStory = {
  name: 'Còn chỗ cần sửa',
  ...afterSteps(steps),
  play: async (context) => {
    await openForm(context);
    await typeAt(context.canvasElement, '/child/fullName', ' ');
    await pressButton(context.canvasElement, 'Gửi bổ sung');
    await reachText(context.canvasElement, 'Cần sửa 1 chỗ trước khi tiếp tục');
  },
};

export const Cut: StatusStory = {
  name: 'Gửi khi mất kết nối',
  ...afterSteps({ ...steps, cutSending: true }),
  play: async (context) => {
    await openForm(context);
    await change(context);
    await pressButton(context.canvasElement, 'Gửi bổ sung');
    await reachText(context.canvasElement, 'Chưa gửi được vì mất kết nối.', 'Nguyễn Đỗ Gia Mỹ');
  },
};

export const Moved: StatusStory = {
  name: 'Hồ sơ thay đổi trong khi sửa',
  ...afterSteps(steps),
  play: async (context) => {
    await openForm(context);
    await change(context);
    wayOf(context.loaded).line.step((dossier) => {
      const { supplementRequest: _, ...rest } = dossier;
      return addStep(rest, { state: { name: 'stopped' }, move: 'stop', actor: 'officer' });
    });
    await reachText(context.canvasElement, 'Hồ sơ vừa có thay đổi', 'Dừng xử lý', 'Nguyễn Đỗ Gia Mỹ');
  },
};

export const Resent: StatusStory = {
  name: 'Đã gửi phần bổ sung',
  ...afterSteps(steps),
  play: async (context) => {
    await openForm(context);
    await change(context);
    await pressButton(context.canvasElement, 'Gửi bổ sung');
    await reachText(context.canvasElement, 'Đã gửi phần bổ sung.', 'Người nộp đã bổ sung hồ sơ.');
  },
};

export const PaperOnly: StatusStory = {
  name: 'Chỉ cần mang giấy tờ đến',
  ...afterSteps({
    ...steps,
    dossier: (filed) => ask(receive(filed), [{ document: 'identity-paper', reason: 'Mang theo để đối chiếu.' }]),
  }),
  play: async (context) => {
    await openDossier(context);
    await pressButton(context.canvasElement, 'Bổ sung ngay');
    await reachText(context.canvasElement, 'Mang đến nộp, rồi bấm “Gửi bổ sung”.', 'Mang đến cơ quan:');
  },
};

export const EditParts: StatusStory = {
  name: 'Sửa trước khi tiếp nhận',
  ...afterSteps({ dossier: (filed) => filed }),
  play: async (context) => {
    await openDossier(context);
    await pressButton(context.canvasElement, 'Sửa thông tin đã gửi');
    await reachPage(context.canvasElement, 'Sửa thông tin đã gửi');
    await reachText(context.canvasElement, 'Người mẹ', 'Gửi thông tin mới');
  },
};

export const EditPart: StatusStory = {
  name: 'Sửa một phần',
  ...afterSteps({ dossier: (filed) => filed }),
  play: async (context) => {
    const { canvasElement } = context;
    await openDossier(context);
    await pressButton(canvasElement, 'Sửa thông tin đã gửi');
    await reachText(canvasElement, 'Gửi thông tin mới');
    const edit = await until('“Sửa” of the child', () => findAll(canvasElement, '[data-section="child"] button').at(0));
    edit.click();
    await reachText(canvasElement, 'Xong phần này', 'Giới tính');
  },
};

export const Narrow: StatusStory = { ...Changes, name: '360, những gì sẽ đổi', args: { width: 360 } };
export const NarrowAsked: StatusStory = { ...Asked, name: '360, cơ quan yêu cầu', args: { width: 360 } };
export const Dark: StatusStory = { ...Changes, name: 'Tối', globals: { theme: 'dark' } };
export const Contrast: StatusStory = { ...Changes, name: 'Tương phản cao', globals: { theme: 'contrast' } };
