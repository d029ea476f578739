import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SAMPLE_PAPERS } from '@motcua/gateway/testing';
import type { Page } from 'playwright-core';
import { assertAxeClean } from './harness/axe.js';
import { writeHostilePdf } from './desk/hostile-pdf.js';
import { OFFICER, openDeskPage, signIn, startLiveDesk, type LiveDesk } from './desk/live-desk.js';

const DAY = 24 * 3600;
let desk: LiveDesk;
const cleanups: (() => unknown)[] = [];

before(async () => {
  desk = await startLiveDesk({ after: (cleanup) => void cleanups.push(cleanup as () => unknown) });
});
after(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function openDossier(page: Page, code: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), `#/dossiers/${code}`);
  await page.locator(`motcua-desk-dossier .code`).getByText(code).waitFor();
}

/** As the tests that follow need it: the rows by their codes, from the top. */
function readRows(page: Page): Promise<string[]> {
  return page
    .locator('motcua-desk-queue tbody tr')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['code'] ?? ''));
}

const focusedRow = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.closest('tr')?.dataset['code'];
  });

describe('signing in at the desk', () => {
  test('says what is missing and what does not match, and lets in by the keyboard alone', async (t) => {
    const { page, quiet } = await openDeskPage(t, desk);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText('Nhập tên đăng nhập.').waitFor();
    await assertAxeClean(page, 'sign-in with faults');
    await page.getByLabel('Tên đăng nhập').fill(OFFICER.login);
    await page.getByLabel('Mật khẩu').fill('sai');
    await page.keyboard.press('Enter');
    await page.getByText('Tên đăng nhập và mật khẩu chưa khớp. Kiểm tra cả hai rồi nhập lại.').waitFor();
    assert.equal(await page.getByLabel('Mật khẩu').inputValue(), '');
    await page.keyboard.type(OFFICER.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Việc cần làm' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Việc cần làm' }).waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập bàn làm việc' }).waitFor();
    quiet.assertQuiet();
  });

  test('says how long to wait after too many attempts', async (t) => {
    const { page } = await openDeskPage(t, desk);
    await page.getByLabel('Tên đăng nhập').fill('khong-co-ai');
    const wait = page.getByText(/Chờ \d+ phút rồi đăng nhập lại\./);
    for (let attempt = 0; attempt < 7 && !(await wait.isVisible()); attempt += 1) {
      const answered = page.waitForResponse(
        (answer) => answer.url().endsWith('/v1/desk/session') && answer.status() >= 400,
      );
      await page.getByLabel('Mật khẩu').fill(`sai ${attempt}`);
      await page.keyboard.press('Enter');
      await answered;
      await page.locator('.error').first().waitFor();
    }
    await wait.waitFor();
  });
});

