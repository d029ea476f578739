import type { JsonObject } from '@motcua/client';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { photographPaper } from '../paint-paper.js';
import { allAnswers } from './answers.js';
import { prepareFields, type FieldCase, type ShownField } from './form-fields.js';
import { findAll, reachText, until } from './reading-page.js';

const meta: Meta = {
  title: 'Luồng/Ô của tờ khai',
  component: 'motcua-form-field',
  tags: ['!autodocs'],
  render: (_args, { loaded }) =>
    html`<div style="display: grid; gap: 32px; max-width: 600px">
      ${(loaded['fields'] as readonly ShownField[]).map(
        ({ caption, field, around }) =>
          html`<section>
            <p style="margin: 0 0 8px; font-size: 14px; color: var(--motcua-color-text-muted, #4a5f64)">${caption}</p>
            <motcua-form-field .field=${field} .around=${around}></motcua-form-field>
          </section>`,
      )}
    </div>`,
};
export default meta;
type Story = StoryObj;

const answered = (today: string): FieldCase => ({ caption: 'Đã khai', answers: allAnswers(today) });
const wrongly = (caption: string, answers: JsonObject, inputs: NonNullable<FieldCase['inputs']> = {}): FieldCase => ({
  caption,
  answers,
  inputs,
  checked: true,
});

