import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openPortal } from './harness/open-portal.js';
import type { Page } from 'playwright-core';
import { headings } from './journey/birth-registration.js';
import { expect } from './journey/expect.js';

/** Serves a file of the widgets with one byte more than was published. */
async function alter(page: Page, pattern: RegExp): Promise<void> {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n` });
  });
}

describe('the files of the widgets', () => {
  test('do not run when the script differs from its hash by one byte', async (t) => {
    const console: string[] = [];
    const { page } = await openPortal(t, {
      prepare: async (portal) => {
        portal.page.on('console', (message) => console.push(message.text()));
        await alter(portal.page, /\/motcua\/motcua\.js$/);
      },
    });
    await expect(async () => console.some((text) => /integrity/i.test(text)), 'the browser refuses the script');
    assert.equal(await isDefined(page), false);
  });

  test('do not run when a chunk differs from its hash by one byte, and the host can see it', async (t) => {
    const { page } = await openPortal(t, { prepare: (portal) => alter(portal.page, /\/motcua\/chunks\/submission-/) });
    const element = page.locator('motcua-submission');
    await expect(
      async () => (await element.getAttribute('unavailable')) !== null,
      'the element says that it is unavailable',
    );
    assert.equal(await isDefined(page), false);
    await page.getByText('Chưa tải được phần khai hồ sơ.').waitFor();
  });

  test('are tried again when the line breaks', async (t) => {
    let broken = 0;
    const { driver } = await openPortal(t, {
      prepare: async ({ page }) => {
        await page.route(/\/motcua\/chunks\/submission-/, (route) =>
          ++broken < 3 ? route.abort('connectionreset') : route.continue(),
        );
      },
    });
    await driver.heading(headings.start);
    assert.equal(broken, 3);
  });

  test('serve an element that is removed, put back and doubled', async (t) => {
    const { page, driver } = await openPortal(t);
    await driver.heading(headings.start);
    await page.evaluate(() => {
      const element = document.querySelector('motcua-submission');
      const parent = element?.parentElement;
      element?.remove();
      if (element) parent?.append(element, element.cloneNode());
    });
    await expect(
      async () => (await page.getByRole('heading', { level: 1, name: headings.start }).count()) === 2,
      'both copies stand',
    );
  });
});

function isDefined(page: Page): Promise<boolean> {
  return page.evaluate(() => customElements.get('motcua-submission') !== undefined);
}