describe('the queue', () => {
  let late: string;
  let soon: string;
  before(async () => {
    desk.clock.advance(-6 * DAY);
    late = await desk.send();
    await desk.move(late, { move: 'receive' });
    desk.clock.advance(6 * DAY);
    soon = await desk.send();
    await desk.move(soon, { move: 'receive' });
    for (let count = 0; count < 5; count += 1) await desk.send('valid-mother-on-time.json');
  });

  test('stands by due date, with late and soon-late said in words and summed up on top', async (t) => {
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    const rows = page.locator('motcua-desk-queue tbody tr');
    await rows.first().waitFor();
    assert.deepEqual((await readRows(page)).slice(0, 2), [late, soon]);
    assert.match(await rows.nth(0).innerText(), /Quá hạn \d+ ngày/);
    assert.match(await rows.nth(1).innerText(), /Sắp đến hạn|Còn|Hôm nay/);
    await page.getByRole('button', { name: /^Quá hạn 1$/ }).click();
    await page.getByText('Đang hiện 1 hồ sơ.').waitFor();
    assert.deepEqual(await readRows(page), [late]);
    quiet.assertQuiet();
  });

  test('finds a name typed without marks, and no name stands in the address', async (t) => {
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    await page.keyboard.press('/');
    await page.keyboard.type('sung a tua');
    await page.getByRole('heading', { name: 'Kết quả tìm kiếm' }).waitFor();
    await page.getByText('Đang hiện 2 hồ sơ.').waitFor();
    assert.doesNotMatch(page.url(), /sung|tua/i);
    await page.getByLabel('Tìm hồ sơ theo mã hoặc tên').fill(late);
    await page.getByText('Đang hiện 1 hồ sơ.').waitFor();
    assert.deepEqual(await readRows(page), [late]);
    await page.getByLabel('Tìm hồ sơ theo mã hoặc tên').fill('không có ai tên này');
    await page.getByText('Không tìm thấy hồ sơ.').waitFor();
    quiet.assertQuiet();
  });

  test('is walked, selected and received by single keys, with an outcome for each dossier', async (t) => {
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    await page.getByRole('link', { name: 'Chờ tiếp nhận' }).click();
    await page.getByRole('heading', { name: 'Chờ tiếp nhận' }).waitFor();
    await page.locator('motcua-desk-queue tbody tr').nth(4).waitFor();
    const [first = '', second = '', third = ''] = await readRows(page);
    await page.keyboard.press('j');
    assert.equal(await focusedRow(page), first);
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedRow(page), second);
    // The colleague is quicker with the second one.
    await page.keyboard.press('x');
    await desk.move(second, { move: 'receive' });
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await page.getByText('Sau khi tiếp nhận không rút lại được.').waitFor();
    await assertAxeClean(page, 'the question before receiving');
    await dialog.getByRole('button', { name: 'Tiếp nhận 2 hồ sơ' }).click();
    await page.getByText('Đã tiếp nhận 1 hồ sơ. 1 hồ sơ chưa tiếp nhận được.').waitFor();
    await assertAxeClean(page, 'the outcome of a bulk reception');
    assert.equal((await desk.read(first)).dossier.state.name, 'received');
    assert.equal((await desk.read(third)).dossier.state.name, 'submitted');
    quiet.assertQuiet();
  });

  test('selects a range by Shift', async (t) => {
    const { page } = await openDeskPage(t, desk);
    await signIn(page);
    const boxes = page.getByRole('checkbox', { name: /^Chọn hồ sơ / });
    await boxes.nth(3).waitFor();
    await boxes.nth(1).click();
    await boxes.nth(3).click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Tiếp nhận 3 hồ sơ' }).waitFor();
  });

  test('says that it has changed without moving the row under the keyboard', async (t) => {
    const { page } = await openDeskPage(t, desk);
    await signIn(page);
    await page.getByRole('link', { name: 'Chờ tiếp nhận' }).click();
    await page.getByRole('heading', { name: 'Chờ tiếp nhận' }).waitFor();
    await page.locator('motcua-desk-queue tbody tr').nth(1).waitFor();
    const [first = '', second = ''] = await readRows(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await desk.move(first, { move: 'receive' });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('Danh sách đã thay đổi.').waitFor();
    assert.equal(await focusedRow(page), second);
    assert.equal((await readRows(page))[0], first);
    await page.keyboard.press('r');
    await page.getByText('Danh sách đã thay đổi.').waitFor({ state: 'hidden' });
    assert.equal((await readRows(page))[0], second);
  });

  test('leaves single keys alone once they are switched off, and while somebody types', async (t) => {
    const { page } = await openDeskPage(t, desk);
    await signIn(page);
    await page.locator('motcua-desk-queue tbody tr').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('jx?');
    assert.equal(await page.getByLabel('Tìm hồ sơ theo mã hoặc tên').inputValue(), 'jx?');
    await page.getByLabel('Tìm hồ sơ theo mã hoặc tên').fill('');
    await page.keyboard.press('Enter');
    await page.keyboard.press('?');
    await assertAxeClean(page, 'the table of keys');
    await page.getByLabel('Dùng phím tắt một ký tự trên máy này').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    assert.equal(await focusedRow(page), undefined);
  });
});

