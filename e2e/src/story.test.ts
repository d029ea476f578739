import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import { SAMPLE_PAPERS } from '@motcua/gateway/testing';
import type { Download, Page } from 'playwright-core';
import { assertAxeClean } from './harness/axe.js';
import { startBrowser } from './harness/browser.js';
import { freeFolder } from './harness/free-folder.js';
import { recordExchanges } from './harness/recorded-exchanges.js';
import { type Stack, startStack } from './harness/stack.js';
import { type WatchedPage, watchContext } from './harness/watched-page.js';
import { headings, type PageName } from './journey/birth-registration.js';
import { readCodes } from './journey/codes.js';
import { Driver } from './journey/driver.js';
import { expect } from './journey/expect.js';
import { fillByKeys } from './journey/fill-by-keys.js';
import { Keyboard } from './journey/keyboard.js';
import { makePng } from './journey/papers.js';
import { child } from './journey/people.js';

/** Phường Hà Đông, which the citizen chooses. */
const AGENCY = '09556';
const REASONS = {
  'Họ, chữ đệm và tên (Trẻ được khai sinh)': 'Khác với giấy chứng sinh.',
  'Dân tộc (Người mẹ)': 'Ghi theo thẻ căn cước của mẹ.',
  'Giấy chứng sinh (Giấy tờ đính kèm)': 'Ảnh bị mờ, chụp lại rõ cả trang.',
} as const;
const corrected = 'Nguyễn Đỗ Gia Mận';

interface Person {
  keys: Keyboard;
  page: Page;
  quiet: WatchedPage;
}

async function sitDown(t: TestContext, url: string): Promise<Person> {
  const browser = await startBrowser(await freeFolder(t, 'profile'), { width: 1280, height: 900 });
  t.after(() => browser.close());
  const quiet = watchContext(browser.context);
  await browser.page.emulateMedia({ reducedMotion: 'reduce' });
  await browser.page.goto(url);
  return { keys: new Keyboard(browser.page), page: browser.page, quiet };
}

describe('a dossier between citizen and desk, in two browsers, by keys alone', () => {
  test('is sent, received, asked to be supplemented, answered, decided and returned, each change seen on the other side', async (t) => {
    const stack = await startStack(await freeFolder(t, 'data'), { desk: AGENCY });
    t.after(() => stack.close());
    const citizen = await sitDown(t, stack.portalUrl);
    const exchanges = await recordExchanges(citizen.page.context(), stack.gatewayUrl);
    const { code, secret } = await send(citizen);
    await lookUp(citizen, secret);

    const officer = await sitDown(t, `${stack.gatewayUrl}/desk/`);
    await signIn(officer, stack);
    await openFromQueue(officer, code);
    await receive(officer);
    await citizen.page.getByRole('button', { name: 'In giấy tiếp nhận', exact: true }).waitFor();
    const official = await readOfficialCode(citizen.page);
    await assertAxeClean(citizen.page, 'a received dossier');
    await verifyLetter(citizen, stack, 'Xem và in giấy tiếp nhận', [official, 'T00.00000-000000-0000']);

    await ask(officer);
    await citizen.page.getByRole('heading', { name: 'Cần bổ sung 3 mục' }).waitFor();
    await assertAxeClean(citizen.page, 'a dossier that needs a supplement');
    await supplement(citizen);

    await officer.page.reload();
    await seeSupplement(officer, official);
    await decide(officer, 'f', 'Xác nhận chuyển xử lý', 'Đã chuyển xử lý');
    await citizen.page.getByText('Đang xử lý').first().waitFor();
    await finish(officer);
    await citizen.page.getByRole('heading', { name: 'Đã có kết quả' }).waitFor();
    await assertAxeClean(citizen.page, 'a dossier with its result');
    const result = await takeResult(citizen);
    assert.deepEqual(readFileSync(await result.path()), Buffer.from(SAMPLE_PAPERS['application/pdf']));
    await verifyLetter(citizen, stack, 'Xem và in thông báo kết quả', ['giay-khai-sinh.pdf', 'giay-khai-tu.pdf']);

    await decide(officer, 't', 'Xác nhận đã trả kết quả', 'Đã trả kết quả');
    await citizen.page.getByText('Đã trả kết quả').first().waitFor();
    await exchanges.assertContract();
    citizen.quiet.assertQuiet();
    officer.quiet.assertQuiet();
    assert.deepEqual(stack.cspReports, []);
    assert.doesNotMatch(
      stack.log(),
      new RegExp(`${child.fullName}|${corrected}|${secret}|${secret.replaceAll('-', '')}`),
    );
  });
});

