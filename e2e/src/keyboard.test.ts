import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import { startBrowser } from './harness/browser.js';
import { freeFolder } from './harness/free-folder.js';
import { type Stack, startStack } from './harness/stack.js';
import { watchContext, type WatchedPage } from './harness/watched-page.js';
import { headings, type PageName } from './journey/birth-registration.js';
import { readCodes } from './journey/codes.js';
import { Driver } from './journey/driver.js';
import { expect } from './journey/expect.js';
import { describe as describeFocus, Keyboard } from './journey/keyboard.js';
import { fillByKeys } from './journey/fill-by-keys.js';
import { child } from './journey/people.js';

const send = 'Gửi hồ sơ đăng ký khai sinh';

async function openPortal(t: TestContext, stack: Stack): Promise<{ keys: Keyboard; quiet: WatchedPage }> {
  const browser = await startBrowser(await freeFolder(t, 'profile'), { width: 1280, height: 900 });
  t.after(() => browser.close());
  const quiet = watchContext(browser.context);
  await browser.page.goto(stack.portalUrl);
  await browser.page.getByRole('heading', { level: 1, name: headings.start }).waitFor();
  return { keys: new Keyboard(browser.page), quiet };
}

describe('by keyboard alone', () => {
  const cleanups: (() => unknown)[] = [];
  let stack: Stack;

  before(async () => {
    stack = await startStack(await freeFolder({ after: (cleanup) => void cleanups.unshift(cleanup) }, 'data'));
    cleanups.unshift(() => stack.close());
  });

  after(async () => {
    for (const cleanup of cleanups) await cleanup();
  });

  test('the birth registration goes from the start page to a dossier that is looked up and withdrawn', async (t) => {
    const { keys, quiet } = await openPortal(t, stack);
    await keys.walk();
    await keys.pressButton('Bắt đầu hồ sơ mới', 'Shift+Tab');
    for (const [page, fill] of Object.entries(fillByKeys)) {
      await keys.heading(headings[page as PageName]);
      if (page === 'review') await changeAndComeBack(keys);
      await fill(keys);
      await keys.walk();
      await keys.pressButton(page === 'review' ? send : 'Tiếp tục', 'Shift+Tab');
    }
    await keys.heading(headings.confirmation);
    const { code, secret } = await readCodes(new Driver(keys.page));
    await keys.walk();

    await keys.tabTo({ name: 'Tra cứu hồ sơ này', role: 'link' });
    await keys.press('Enter');
    await keys.page.getByText('Hồ sơ đã gửi, đang chờ tiếp nhận.').waitFor();
    await expect(async () => (await keys.focus()).tag === 'h2', 'the focus is on the result');
    await keys.walk();
    await keys.type('Mã tra cứu', secret);
    await keys.press('Enter');
    await keys.page.getByText('Bộ phận Một cửa sẽ kiểm tra hồ sơ.').waitFor();
    await expect(async () => (await keys.focus()).tag === 'h2', 'the focus is on the dossier');
    await keys.pressButton('Xem thông tin đã gửi');
    await keys.page.getByText(child.fullName).first().waitFor();
    assert.notEqual((await keys.focus()).id, 'body', 'the answers open without losing the focus');
    await keys.walk();
    await keys.pressButton('Rút hồ sơ');
    await assertDialogHolds(keys, 'Rút hồ sơ');
    await keys.press('Enter');
    await expect(async () => (await keys.focus()).dialog, 'the dialog asks again');
    await keys.tabTo({ name: 'Rút hồ sơ', role: 'button' });
    await keys.press('Enter');
    await keys.page.getByText('Đã gửi yêu cầu rút hồ sơ.').first().waitFor();
    await expect(async () => (await keys.focus()).tag === 'h2', 'the focus is on the withdrawn dossier');
    await keys.pressButton('Xóa kết quả');
    await expect(async () => (await keys.page.getByText(code).count()) === 0, 'the result is gone');
    assert.match((await keys.focus()).name, /^Mã hồ sơ/);
    quiet.assertQuiet();
    assert.deepEqual(stack.cspReports, []);
  });

  test('drafts are thrown away from the start page, each after a question', async (t) => {
    const { keys } = await openPortal(t, stack);
    for (const leave of ['Lưu và thoát', 'Quay lại Trang đầu']) {
      await keys.pressButton('Bắt đầu hồ sơ mới');
      await keys.heading(headings.agency);
      await keys.pressButton(leave);
      await keys.heading(headings.start);
    }
    await keys.pressButton('Khai tiếp');
    await keys.heading(headings.agency);
    await keys.pressButton('Quay lại Trang đầu');
    await keys.heading(headings.start);
    for (const left of [1, 0]) {
      await keys.pressButton('Xóa bản nháp');
      await assertDialogHolds(keys, 'Xóa bản nháp');
      await keys.press('Enter');
      await expect(async () => (await keys.focus()).dialog, 'the dialog asks again');
      await keys.tabTo({ name: 'Xóa bản nháp', role: 'button' });
      await keys.press('Enter');
      await expect(
        async () => (await keys.page.getByRole('button', { name: 'Khai tiếp' }).count()) === left,
        'the draft is gone',
      );
      await keys.heading(headings.start);
    }
  });

  test('a page that could not be loaded is asked for again, and a draft is taken over from another tab', async (t) => {
    const { keys } = await openPortal(t, stack);
    await stack.killGateway();
    await keys.page.reload();
    await keys.page.getByRole('heading', { level: 1, name: 'Chưa tải được thủ tục' }).waitFor();
    await stack.startGateway();
    await keys.pressButton('Thử lại');
    await keys.heading(headings.start);
    await keys.pressButton('Bắt đầu hồ sơ mới');
    await keys.heading(headings.agency);

    const other = new Keyboard(await keys.page.context().newPage());
    await other.page.goto(stack.portalUrl);
    await other.page.getByRole('heading', { level: 1, name: headings.start }).waitFor();
    await other.pressButton('Khai tiếp');
    await other.page.getByText('Hồ sơ này đang mở ở thẻ khác').waitFor();
    await other.pressButton('Sửa ở thẻ này');
    await other.page.getByText('Hồ sơ này đang mở ở thẻ khác').waitFor({ state: 'detached' });
    await other.heading(headings.agency);
  });

  test('the language changes without losing the focus', async (t) => {
    const { keys } = await openPortal(t, stack);
    await keys.pressButton(/đổi sang tiếng Anh$/);
    await keys.page.getByRole('heading', { level: 1, name: /birth/i }).waitFor();
    assert.match((await keys.focus()).name, /switch to Vietnamese$/);
  });

  test('an agency whose record comes late does not come back after it was cleared', async (t) => {
    const { keys } = await openPortal(t, stack);
    await keys.pressButton('Bắt đầu hồ sơ mới');
    await keys.heading(headings.agency);
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await keys.page.route(
      '**/v1/agencies/*',
      async (route) => {
        await released;
        await route.continue();
      },
      { times: 1 },
    );
    await keys.pick('Xã, phường, đặc khu', 'dong da', 'Phường Đống Đa, Thành phố Hà Nội');
    await keys.pressButton('Xóa nội dung đã chọn');
    await keys.page.keyboard.type('ha');
    const answered = keys.page.waitForResponse('**/v1/agencies/*');
    release();
    await (await answered).finished();
    await keys.page.keyboard.type(' dong');
    assert.equal((await keys.focus()).value, 'ha dong');
    await keys.press('Escape');
    await keys.pressButton('Tiếp tục');
    await assertSummaryLeads(keys);
  });

  test('each row of the error summary leads to its field, on every page', async (t) => {
    const { keys } = await openPortal(t, stack);
    await keys.pressButton('Bắt đầu hồ sơ mới');
    for (const page of ['agency', 'requester', 'child'] as const) {
      await keys.heading(headings[page]);
      await keys.pressButton('Tiếp tục');
      await assertSummaryLeads(keys);
      await fillByKeys[page](keys);
      await keys.pressButton('Tiếp tục');
    }
    await keys.heading(headings.mother);
    await keys.pressButton('Tiếp tục');
    await assertSummaryLeads(keys);
  });
});

