import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openPortal } from './harness/open-portal.js';
import { assertAxeClean } from './harness/axe.js';
import { type RecordedExchanges, recordExchanges } from './harness/recorded-exchanges.js';
import { type WatchedPage, watchContext } from './harness/watched-page.js';
import { fillPage, goTo, headings, leavePage, pages } from './journey/birth-registration.js';
import { readCodes } from './journey/codes.js';
import type { Driver } from './journey/driver.js';
import { expect } from './journey/expect.js';
import { child } from './journey/people.js';

const widths = [360, 1280] as const;

describe('the birth registration on the sample portal', () => {
  for (const width of widths) {
    test(`goes from the start page to a dossier that can be looked up and withdrawn, at ${width} px`, async (t) => {
      const watched = {} as { quiet: WatchedPage; exchanges: RecordedExchanges };
      const { stack, page, driver } = await openPortal(t, {
        width,
        prepare: async ({ context, stack: { gatewayUrl } }) => {
          watched.quiet = watchContext(context);
          watched.exchanges = await recordExchanges(context, gatewayUrl);
        },
      });

      for (const name of pages) {
        await driver.heading(headings[name]);
        await assertAxeClean(page, `${name}, as it opens`);
        await assertNoSidewaysScroll(driver, name);
        await fillPage[name](driver);
        await assertAxeClean(page, `${name}, filled`);
        await leavePage(driver, name);
      }
      await driver.heading(headings.confirmation);
      await assertAxeClean(page, 'the confirmation');
      const { code, secret } = await readCodes(driver);

      await page.goto(`${stack.portalUrl}/tra-cuu.html#${code}`);
      await page.getByText('Hồ sơ đã gửi, đang chờ tiếp nhận.').waitFor();
      assert.equal(new URL(page.url()).hash, '', 'the code of the QR is out of the address');
      assert.equal(await page.getByText(child.fullName).count(), 0, 'a code alone shows no answer');
      await assertAxeClean(page, 'the completion');

      await driver.text('Mã tra cứu').fill(secret.toLowerCase().replaceAll('-', ' '));
      await page.keyboard.press('Enter');
      await page.getByText('Bộ phận Một cửa sẽ kiểm tra hồ sơ.').waitFor();
      await driver.press('Xem thông tin đã gửi');
      await page.getByText(child.fullName).first().waitFor();
      await assertAxeClean(page, 'the dossier with its answers');

      await driver.press('Rút hồ sơ');
      await page.getByRole('dialog').getByRole('button', { name: 'Rút hồ sơ' }).click();
      await page.getByText('Đã gửi yêu cầu rút hồ sơ.').first().waitFor();
      assert.equal(await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).count(), 0, 'withdrawn once');

      await driver.press('Xóa kết quả');
      await expect(async () => (await page.getByText(code).count()) === 0, 'the result is gone');
      watched.quiet.assertQuiet();
      assert.deepEqual(stack.cspReports, []);
      await watched.exchanges.assertContract();
    });
  }

  test('says what to do for each thing missing, in the summary and at the field, and takes the focus there', async (t) => {
    const { page, driver } = await openPortal(t, { width: 360 });
    await goTo(driver, 'requester');
    await driver.press('Tiếp tục');
    const summary = page.getByRole('heading', { name: /^Cần sửa \d+ chỗ trước khi tiếp tục$/ });
    await summary.waitFor();
    await assertAxeClean(page, 'the requester with errors');
    const row = page.getByRole('button', { name: 'Nhập họ, chữ đệm và tên của người yêu cầu.' });
    await row.click();
    const box = driver.text('Họ, chữ đệm và tên');
    await expect(() => box.evaluate(isFocused), 'the field has the focus');
    assert.equal(await box.getAttribute('aria-invalid'), 'true');
    await box.fill('Đỗ Nguyễn Diễm Hằng');
    await expect(async () => (await row.count()) === 0, 'the answered issue leaves the summary');
  });

  test('keeps every answer when the language changes, and is complete in English', async (t) => {
    const { page, driver } = await openPortal(t, { width: 1280 });
    await goTo(driver, 'child');
    await fillPage.child(driver);
    await page.getByRole('button', { name: /đổi sang tiếng Anh/ }).click();
    await page.getByRole('heading', { level: 1, name: /child/i }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: /name/i }).first().inputValue(), child.fullName);
    assert.equal(await page.locator('motcua-submission').getAttribute('lang'), 'en');
    const left = await page.locator('motcua-submission').evaluate(visibleLabels);
    assert.deepEqual(
      left.filter((text) => /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text)),
      [],
      'labels still in Vietnamese',
    );
    await page.getByRole('button', { name: /switch to Vietnamese/ }).click();
    await driver.heading(headings.child);
    assert.equal(await driver.text('Họ, chữ đệm và tên của trẻ').inputValue(), child.fullName);
  });
});

async function assertNoSidewaysScroll(driver: Driver, where: string): Promise<void> {
  const { content, window: width } = await driver.page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  assert.ok(content <= width, `${where} is ${content} px wide in a window of ${width} px`);
}

function isFocused(element: Element): boolean {
  return (element.getRootNode() as ShadowRoot).activeElement === element;
}

/** Labels, hints, headings and buttons inside the widget, shadow roots entered. */
function visibleLabels(host: Element): string[] {
  const texts: string[] = [];
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('h1, h2, label, .label, .hint, button') && !element.hasAttribute('lang'))
        texts.push(element.textContent?.trim() ?? '');
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  if (host.shadowRoot) visit(host.shadowRoot);
  return texts.filter((text) => text !== '');
}
