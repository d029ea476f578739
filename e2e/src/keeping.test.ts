import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openPortal } from './harness/open-portal.js';
import { fillPage, goTo, headings } from './journey/birth-registration.js';
import { expect } from './journey/expect.js';
import { daysAgo, mother } from './journey/people.js';

describe('a declaration by the mother', () => {
  test('has one value for requester and mother, whichever is edited', async (t) => {
    const { driver } = await openPortal(t);
    await goTo(driver, 'mother');
    assert.equal(await driver.text('Họ, chữ đệm và tên').inputValue(), mother.fullName);
    await driver.fill('Họ, chữ đệm và tên', 'Đỗ Diễm Hằng');
    await driver.press(/Quay lại Trẻ được khai sinh/);
    await driver.heading(headings.child);
    await driver.press(/Quay lại Người yêu cầu/);
    await driver.heading(headings.requester);
    assert.equal(await driver.text('Họ, chữ đệm và tên').inputValue(), 'Đỗ Diễm Hằng');
  });

  test('warns when the number tells another year of birth, and lets her go on', async (t) => {
    const { page, driver } = await openPortal(t);
    await goTo(driver, 'mother');
    await fillPage.mother(driver);
    await driver.date('Ngày, tháng, năm sinh', '14', '03', '1989');
    await page
      .getByText(/năm sinh/i)
      .and(page.getByText(/[Kk]iểm tra lại/))
      .first()
      .waitFor();
    await driver.press('Tiếp tục');
    await driver.heading(headings.father);
  });

  test('that comes late says so, with what it means for the fee', async (t) => {
    const { page, driver } = await openPortal(t);
    await goTo(driver, 'child');
    const born = daysAgo(61);
    await driver.date('Ngày, tháng, năm sinh', born.day, born.month, born.year);
    await page.getByText('Quá hạn 60 ngày').waitFor();
    const inTime = daysAgo(60);
    await driver.date('Ngày, tháng, năm sinh', inTime.day, inTime.month, inTime.year);
    await page.getByText('Đúng hạn').first().waitFor();
  });

  test('without a father asks nothing of him, and what was said of him comes back when he is known again', async (t) => {
    const { page, driver } = await openPortal(t);
    await goTo(driver, 'father');
    await driver.fill('Họ, chữ đệm và tên', 'Nguyễn Đức Thắng');
    await driver.press(/Quay lại Người mẹ/);
    await driver.press(/Quay lại Trẻ được khai sinh/);
    await driver.choose('Cha, mẹ của trẻ', 'Chỉ xác định được mẹ');
    await expect(
      async () => (await page.getByText('Người cha', { exact: true }).count()) === 0,
      'the father’s step is gone',
    );
    await driver.choose('Cha, mẹ của trẻ', 'Đã xác định được cả cha lẫn mẹ');
    await driver.press('Tiếp tục');
    await driver.press('Tiếp tục');
    await driver.heading(headings.father);
    assert.equal(await driver.text('Họ, chữ đệm và tên').inputValue(), 'Nguyễn Đức Thắng');
  });
});

describe('a draft', () => {
  test('can be downloaded as readable text, without the keys that open doors, and discarded', async (t) => {
    const { page, driver } = await openPortal(t);
    await goTo(driver, 'review');
    const [download] = await Promise.all([page.waitForEvent('download'), driver.press('Tải bản nháp về')]);
    const text = readFileSync(await download.path(), 'utf8');
    assert.match(text, new RegExp(mother.fullName));
    assert.doesNotMatch(text, /lookupSecret|submitKey|uploadKey/);
    await driver.press('Hủy hồ sơ này');
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa hồ sơ đang khai' }).click();
    await driver.heading(headings.start);
    assert.equal(await page.getByText('Có một hồ sơ đang khai dở').count(), 0);
    await page.reload();
    await driver.heading(headings.start);
    assert.equal(await page.getByText('Có một hồ sơ đang khai dở').count(), 0);
  });

  test('stays in the page where the browser has no storage, which the page says, and can still be sent', async (t) => {
    const { page, driver } = await openPortal(t, {
      prepare: async (portal) => {
        await portal.page.addInitScript(() => {
          Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
        });
      },
    });
    await driver.heading(headings.start);
    await page.getByText('Trình duyệt này không cho lưu trên máy.').waitFor();
    await goTo(driver, 'confirmation');
  });

  test('that cannot be saved any more is said once, stays in the page and is offered for download', async (t) => {
    const { page, driver } = await openPortal(t);
    await goTo(driver, 'requester');
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const said: string[] = [];
    await page.exposeFunction('hear', (text: string) => said.push(text));
    await page.locator('motcua-live-region').evaluate((region) => {
      new MutationObserver(() => {
        const text = region.shadowRoot?.textContent?.trim();
        if (text) (globalThis as unknown as { hear(text: string): void }).hear(text);
      }).observe(region.shadowRoot as ShadowRoot, { childList: true, characterData: true, subtree: true });
    });
    await fillPage.requester(driver);
    await page.getByText('Máy này hết dung lượng.').waitFor();
    await expect(async () => said.some((text) => text.includes('Chưa lưu được trên máy này')), 'it was said aloud');
    assert.equal(new Set(said.filter((text) => text.includes('Chưa lưu được'))).size, 1);
    await driver.press('Tiếp tục');
    await driver.heading(headings.child);
    const [download] = await Promise.all([page.waitForEvent('download'), driver.press('Tải bản nháp về')]);
    assert.match(readFileSync(await download.path(), 'utf8'), new RegExp(mother.fullName));
  });
});