async function send({ keys }: Person): Promise<{ code: string; secret: string }> {
  await keys.page.getByRole('heading', { level: 1, name: headings.start }).waitFor();
  await keys.pressButton('Bắt đầu hồ sơ mới');
  for (const [page, fill] of Object.entries(fillByKeys)) {
    await keys.heading(headings[page as PageName]);
    await fill(keys);
    await keys.pressButton(page === 'review' ? 'Gửi hồ sơ đăng ký khai sinh' : 'Tiếp tục');
  }
  await keys.heading(headings.confirmation);
  return readCodes(new Driver(keys.page));
}

async function lookUp({ keys, page }: Person, secret: string): Promise<void> {
  await keys.tabTo({ name: 'Tra cứu hồ sơ này', role: 'link' });
  await keys.press('Enter');
  await page.getByText('Hồ sơ đã gửi, đang chờ tiếp nhận.').waitFor();
  await keys.type('Mã tra cứu', secret);
  await keys.press('Enter');
  await page.getByText('Bộ phận Một cửa sẽ kiểm tra hồ sơ.').waitFor();
}

async function readOfficialCode(page: Page): Promise<string> {
  const code = page.locator('motcua-status .figures').first();
  await expect(async () => !(await code.innerText()).startsWith('TN-'), 'the official code stands there');
  return code.innerText();
}

