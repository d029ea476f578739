import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaTextField } from '@motcua/widgets/text-field';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { insideOf, typeInto } from '../acting.js';

const meta: Meta<MotcuaTextField> = {
  title: 'Thành phần/Ô chữ',
  component: 'motcua-text-field',
  args: { label: 'Họ, chữ đệm và tên', required: true, value: '' },
  render: (args) =>
    html`<motcua-text-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .warning=${args.warning ?? ''}
      .provenance=${args.provenance ?? ''}
      .note=${args.note ?? ''}
      .value=${args.value}
      .kind=${args.kind ?? 'text'}
      .width=${args.width ?? 'l'}
      .digitCount=${args.digitCount ?? 0}
      .autocomplete=${args.autocomplete ?? ''}
      ?required=${args.required}
      ?readonly=${args.readonly}
      ?checking=${args.checking}
      ?concealable=${args.concealable}
    ></motcua-text-field>`,
};
export default meta;
type Story = StoryObj<MotcuaTextField>;

export const Empty: Story = { name: 'Trống' };
export const Filled: Story = {
  name: 'Đã điền',
  args: { value: 'Đỗ Nguyễn Diễm Hằng', note: 'In trên giấy: ĐỖ NGUYỄN DIỄM HẰNG' },
};
export const Hint: Story = { name: 'Có lời dẫn', args: { hint: 'Ghi đúng như trên thẻ căn cước của người mẹ.' } };
export const Optional: Story = {
  name: 'Không bắt buộc',
  args: { label: 'Số nhà, đường, tổ dân phố', required: false },
};
export const Wrong: Story = { name: 'Sai', args: { error: 'Nhập họ, chữ đệm và tên của người mẹ.' } };
export const Doubtful: Story = {
  name: 'Cần kiểm tra',
  args: { value: 'Đỗ Hằng', warning: 'Tên khác với tên trên thẻ căn cước. Kiểm tra lại; nếu đúng, có thể tiếp tục.' },
};
export const ReadOnly: Story = { name: 'Chỉ đọc', args: { label: 'Quốc tịch', value: 'Việt Nam', readonly: true } };
export const Checking: Story = {
  name: 'Đang kiểm tra',
  args: { label: 'Số định danh cá nhân', kind: 'digits', width: 's', value: '001198004217', checking: true },
};
export const Provenance: Story = {
  name: 'Lấy từ nguồn khác',
  args: { value: 'Đỗ Nguyễn Diễm Hằng', provenance: 'Lấy từ Cơ sở dữ liệu quốc gia về dân cư, ngày 20/11/2026.' },
};
export const LongText: Story = {
  name: 'Chữ rất dài',
  args: {
    label: 'Tên đầy đủ của cơ sở khám bệnh, chữa bệnh hoặc của nơi trẻ được sinh ra theo giấy tờ đã được cấp',
    hint: 'Ghi đủ tên cơ sở, kể cả tên viết tắt nếu giấy chứng sinh có ghi, rồi đến tên xã, phường, đặc khu và tên tỉnh, thành phố.',
    value: 'BệnhViệnĐaKhoaKhuVựcTỉnhThanhHóaCơSởHaiPhườngHạcThànhKhuNhàSốBaTầngBốn',
    error: 'Tên cơ sở dài tối đa 50 ký tự. Hiện có 71 ký tự, cần bớt 21.',
  },
};
export const IdentityNumber: Story = {
  name: 'Số định danh',
  args: {
    label: 'Số định danh cá nhân',
    hint: '12 chữ số, in ở mặt trước thẻ căn cước.',
    kind: 'digits',
    digitCount: 12,
    width: 's',
    value: '',
  },
  play: async ({ canvasElement }) => {
    const field = canvasElement.querySelector('motcua-text-field');
    const input = await insideOf<HTMLInputElement>(field, 'input');
    await typeInto(input, '0011 9800 421');
    await expect(field?.value).toBe('0011 9800 421');
    await expect((await insideOf(field, '.count')).textContent).toBe('11/12');
  },
};
export const IdentityNumberWrong: Story = {
  name: 'Số định danh, thiếu số',
  args: {
    ...IdentityNumber.args,
    value: '00119800421',
    error: 'Nhập số định danh cá nhân gồm 12 chữ số. Hiện có 11 chữ số.',
  },
};
export const Telephone: Story = {
  name: 'Số điện thoại',
  args: { label: 'Số điện thoại', kind: 'tel', width: 's', autocomplete: 'tel', value: '0912 345 678' },
};
export const Code: Story = {
  name: 'Mã tra cứu',
  args: { label: 'Mã tra cứu', kind: 'code', concealable: true, value: '7KQ4-M9XD-0A2B-3C4D-5E6F-7G8H-9J' },
};