/** The safe answer has the focus, Tab stays inside, Escape gives the focus back to the button that asked. */
async function assertDialogHolds(keys: Keyboard, opener: string): Promise<void> {
  await expect(async () => (await keys.focus()).dialog, 'the focus is in the dialog');
  assert.equal((await keys.focus()).name, 'Không, giữ lại');
  for (const key of ['Tab', 'Shift+Tab'] as const) {
    for (let count = 0; count < 4; count += 1) {
      await keys.press(key);
      const focus = await keys.focus();
      assert.ok(focus.dialog || focus.id === 'body', `${key} stays in the dialog, but came to ${describeFocus(focus)}`);
    }
  }
  await keys.press('Escape');
  await expect(async () => !(await keys.focus()).dialog, 'Escape closes the dialog');
  const { name, role } = await keys.focus();
  assert.deepEqual([name, role], [opener, 'button'], 'the focus is back on the button');
}

/** From the check of the answers to a step and back; then sending without the declaration of truth. */
async function changeAndComeBack(keys: Keyboard): Promise<void> {
  await keys.pressButton(/^Sửa mục Trẻ/);
  await keys.heading(headings.child);
  await keys.pressButton('Tiếp tục');
  await keys.heading(headings.review);
  await keys.pressButton('Hủy hồ sơ này');
  await assertDialogHolds(keys, 'Hủy hồ sơ này');
  await keys.pressButton(send);
  await assertSummaryLeads(keys);
}

/** The summary takes the focus; Enter on each of its rows puts it into the field that says the same. */
async function assertSummaryLeads(keys: Keyboard): Promise<void> {
  const inSummary = async (): Promise<boolean> =>
    /^Cần sửa \d+ chỗ trước khi tiếp tục$/.test((await keys.focus()).name);
  await expect(inSummary, 'the summary has the focus');
  const summary = keys.page.locator('motcua-error-summary');
  const rows = await summary.getByRole('listitem').allInnerTexts();
  assert.ok(rows.length > 0);
  for (const row of rows) {
    await keys.tabTo({ name: row.trim() }, 'Shift+Tab');
    await keys.press('Enter');
    await expect(
      async () => (await keys.focus()).description.includes(row.trim()),
      `${row}: the focus is in the field that says so`,
    ).catch(async (error: unknown) => {
      throw new Error(`${String(error)} It is on ${describeFocus(await keys.focus())}.`);
    });
  }
}
