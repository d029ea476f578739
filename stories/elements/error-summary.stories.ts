import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaErrorSummary } from '@motcua/widgets/error-summary';
import type { MotcuaGotoEvent } from '@motcua/widgets/elements';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { insideOf } from '../acting.js';

const meta: Meta<MotcuaErrorSummary> = {
  title: 'Thành phần/Những chỗ cần sửa',
  component: 'motcua-error-summary',
  args: {
    issues: [
      { pointer: '/mother/name', message: 'Nhập họ, chữ đệm và tên của người mẹ.' },
      { pointer: '/mother/number', message: 'Nhập số định danh cá nhân gồm 12 chữ số. Hiện có 11 chữ số.' },
      { pointer: '/mother/birthDate', message: 'Tháng 2 năm 1998 không có ngày 30. Kiểm tra lại ngày sinh.' },
    ],
  },
  render: (args) => html`<motcua-error-summary .issues=${args.issues}></motcua-error-summary>`,
};
export default meta;
type Story = StoryObj<MotcuaErrorSummary>;

export const Three: Story = { name: 'Ba chỗ' };
export const Many: Story = {
  name: 'Hơn hai mươi chỗ',
  args: {
    issues: [...Array(27).keys()].map((at) => ({ pointer: `/field/${at}`, message: `Nhập mục thứ ${at + 1}.` })),
  },
};
export const Goes: Story = {
  name: 'Lấy tiêu điểm rồi dẫn đến ô',
  play: async ({ canvasElement }) => {
    const summary = canvasElement.querySelector('motcua-error-summary');
    let pointer = '';
    summary?.addEventListener('motcua-goto', (event: MotcuaGotoEvent) => (pointer = event.pointer));
    summary?.focus();
    (await insideOf(summary, 'li:nth-child(2) button')).click();
    await expect(pointer).toBe('/mother/number');
  },
};