export const Text: Story = {
  name: 'Chữ',
  ...field(
    '/requester/paperIssuedBy',
    () => [
      { caption: 'Trống', answers: withPassport({}) },
      { caption: 'Đã khai', answers: withPassport({ paperIssuedBy: 'Cục Quản lý xuất nhập cảnh' }) },
    ],
    { value: 'Cục Quản lý xuất nhập cảnh' },
  ),
};
export const PersonName: Story = {
  name: 'Họ tên',
  ...field(
    '/child/fullName',
    (today) => [
      { caption: 'Trống', answers: {} },
      answered(today),
      wrongly('Có chữ số', { child: { fullName: 'Mẫn 2' } }),
      wrongly('Thiếu', {}),
    ],
    {
      texts: [
        'In trên giấy: NGUYỄN ĐỖ GIA MẪN',
        'Họ, chữ đệm và tên chỉ gồm chữ cái',
        'Nhập họ, chữ đệm và tên của trẻ.',
      ],
    },
  ),
};
export const CitizenNumber: Story = {
  name: 'Số định danh cá nhân',
  ...field(
    '/requester/citizenNumber',
    (today) => [
      { caption: 'Trống', answers: { requester: { paperKind: 'citizen-card' } } },
      answered(today),
      wrongly(
        'Thiếu chữ số',
        { requester: { paperKind: 'citizen-card' } },
        { '/requester/citizenNumber': '00119800421' },
      ),
    ],
    { value: '001198004217', texts: ['Nhập số định danh cá nhân gồm 12 chữ số. Hiện có 11 chữ số.'] },
  ),
};
export const Phone: Story = {
  name: 'Số điện thoại',
  ...field(
    '/requester/phone',
    (today) => [
      { caption: 'Trống', answers: {} },
      answered(today),
      wrongly('Sai', {}, { '/requester/phone': '0912 34' }),
    ],
    { value: '0912345678', texts: ['nhập đủ số điện thoại, ví dụ 0912 345 678.'] },
  ),
};
export const Email: Story = {
  name: 'Thư điện tử',
  ...field(
    '/requester/email',
    () => [
      { caption: 'Trống', answers: {} },
      { caption: 'Đã khai', answers: { requester: { email: 'diem.hang@vidu.vn' } } },
      wrongly('Sai', { requester: { email: 'diem.hang@' } }, { '/requester/email': 'diem.hang@' }),
    ],
    { value: 'diem.hang@vidu.vn', texts: ['nhập địa chỉ thư điện tử, ví dụ'] },
  ),
};
export const Integer: Story = {
  name: 'Số nguyên',
  ...field(
    '/copies/count',
    (today) => [
      { caption: 'Trống', answers: { copies: { wanted: true } } },
      answered(today),
      wrongly('Quá nhiều', { copies: { wanted: true, count: 21 } }),
    ],
    { value: '2', texts: ['Số bản sao từ 1 đến 20.'] },
  ),
};
export const LongText: Story = {
  name: 'Đoạn chữ dài',
  ...field(
    '/note',
    () => [
      { caption: 'Trống', answers: {} },
      { caption: 'Đã khai', answers: { note: 'Xin gọi sau 17 giờ.' } },
    ],
    { value: 'Xin gọi sau 17 giờ.' },
  ),
};
export const WholeDate: Story = {
  name: 'Ngày',
  ...field(
    '/child/birthDate',
    (today) => [
      { caption: 'Trống', answers: {} },
      answered(today),
      wrongly('Ngày không có thật', {}, { '/child/birthDate': { day: '31', month: '02', year: '2026' } }),
      wrongly('Sau hôm nay', { child: { birthDate: '2099-01-01' } }),
    ],
    { texts: ['Tháng 2 năm 2026 không có ngày 31', 'Ngày sinh phải là hôm nay hoặc trước hôm nay.'] },
  ),
};
export const PartialDate: Story = {
  name: 'Ngày, khi chỉ biết năm',
  ...field(
    '/father/birthDate',
    (today) => [
      { caption: 'Trống', answers: { child: { parentage: 'both' } } },
      answered(today),
      { caption: 'Biết tháng và năm', answers: { child: { parentage: 'both' }, father: { birthDate: '1995-07' } } },
      { caption: 'Biết cả ngày', answers: { child: { parentage: 'both' }, father: { birthDate: '1995-07-21' } } },
      wrongly('Thiếu', { child: { parentage: 'both' } }),
    ],
    { value: '1995', texts: ['Nhập năm sinh của người cha.'] },
  ),
};
export const Tiles: Story = {
  name: 'Chọn một trong vài',
  ...field(
    '/child/parentage',
    (today) => [
      { caption: 'Trống', answers: {} },
      answered(today),
      { caption: 'Chỉ còn hai lựa chọn, vì người mẹ khai', answers: { requester: { relation: 'mother' } } },
      wrongly('Thiếu', {}),
    ],
    { texts: ['Chưa xác định được cha và mẹ', 'Chọn cha, mẹ của trẻ đã xác định được hay chưa.'] },
  ),
};
export const YesOrNo: Story = {
  name: 'Có hoặc không',
  ...field('/copies/wanted', (today) => [{ caption: 'Trống', answers: {} }, answered(today), wrongly('Thiếu', {})], {
    texts: ['Chọn có cần bản sao Giấy khai sinh hay không.'],
  }),
};
export const Checkbox: Story = {
  name: 'Ô đánh dấu',
  ...field(
    '/papers/surrogacy',
    () => [
      { caption: 'Trống', answers: { papers: { birthEvidence: 'birth-certificate' } } },
      { caption: 'Đã đánh dấu', answers: { papers: { birthEvidence: 'birth-certificate', surrogacy: true } } },
    ],
    { texts: ['Trẻ sinh ra do mang thai hộ'] },
  ),
};
export const Select: Story = {
  name: 'Chọn trong danh sách ngắn',
  ...field(
    '/requester/relation',
    (today) => [{ caption: 'Trống', answers: {} }, answered(today), wrongly('Thiếu', {})],
    {
      texts: ['Chọn quan hệ với trẻ.'],
    },
  ),
};
export const Combobox: Story = {
  name: 'Tìm trong danh sách dài',
  ...field(
    '/child/ethnicGroup',
    (today) => [
      { caption: 'Trống', answers: {} },
      answered(today),
      wrongly('Gõ dở', {}, { '/child/ethnicGroup': { typed: 'Kin' } }),
    ],
    { value: 'Kinh' },
  ),
};
export const Address: Story = {
  name: 'Địa chỉ',
  ...field(
    '/child/birthPlace',
    (today) => [
      { caption: 'Trống', answers: {} },
      answered(today),
      {
        caption: 'Ở nước ngoài',
        answers: { child: { birthPlace: { country: 'JP', foreign: '2-8-1 Nishi-Shinjuku, Tokyo' } } },
      },
      wrongly('Thiếu', {}),
      wrongly(
        'Thiếu xã, phường',
        {},
        { '/child/birthPlace': { country: 'VN', commune: '', communeTyped: 'ha d', detail: 'Số 2' } },
      ),
    ],
    { value: 'Phường Hà Đông', texts: ['Nhập nơi sinh của trẻ.'] },
  ),
};
export const Attachments: Story = {
  name: 'Giấy tờ',
  ...field(
    '/papers/birthCertificate',
    async () => [
      { caption: 'Trống', answers: withCertificate },
      { caption: 'Đã tải lên', answers: withCertificate, files: [await photographPaper('giay-chung-sinh.png')] },
      {
        caption: 'Không dùng được',
        answers: withCertificate,
        files: [new File(['abc'], 'giay-chung-sinh.jpg', { type: 'image/jpeg' })],
      },
      wrongly('Thiếu', withCertificate),
    ],
    { texts: ['Đã tải lên', 'Tệp “giay-chung-sinh.jpg” không phải ảnh', 'Đính kèm giấy chứng sinh.'] },
  ),
};
export const Fact: Story = {
  name: 'Thông tin được tính ra',
  ...field(
    '/child/registrationKind',
    (today) => [answered(today), { caption: 'Quá hạn', answers: { child: { birthDate: '2020-01-05' } } }],
    { texts: ['Đúng hạn', 'Quá hạn 60 ngày'] },
  ),
};
export const Words: Story = {
  name: 'Ngày ghi bằng chữ',
  ...field('/child/birthDateInWords', () => [{ caption: 'Đã khai', answers: { child: { birthDate: '2026-11-05' } } }], {
    texts: ['Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu'],
  }),
};
export const Warned: Story = {
  name: 'Nhắc kiểm tra lại',
  ...field(
    '/mother/citizenNumber',
    (today) => [
      {
        caption: 'Năm sinh khác',
        answers: { ...allAnswers(today), mother: { citizenNumber: '001198004217', birthDate: '1997' } },
      },
    ],
    { texts: ['Số định danh cho biết năm sinh khác với năm sinh đã nhập.'] },
  ),
};
export const Prefilled: Story = {
  name: 'Lấy từ cơ sở dữ liệu',
  ...field(
    '/requester/fullName',
    (today) => [
      {
        caption: 'Lấy sẵn',
        answers: {},
        prefill: [
          {
            pointer: '/requester/fullName',
            value: 'Đỗ Nguyễn Diễm Hằng',
            provenance: { source: 'Cơ sở dữ liệu quốc gia về dân cư', asOf: today },
          },
        ],
      },
    ],
    { value: 'Đỗ Nguyễn Diễm Hằng', texts: ['Lấy từ Cơ sở dữ liệu quốc gia về dân cư'] },
  ),
};

const withCertificate: JsonObject = { papers: { birthEvidence: 'birth-certificate' } };

function withPassport(more: JsonObject): JsonObject {
  return { requester: { paperKind: 'passport', paperNumber: 'C1234567', ...more } };
}

interface Expected {
  /** Stands in one of the inputs. */
  readonly value?: string;
  /** Stand on the page. */
  readonly texts?: readonly string[];
}

function field(
  pointer: string,
  describe: (today: string) => readonly FieldCase[] | Promise<readonly FieldCase[]>,
  { value, texts = [] }: Expected,
): Story {
  return {
    loaders: [
      async ({ globals }) => ({ fields: await prepareFields(pointer, globals['locale'] as 'vi' | 'en', describe) }),
    ],
    play: async ({ canvasElement, loaded }) => {
      const count = (loaded['fields'] as readonly ShownField[]).length;
      await until(
        `${count} drawn fields`,
        () => findAll(canvasElement, 'motcua-form-field:not([hidden])').length === count,
      );
      await reachText(canvasElement, ...texts);
      if (value === undefined) return;
      const holders = 'input, textarea';
      await until(`an input with “${value}”`, () =>
        findAll<HTMLInputElement>(canvasElement, holders).some((input) => input.value === value),
      );
    },
  };
}
