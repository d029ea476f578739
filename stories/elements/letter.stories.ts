import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaLetter } from '@motcua/widgets/letter';
import { html } from 'lit';
import * as samples from '../sample-letters.js';

const meta: Meta<MotcuaLetter> = {
  title: 'Thành phần/Giấy của cơ quan',
  component: 'motcua-letter',
  args: { letter: samples.receptionSlip, qr: '' },
  render: ({ letter, qr }) => html`<motcua-letter .letter=${letter} .qr=${qr}></motcua-letter>`,
};
export default meta;
type Story = StoryObj<MotcuaLetter>;

export const ReceptionSlip: Story = { name: 'Mẫu 01: giấy tiếp nhận' };
export const SupplementRequest: Story = {
  name: 'Mẫu 02: yêu cầu bổ sung',
  args: { letter: samples.supplementRequest },
};
export const Refusal: Story = { name: 'Mẫu 03: từ chối', args: { letter: samples.refusal } };
export const Apology: Story = { name: 'Mẫu 04: xin lỗi và hẹn lại', args: { letter: samples.apology } };
export const ControlSheet: Story = { name: 'Mẫu 05: kiểm soát', args: { letter: samples.controlSheet } };
export const Result: Story = { name: 'Thông báo kết quả', args: { letter: samples.result } };
export const LongText: Story = { name: 'Chữ dài, nhiều giấy tờ', args: { letter: samples.longSlip } };
export const ManyItems: Story = { name: 'Nhiều nội dung bổ sung', args: { letter: samples.longRequest } };
const { jws: _jws, ...unsigned } = samples.receptionSlip;
export const Preview: Story = { name: 'Bản xem trước', args: { letter: unsigned } };
const { officer: _officer, ...atHome } = samples.receptionSlip;
export const AtHome: Story = { name: 'Như công dân nhận', args: { letter: atHome } };
