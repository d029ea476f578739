import type { Meta } from '@storybook/web-components-vite';
import type { Attachment, Dossier, Letter } from '@motcua/schemas';
import { pressButton } from './acting-on-page.js';
import { addStep, receive } from './officer-steps.js';
import { findAll, reachText, until } from './reading-page.js';
import { afterSteps, openDossier, renderStatus, type StatusArgs, type StatusStory } from './status-story.js';

const meta: Meta<StatusArgs> = {
  title: 'Luồng/Tra cứu hồ sơ/Trên đường giải quyết',
  component: 'motcua-status',
  tags: ['!autodocs'],
  parameters: { bare: true },
  args: { framed: false, width: 0 },
  argTypes: { width: { control: { type: 'number', min: 0, max: 1280 } } },
  render: renderStatus,
};
export default meta;

const day = 24 * 60 * 60_000;
const shift = (at: string | undefined, days: number): string =>
  new Date(Date.parse(at ?? new Date().toISOString()) + days * day).toISOString();
const process = (dossier: Dossier): Dossier => ({
  ...addStep(receive(dossier), { state: { name: 'processing' }, move: 'process', actor: 'officer' }),
  expectedStates: ['completed', 'returned'],
});

const file: Attachment = {
  uploadId: '0'.repeat(32),
  name: 'Giấy khai sinh Nguyễn Đỗ Gia Mẫn.pdf',
  mediaType: 'application/pdf',
  size: 48_213,
  sha256: '0'.repeat(64),
};

function complete(dossier: Dossier): Dossier {
  const done = addStep(process(dossier), { state: { name: 'completed' }, move: 'complete', actor: 'officer' });
  const { at = '', sequence = 1 } = done.history.at(-1) ?? {};
  return {
    ...done,
    expectedStates: ['returned'],
    results: [file],
    letters: [...(done.letters ?? []), { sequence, kind: 'result', issuedAt: at }],
  };
}

function writeSlip({
  provisionalCode,
  officialCode = '',
  agency,
  procedure,
  submittedAt,
  dueAt = '',
}: Dossier): Letter {
  return {
    kind: 'receptionSlip',
    form: '01',
    sequence: 2,
    issuedAt: submittedAt,
    code: officialCode,
    provisionalCode,
    officialCode,
    agency,
    procedure,
    applicant: { name: 'Đỗ Nguyễn Diễm Hằng', phone: '0912 345 678' },
    payloadHash: '0'.repeat(64),
    papers: [{ name: { vi: 'Giấy chứng sinh' }, electronicFiles: 1 }],
    sets: 1,
    receivedAt: submittedAt,
    dueAt,
    jws: 'e30..AA',
  };
}

export const Received: StatusStory = {
  name: 'Được tiếp nhận',
  ...afterSteps({ dossier: receive }),
  play: async (context) => {
    await openDossier(context);
    await reachText(context.canvasElement, 'Được tiếp nhận', 'In giấy tiếp nhận');
  },
};

export const Refused: StatusStory = {
  name: 'Không được tiếp nhận',
  ...afterSteps({
    dossier: (filed) => ({
      ...addStep(filed, {
        state: { name: 'refused' },
        move: 'refuse',
        note: 'Nơi cư trú của cha, mẹ không thuộc phường này. Gửi đến nơi cư trú của cha hoặc mẹ.',
      }),
      expectedStates: [],
    }),
  }),
  play: async (context) => {
    await openDossier(context);
    await reachText(context.canvasElement, 'Hồ sơ không được tiếp nhận', 'Lý do: Nơi cư trú của cha, mẹ');
  },
};

export const Apologised: StatusStory = {
  name: 'Xin lỗi và hẹn lại',
  ...afterSteps({
    dossier: (filed) => ({
      ...addStep(process(filed), {
        state: { name: 'processing' },
        move: 'apologise',
        actor: 'officer',
        dueOn: shift(filed.submittedAt, 9 + 7 / 24).slice(0, 10),
        note: 'Cần xác minh với nơi cư trú cũ.',
      }),
      dueAt: shift(filed.submittedAt, 9),
    }),
  }),
  play: async (context) => {
    await openDossier(context);
    await reachText(context.canvasElement, 'Cơ quan xin lỗi và hẹn lại ngày trả kết quả', 'Lý do: Cần xác minh');
  },
};

export const Late: StatusStory = {
  name: 'Quá hạn',
  ...afterSteps({ dossier: (filed) => ({ ...process(filed), dueAt: shift(filed.submittedAt, -2) }) }),
  play: async (context) => {
    await openDossier(context);
    await reachText(context.canvasElement, 'Hồ sơ quá hạn', 'Cơ quan xin lỗi vì hồ sơ quá ngày hẹn');
  },
};

export const Completed: StatusStory = {
  name: 'Đã có kết quả',
  ...afterSteps({ dossier: complete }),
  play: async (context) => {
    await openDossier(context);
    await reachText(context.canvasElement, 'Đã có kết quả', 'Tải kết quả', 'Thông báo kết quả giải quyết');
  },
};

export const ResultAltered: StatusStory = {
  name: 'Kết quả đến nơi không giống bản gốc',
  ...afterSteps({ dossier: complete, result: new Blob(['not the result']) }),
  play: async (context) => {
    await openDossier(context);
    await pressButton(context.canvasElement, 'Tải kết quả');
    await reachText(context.canvasElement, 'Chưa tải được vì mất kết nối.');
  },
};

export const OpenLetter: StatusStory = {
  name: 'Giấy tiếp nhận đang mở',
  ...afterSteps({ dossier: receive, letter: writeSlip }),
  play: async (context) => {
    const { canvasElement } = context;
    await openDossier(context);
    await pressButton(canvasElement, 'Xem');
    await until('the letter', () => findAll(canvasElement, 'motcua-letter')[0]?.shadowRoot?.querySelector('article'));
    await reachText(canvasElement, 'In giấy này', 'Tải bản ký số', 'Đỗ Nguyễn Diễm Hằng');
  },
};

export const NarrowCompleted: StatusStory = { ...Completed, name: '360, đã có kết quả', args: { width: 360 } };
export const NarrowLetter: StatusStory = { ...OpenLetter, name: '360, giấy tiếp nhận', args: { width: 360 } };
export const English: StatusStory = {
  name: 'Tiếng Anh',
  globals: { locale: 'en' },
  ...afterSteps({ dossier: complete }),
  play: async (context) => {
    await openDossier(context);
    await reachText(context.canvasElement, 'The result is ready', 'Download the result');
  },
};
