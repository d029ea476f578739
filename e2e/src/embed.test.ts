import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { startBrowser } from './harness/browser.js';
import { freeFolder } from './harness/free-folder.js';
import { type Stack, startStack } from './harness/stack.js';
import { headings } from './journey/birth-registration.js';
import { Driver } from './journey/driver.js';
import { expect } from './journey/expect.js';

async function openBrowser(t: TestContext): Promise<{ stack: Stack; page: Page; driver: Driver }> {
  const stack = await startStack(await freeFolder(t, 'data'));
  t.after(() => stack.close());
  const browser = await startBrowser(await freeFolder(t, 'profile'), { width: 1280, height: 900 });
  t.after(() => browser.close());
  return { stack, page: browser.page, driver: new Driver(browser.page) };
}

/** Serves a file of the widgets with one byte more than was published. */
async function alter(page: Page, pattern: RegExp): Promise<void> {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n` });
  });
}

describe('the files of the widgets', () => {
  test('do not run when the script differs from its hash by one byte', async (t) => {
    const { stack, page } = await openBrowser(t);
    const blocked = page.waitForEvent('console', (message) => /integrity/i.test(message.text()));
    await alter(page, /\/motcua\/motcua\.js$/);
    await page.goto(stack.portalUrl);
    await blocked;
    assert.equal(await isDefined(page), false);
  });

  test('do not run when a chunk differs from its hash by one byte, and the host can see it', async (t) => {
    const { stack, page } = await openBrowser(t);
    await alter(page, /\/motcua\/chunks\/submission-/);
    await page.goto(stack.portalUrl);
    const element = page.locator('motcua-submission');
    await expect(
      async () => (await element.getAttribute('unavailable')) !== null,
      'the element says that it is unavailable',
    );
    assert.equal(await isDefined(page), false);
    await page.getByText('Chưa tải được phần khai hồ sơ.').waitFor();
  });

  test('are tried again when the line breaks', async (t) => {
    const { stack, page, driver } = await openBrowser(t);
    let broken = 0;
    await page.route(/\/motcua\/chunks\/submission-/, (route) =>
      ++broken < 3 ? route.abort('connectionreset') : route.continue(),
    );
    await page.goto(stack.portalUrl);
    await driver.heading(headings.start);
    assert.equal(broken, 3);
  });

  test('serve an element that is removed, put back and doubled', async (t) => {
    const { stack, page, driver } = await openBrowser(t);
    await page.goto(stack.portalUrl);
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
