import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaDialog } from '@motcua/widgets/dialog';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { insideOf } from '../acting.js';

const meta: Meta<MotcuaDialog> = {
  title: 'Thành phần/Hỏi lại',
  component: 'motcua-dialog',
  args: { heading: 'Xóa bản nháp này?', confirmLabel: 'Xóa bản nháp' },
  render: (args) =>
    html`<motcua-dialog .heading=${args.heading} .confirmLabel=${args.confirmLabel}
      >Thông tin đã khai và tệp đã chọn sẽ mất khỏi máy này. Việc này không thể hoàn tác.</motcua-dialog
    >`,
};
export default meta;
type Story = StoryObj<MotcuaDialog>;

export const Open: Story = {
  name: 'Đang hỏi',
  play: async ({ canvasElement }) => {
    const dialog = canvasElement.querySelector('motcua-dialog');
    void dialog?.ask();
    await expect((await insideOf<HTMLDialogElement>(dialog, 'dialog')).open).toBe(true);
  },
};
export const Answered: Story = {
  name: 'Đã trả lời',
  play: async ({ canvasElement }) => {
    const dialog = canvasElement.querySelector('motcua-dialog');
    const answer = dialog?.ask();
    await dialog?.updateComplete;
    (await insideOf(dialog, '.destructive')).click();
    await expect(await answer).toBe(true);
  },
};
