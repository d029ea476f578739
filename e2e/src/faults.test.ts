import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { type OpenPortal, openPortal } from './harness/open-portal.js';
import type { Route } from 'playwright-core';
import { attach, goTo, headings, fillPage } from './journey/birth-registration.js';
import type { Driver } from './journey/driver.js';
import { expect } from './journey/expect.js';
import { makePng } from './journey/papers.js';

const send = 'Gửi hồ sơ đăng ký khai sinh';
const submissions = /\/v1\/procedures\/.*\/dossiers$/;

async function openAtReview(t: TestContext): Promise<OpenPortal> {
  const portal = await openPortal(t);
  await goTo(portal.driver, 'review');
  await fillPage.review(portal.driver);
  return portal;
}

async function shownCode(driver: Driver): Promise<string> {
  await driver.heading(headings.confirmation);
  const code = /TN(-[0-9A-HJKMNP-TV-Z]{4}){3}/.exec(await driver.page.locator('motcua-ticket dl').innerText())?.[0];
  assert.ok(code, 'the confirmation shows a code');
  return code;
}

describe('sending over a line that fails', () => {
  test('an answer lost after the commit is asked for again and shows the same code', async (t) => {
    const { driver, page } = await openAtReview(t);
    const lost: string[] = [];
    await page.route(submissions, async (route: Route) => {
      if (route.request().method() !== 'POST' || lost.length > 0) return route.continue();
      const response = await route.fetch();
      lost.push(((await response.json()) as { provisionalCode: string }).provisionalCode);
      await route.abort('connectionreset');
    });
    await driver.press(send);
    assert.equal(await shownCode(driver), lost[0]);
  });

  test('every answer lost, an answer changed, and sent again: one dossier, its first code, and the citizen is told', async (t) => {
    const { driver, page } = await openAtReview(t);
    const taken = new Set<string>();
    let cut = true;
    await page.route(submissions, async (route: Route) => {
      if (!cut || route.request().method() !== 'POST') return route.continue();
      const response = await route.fetch();
      taken.add(((await response.json()) as { provisionalCode: string }).provisionalCode);
      await route.abort('connectionreset');
    });
    await driver.press(send);
    await page
      .getByText(/Chưa gửi được hồ sơ/)
      .first()
      .waitFor({ timeout: 60_000 });
    cut = false;
    await page.getByRole('button', { name: /^Sửa.*Bản sao/ }).click();
    await driver.heading(headings['copies-delivery']);
    await driver.fill('Số bản sao', '3');
    await driver.press('Tiếp tục');
    await driver.heading(headings.review);
    await fillPage.review(driver);
    await driver.press(send);
    const code = await shownCode(driver);
    assert.deepEqual([...taken], [code]);
    await page
      .getByText(/Hồ sơ đã được tiếp nhận từ lần gửi trước/)
      .first()
      .waitFor();
  });

  test('a gateway killed right after its answer still has the dossier', async (t) => {
    const { stack, driver, page } = await openAtReview(t);
    const answered = page.waitForResponse((response) => submissions.test(response.url()) && response.status() === 201);
    await driver.press(send);
    await answered;
    await stack.killGateway();
    const code = await shownCode(driver);
    await stack.startGateway();
    const found = await fetch(`${stack.gatewayUrl}/v1/dossiers/${code}`);
    assert.equal(found.status, 200);
  });

  test('pressing send twice, and in quick succession, makes one request and one dossier', async (t) => {
    const { driver, page } = await openAtReview(t);
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (submissions.test(request.url()) && request.method() === 'POST')
        keys.push(request.headers()['idempotency-key']);
    });
    const button = page.getByRole('button', { name: send });
    await button.evaluate((inner: HTMLElement) => {
      for (let press = 0; press < 5; press += 1) inner.click();
    });
    await shownCode(driver);
    assert.equal(keys.length, 1);
  });

  test('without a net the citizen is told what is kept and can send later, once', async (t) => {
    const { context, driver, page } = await openAtReview(t);
    await context.setOffline(true);
    await page.getByText('Đang mất kết nối').first().waitFor();
    await driver.press(send);
    await page
      .getByText(/Chưa gửi được hồ sơ vì mất kết nối\./)
      .first()
      .waitFor({ timeout: 60_000 });
    await context.setOffline(false);
    await driver.press(send);
    await shownCode(driver);
  });

  test('a page of somebody else in place of the gateway’s answer is a failure, not a confirmation', async (t) => {
    const { driver, page } = await openAtReview(t);
    let foreign = true;
    await page.route(submissions, (route) =>
      foreign
        ? route.fulfill({
            status: 200,
            contentType: 'text/html',
            headers: { 'access-control-allow-origin': '*' },
            body: '<h1>Wi-Fi</h1>',
          })
        : route.continue(),
    );
    await driver.press(send);
    await page
      .getByText(/Chưa gửi được hồ sơ/)
      .first()
      .waitFor({ timeout: 60_000 });
    foreign = false;
    await driver.press(send);
    await shownCode(driver);
  });
});

describe('papers', () => {
  test('an upload survives a gateway that is killed and started again', async (t) => {
    const { stack, page, driver } = await openPortal(t, { width: 1280 });
    await goTo(driver, 'papers');
    await driver.choose('Giấy tờ về việc sinh', 'Giấy chứng sinh');
    const field = page.getByRole('group', { name: /^Giấy chứng sinh/ });
    let patches = 0;
    await page.route(/\/v1\/uploads\/[0-9a-f]+$/, async (route) => {
      if (route.request().method() === 'PATCH' && ++patches === 3) await stack.killGateway();
      await route.continue();
    });
    await field
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'anh-lon.png', mimeType: 'image/png', buffer: makePng(1300, 1000) });
    await field.getByText('Chờ có mạng').or(field.getByText(/%/)).first().waitFor();
    await expect(async () => patches >= 3, 'the third piece was on its way when the gateway died');
    await stack.startGateway();
    await field.getByText('Đã tải lên').waitFor({ timeout: 60_000 });
  });

  test('a file that is no picture and no PDF is refused with reason and cure, and can be replaced', async (t) => {
    const { page, driver } = await openPortal(t, { width: 360 });
    await goTo(driver, 'papers');
    await driver.choose('Giấy tờ về việc sinh', 'Giấy chứng sinh');
    const field = page.getByRole('group', { name: /^Giấy chứng sinh/ });
    const files: [name: string, content: Buffer, message: RegExp][] = [
      ['to-khai.docx', Buffer.from('PK\u0003\u0004 not a picture'), /không phải ảnh JPG, PNG, WebP hoặc tệp PDF/],
      ['trong.pdf', Buffer.alloc(0), /không có nội dung/],
      ['hong.png', makePng(60, 60).subarray(0, 900), /bị thiếu hoặc hỏng một phần/],
    ];
    for (const [name, buffer, message] of files) {
      await field.locator('input[type=file]').last().setInputFiles({ name, mimeType: 'image/png', buffer });
      await field.getByText(message).waitFor();
      await field.getByRole('button', { name: /^Bỏ tệp này/ }).click();
      await expect(async () => (await field.getByText(name).count()) === 0, `${name} is gone`);
    }
    await attach(driver, 'Giấy chứng sinh', 'giay-chung-sinh.png', makePng(80, 80));
  });
});