describe('a dossier', () => {
  test('goes from the queue to a decision and on to the next by the keyboard alone', async (t) => {
    await desk.send('valid-mother-on-time.json');
    const next = await desk.send('valid-mother-on-time.json');
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    await page.getByRole('link', { name: 'Chờ tiếp nhận' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chờ tiếp nhận' }).waitFor();
    await page.locator('motcua-desk-queue tbody tr').nth(1).waitFor();
    const rows = await readRows(page);
    const [opened = '', following = ''] = rows.slice(-2);
    for (const _ of rows.slice(0, -1)) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đăng ký khai sinh: Đỗ Nguyễn Diễm Hằng' }).waitFor();
    assert.match(page.url(), new RegExp(opened));
    await page.locator('motcua-desk-papers[data-drawn]').waitFor();
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Tiếp nhận hồ sơ', level: 2 }).waitFor();
    await page.locator('motcua-letter').getByText('GIẤY TIẾP NHẬN HỒ SƠ').waitFor();
    await assertAxeClean(page, 'a reception with its letter');
    for (let tabs = 0; tabs < 3 && !(await focusIs(page, 'Tiếp nhận và gửi giấy tiếp nhận')); tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Đã tiếp nhận hồ sơ').waitFor();
    const { dossier } = await desk.read(opened);
    assert.equal(dossier.state.name, 'received');
    await page.keyboard.press('n');
    await page.locator('motcua-desk-dossier .code').getByText(following).waitFor();
    assert.equal(following, next);
    quiet.assertQuiet();
  });

  test('asks for three fields with a reason each, shown in the letter before it is sent', async (t) => {
    const code = await desk.send('valid-mother-on-time.json');
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    await openDossier(page, code);
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
    await page.getByText('Chọn ít nhất một mục trong tờ khai.').waitFor();
    const reasons = {
      '/child/fullName': 'Khác với giấy chứng sinh.',
      '/mother/ethnicGroup': 'Ghi theo thẻ căn cước.',
      '/papers/birthCertificate': 'Ảnh bị mờ, chụp lại rõ cả trang.',
    };
    for (const [pointer, reason] of Object.entries(reasons)) {
      const row = page.locator(`[data-pointer="${pointer}"]`);
      await row.getByRole('checkbox').check();
      await row.getByRole('textbox').fill(reason);
    }
    const letter = page.locator('motcua-letter:not(.printed)');
    for (const reason of Object.values(reasons)) await letter.getByText(reason).waitFor();
    await assertAxeClean(page, 'a supplement request');
    await page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
    await page.getByText('Đã gửi yêu cầu bổ sung').waitFor();
    const { dossier } = await desk.read(code);
    assert.equal(dossier.state.name, 'supplementRequested');
    assert.deepEqual(
      dossier.supplementRequest?.items,
      Object.entries(reasons).map(([pointer, reason]) => ({ pointer, reason })),
    );
    quiet.assertQuiet();
  });

  test('shows what a colleague did meanwhile and keeps what was typed', async (t) => {
    const code = await desk.send('valid-mother-on-time.json');
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    await openDossier(page, code);
    await page.keyboard.press('s');
    const row = page.locator('[data-pointer="/child/fullName"]');
    await row.getByRole('checkbox').check();
    await row.getByRole('textbox').fill('Khác với giấy chứng sinh.');
    await desk.move(code, { move: 'receive' });
    await page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
    await page.getByRole('heading', { name: 'Hồ sơ đã thay đổi trong lúc đang xem' }).waitFor();
    await page.locator('.stale').getByText('Được tiếp nhận').waitFor();
    assert.equal(await row.getByRole('textbox').inputValue(), 'Khác với giấy chứng sinh.');
    await assertAxeClean(page, 'a stale dossier');
    await page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
    await page.getByText('Đã gửi yêu cầu bổ sung').waitFor();
    quiet.assertQuiet();
  });

  test('keeps what was typed when the session runs out, and goes on after signing in again', async (t) => {
    const code = await desk.send('valid-mother-on-time.json');
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    await openDossier(page, code);
    await page.keyboard.press('u');
    await page.getByLabel('Lý do').fill('Không thuộc thẩm quyền của phường.');
    await page.locator('motcua-letter').getByText('Không thuộc thẩm quyền của phường.').waitFor();
    desk.endSessions();
    await page.getByRole('button', { name: 'Gửi phiếu từ chối' }).click();
    await page.getByRole('heading', { name: 'Phiên làm việc đã hết hạn' }).waitFor();
    await assertAxeClean(page, 'the dialog of a session that ran out');
    assert.equal(await page.getByLabel('Lý do').inputValue(), 'Không thuộc thẩm quyền của phường.');
    await page.getByLabel('Mật khẩu').fill(OFFICER.password);
    await page.keyboard.press('Enter');
    await page.getByText('Đã từ chối tiếp nhận').waitFor();
    assert.equal((await desk.read(code)).steps.at(-1)?.note, 'Không thuộc thẩm quyền của phường.');
    quiet.assertQuiet();
  });

  test('ends with a result that was uploaded, and is handed over', async (t) => {
    const code = await desk.send('valid-mother-on-time.json');
    await desk.move(code, { move: 'receive' });
    const { page, quiet } = await openDeskPage(t, desk);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await signIn(page);
    const official = (await desk.read(code)).dossier.code;
    await openDossier(page, official);
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Xác nhận có kết quả' }).click();
    await page.getByText('Chọn ít nhất một tệp kết quả và chờ tải xong.').waitFor();
    await page.locator('#results #picker').setInputFiles({
      name: 'giấy khai sinh.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(SAMPLE_PAPERS['application/pdf']),
    });
    await page.getByText('Đã tải lên').first().waitFor();
    await assertAxeClean(page, 'a result');
    await page.getByRole('button', { name: 'Xác nhận có kết quả' }).click();
    await page.getByText('Đã có kết quả').first().waitFor();

    // Whatever a file holds is drawn, and does nothing: no dialog, no request elsewhere, no link to press.
    await page.route('**/papers/*', (route) =>
      route.fulfill({ contentType: 'application/pdf', body: writeHostilePdf() }),
    );
    const [file] = (await desk.read(code)).steps.at(-1)?.results ?? [];
    await page.getByRole('tab', { name: 'Giấy tờ' }).click();
    await page.getByRole('button', { name: '2. Kết quả giải quyết' }).click();
    await page.locator(`motcua-desk-papers[data-drawn="${file?.uploadId}"]`).waitFor();
    const canvas = page.locator('motcua-desk-papers canvas');
    const pixel = await canvas.evaluate((drawn: HTMLCanvasElement) => [
      ...(drawn.getContext('2d')?.getImageData(9, 9, 1, 1).data ?? []),
    ]);
    assert.deepEqual(pixel, [255, 0, 0, 255]);
    assert.equal(await page.locator('motcua-desk-papers a, iframe, embed, object').count(), 0);
    assert.deepEqual([...new Set(asked)], [desk.url]);
    await page.keyboard.press('t');
    await page.getByRole('button', { name: 'Xác nhận đã trả kết quả' }).click();
    await page.getByRole('heading', { name: 'Đã trả kết quả' }).waitFor();
    assert.equal((await desk.read(code)).dossier.state.name, 'returned');
    quiet.assertQuiet();
  });

  test('prints the letter of a decision alone, on A5', async (t) => {
    const code = await desk.send('valid-mother-on-time.json');
    const { dossier } = await desk.move(code, { move: 'receive' });
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    await openDossier(page, dossier.code);
    await page.evaluate(() => {
      window.print = () => {
        const copy = document.querySelector('[data-motcua-printing] > div');
        document.title = copy?.shadowRoot?.textContent?.includes('GIẤY TIẾP NHẬN') === true ? 'printed' : 'nothing';
        dispatchEvent(new Event('afterprint'));
      };
    });
    await page.keyboard.press('i');
    await page.waitForFunction(() => document.title === 'printed');
    quiet.assertQuiet();
  });
});

describe('the alarms', () => {
  test('name what waits, and send a message again that was given up', async (t) => {
    await desk.deliver('broken');
    const code = await desk.send('valid-mother-on-time.json');
    await desk.move(code, { move: 'receive' });
    const official = (await desk.read(code)).dossier.code;
    await desk.deliver('broken');
    const { page, quiet } = await openDeskPage(t, desk);
    await signIn(page);
    await page.getByRole('link', { name: 'Cảnh báo' }).click();
    const again = page.getByRole('button', { name: `Gửi lại ${official}` });
    await again.first().waitFor();
    await assertAxeClean(page, 'messages that were given up');
    while ((await again.count()) > 0) {
      const left = await again.count();
      await again.first().click();
      await page.waitForFunction(
        ([wanted, name]) => {
          const desk = document
            .querySelector('motcua-desk')
            ?.shadowRoot?.querySelector('motcua-desk-alarms')?.shadowRoot;
          const buttons = [...(desk?.querySelectorAll('button') ?? [])].filter((button) =>
            button.textContent?.includes(name),
          );
          return buttons.length < wanted;
        },
        [left, official] as const,
      );
    }
    await desk.deliver('whole');
    quiet.assertQuiet();
  });
});

describe('every view of the desk', () => {
  for (const width of [360, 1280] as const) {
    test(`is clean for axe at ${width} px, scrolls only down, in both languages`, async (t) => {
      const code = await desk.send('valid-mother-on-time.json');
      const { page, quiet } = await openDeskPage(t, desk, width);
      const look = async (where: string): Promise<void> => {
        await assertAxeClean(page, `${where} at ${width} px`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow, 0, `${where} scrolls sideways by ${overflow} px`);
      };
      await page.getByLabel('Tên đăng nhập').waitFor();
      await look('sign-in');
      await signIn(page);
      await page.locator('motcua-desk-queue tbody tr').first().waitFor();
      await look('the queue');
      await openDossier(page, code);
      await look('the dossier');
      await page.keyboard.press('v');
      await page.locator('motcua-desk-papers[data-drawn]').waitFor();
      await look('the papers');
      await page.keyboard.press('h');
      await look('the history');
      await page.keyboard.press('u');
      await look('a decision');
      if (width === 360) await page.getByRole('button', { name: 'Danh mục' }).click();
      await page.getByRole('button', { name: 'EN, đổi sang tiếng Anh' }).click();
      await page.getByRole('heading', { name: 'Refuse reception', level: 2 }).waitFor();
      await look('a decision in English');
      await page.evaluate(() => (location.hash = '#/alarms'));
      await page.getByRole('heading', { name: 'Alarms' }).waitFor();
      await page.getByRole('heading', { name: 'Messages' }).waitFor();
      await look('the alarms');
      await page.evaluate(() => (location.hash = '#/register'));
      await page.getByRole('heading', { name: 'Register', level: 1 }).waitFor();
      await page.getByRole('article', { name: 'SỔ THEO DÕI HỒ SƠ' }).waitFor();
      await look('the register');
      await page.evaluate(() => (location.hash = '#/audit'));
      await page.getByRole('heading', { name: 'Access log' }).waitFor();
      await page.getByRole('table').waitFor();
      await look('the access log');
      quiet.assertQuiet();
    });
  }
});

function focusIs(page: Page, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent?.trim() === wanted;
  }, name);
}
