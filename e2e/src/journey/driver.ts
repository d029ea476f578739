/** What a citizen does on a page, in words of labels and names; every wait is for a state. */
import { expect } from './expect.js';
import type { Locator, Page } from 'playwright-core';

export class Driver {
  constructor(readonly page: Page) {}

  /** The question's heading takes the place of the page. */
  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  text(label: string, within: Locator | Page = this.page): Locator {
    return within.getByRole('textbox', { name: labelled(label) });
  }

  async fill(label: string, value: string): Promise<void> {
    const box = this.text(label);
    await box.fill(value);
    await box.blur();
  }

  async choose(question: string, option: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: labelled(question) })
      .getByRole('radio', { name: option, exact: true })
      .check({ force: true });
  }

  async select(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: labelled(label) }).selectOption({ label: option });
  }

  /** Types into a combobox and takes the option with exactly this name. */
  async pick(label: string, typed: string, option: string, within: Locator | Page = this.page): Promise<void> {
    const box = within.getByRole('combobox', { name: labelled(label) });
    await box.fill(typed);
    await within
      .getByRole('option', { name: spaced(option) })
      .first()
      .click();
    await expect(async () => (await box.inputValue()) !== typed, `an option of ${label} was taken`);
  }

  async date(label: string, day: string, month: string, year: string): Promise<void> {
    const group = this.page.getByRole('group', { name: labelled(label) });
    await group.getByRole('textbox', { name: 'Ngày' }).fill(day);
    await group.getByRole('textbox', { name: 'Tháng' }).fill(month);
    await group.getByRole('textbox', { name: 'Năm' }).fill(year);
  }

  async address(label: string, typed: string, commune: string, detail?: string): Promise<void> {
    const group = this.page.getByRole('group', { name: labelled(label) });
    await this.pick('Xã, phường, đặc khu', typed, commune, group);
    if (detail !== undefined) await group.getByRole('textbox', { name: /^Số nhà/ }).fill(detail);
  }
}

/** An option's name; the comma between its two lines may stand apart. */
function spaced(option: string): RegExp {
  return new RegExp(`^${option.split(', ').map(escapePattern).join('\\s*,\\s*')}$`);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A label with or without "(không bắt buộc)" behind it. */
function labelled(label: string): RegExp {
  return new RegExp(`^${escapePattern(label)}( \\(không bắt buộc\\))?$`);
}
