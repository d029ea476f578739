/** Waits until a draft holds everything that was put on the page. */
import type { Page } from 'playwright-core';
import { expect } from './expect.js';

/** Milliseconds; longer than the widget waits after a change before it saves. */
const afterTyping = 450;

/** The page's own clock decides: a timer set after the last change and for longer ends after the save has begun. */
export async function untilSaved(page: Page): Promise<void> {
  await page.evaluate((delay) => new Promise((resolve) => setTimeout(resolve, delay)), afterTyping);
  await expect(async () => (await savedText(page)).startsWith('Đã lưu lúc'), 'the draft is saved');
}

async function savedText(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      document
        .querySelector('motcua-submission')
        ?.shadowRoot?.querySelector('motcua-header')
        ?.shadowRoot?.querySelector('.saved')
        ?.textContent?.trim() ?? '',
  );
}