/** The signed copy is genuine on the verify page; with one word changed it is not. */
async function verifyLetter(
  { keys, page }: Person,
  stack: Stack,
  open: string,
  [written, changed]: [string, string],
): Promise<void> {
  await keys.pressButton(open);
  await page.locator('motcua-status motcua-letter').waitFor();
  await assertAxeClean(page, open);
  const download = page.waitForEvent('download');
  await keys.pressButton('Tải bản ký số');
  const signed = readFileSync(await (await download).path(), 'utf8');
  assert.ok(signed.includes(written));
  const verify = await page.context().newPage();
  for (const [text, verdict] of [
    [signed, 'Đúng: giấy tờ thật và còn nguyên vẹn'],
    [signed.replace(written, changed), 'Không đúng: giấy tờ đã bị sửa hoặc bị hỏng'],
  ] as const) {
    await verify.goto(`${stack.gatewayUrl}/verify/`);
    const file = { name: 'giay-to.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await verify.locator('#paper').setInputFiles(file);
    await verify.getByRole('status').getByRole('heading', { level: 2, name: verdict, exact: true }).waitFor();
  }
  await verify.close();
  await page.bringToFront();
  await keys.pressButton('Đóng giấy này');
}

async function signIn({ keys, page }: Person, stack: Stack): Promise<void> {
  const { login, password } = await stack.officer();
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập bàn làm việc' }).waitFor();
  await keys.type('Tên đăng nhập', login);
  await keys.type('Mật khẩu', password);
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
}

async function openFromQueue({ keys, page }: Person, code: string): Promise<void> {
  await page.getByText('Đang hiện 1 hồ sơ.').waitFor();
  await keys.press('j');
  await keys.press('Enter');
  await page.locator('motcua-desk-dossier .code').getByText(code).waitFor();
}

async function receive(officer: Person): Promise<void> {
  await officer.keys.press('a');
  await officer.page.locator('motcua-letter').getByText('GIẤY TIẾP NHẬN HỒ SƠ').waitFor();
  await officer.keys.pressButton('Tiếp nhận và gửi giấy tiếp nhận');
  await officer.page.getByText('Đã tiếp nhận hồ sơ').waitFor();
}

async function decide({ keys, page }: Person, key: string, confirm: string, done: string): Promise<void> {
  await keys.press(key);
  await keys.pressButton(confirm);
  await page.getByText(done).first().waitFor();
}

async function ask({ keys, page }: Person): Promise<void> {
  await keys.press('s');
  await page.getByRole('heading', { level: 2, name: 'Chọn mục cần bổ sung' }).waitFor();
  for (const [label, reason] of Object.entries(REASONS)) {
    await keys.tabTo({ name: `Yêu cầu bổ sung: ${label}`, role: 'checkbox' });
    await keys.press('Space');
    await keys.type(`Lý do bổ sung: ${label}`, reason);
  }
  for (const reason of Object.values(REASONS)) await page.locator('motcua-letter').getByText(reason).first().waitFor();
  await assertAxeClean(page, 'a supplement request at the desk');
  await keys.pressButton('Gửi yêu cầu bổ sung');
  await page.getByText('Đã gửi yêu cầu bổ sung').waitFor();
}

/** Answers exactly what was asked; nothing else can be changed. */
async function supplement({ keys, page }: Person): Promise<void> {
  await keys.pressButton('Bổ sung ngay');
  await page.getByRole('heading', { level: 1, name: 'Bổ sung hồ sơ' }).waitFor();
  for (const reason of Object.values(REASONS)) await page.getByText(`Cơ quan yêu cầu: ${reason}`).waitFor();
  assert.equal(await page.locator('motcua-supplement motcua-form-field').count(), 3, 'three fields are open');
  await assertAxeClean(page, 'the supplement');
  await keys.tabTo({ name: 'Họ, chữ đệm và tên của trẻ', role: 'textbox' });
  await keys.press('Control+A');
  await page.keyboard.type(corrected);
  await keys.pick('Dân tộc', 'tay', 'Tày');
  await keys.pressButton(/^Xóa tệp|^Bỏ tệp/);
  const files = await keys.chooseFile('Giấy chứng sinh');
  await files.setFiles({ name: 'giay-chung-sinh-ro.png', mimeType: 'image/png', buffer: makePng(310, 410) });
  await page.getByText('Đã tải lên').first().waitFor();
  await page.getByRole('heading', { level: 2, name: 'Những gì sẽ đổi' }).waitFor();
  assert.equal(await page.locator('motcua-supplement .change').count(), 3, 'three changes are told');
  await assertAxeClean(page, 'the supplement with its changes');
  await keys.pressButton('Gửi bổ sung');
  await page.getByText('Đã gửi phần bổ sung.').first().waitFor();
}

async function seeSupplement({ page }: Person, official: string): Promise<void> {
  await page.locator('motcua-desk-dossier .code').getByText(official).waitFor();
  await page.getByText(corrected).first().waitFor();
  assert.equal(await page.getByText('Đã sửa sau khi nộp').count(), 3, 'three answers are marked');
}

async function finish({ keys, page }: Person): Promise<void> {
  await keys.press('c');
  const chooser = page.waitForEvent('filechooser');
  await keys.pressButton(/^Chọn tệp/);
  await (
    await chooser
  ).setFiles({
    name: 'giay-khai-sinh.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(SAMPLE_PAPERS['application/pdf']),
  });
  await page.getByText('Đã tải lên').first().waitFor();
  await keys.pressButton('Xác nhận có kết quả');
  await page.getByText('Đã có kết quả').first().waitFor();
}

async function takeResult({ keys, page }: Person): Promise<Download> {
  const download = page.waitForEvent('download');
  await keys.pressButton(/^Tải kết quả/);
  return download;
}
