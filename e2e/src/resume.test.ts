import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { type LiveBrowser, startBrowser } from './harness/browser.js';
import { freeFolder } from './harness/free-folder.js';
import { openSlowLine, type SlowLine } from './harness/slow-line.js';
import { type Stack, startStack } from './harness/stack.js';
import { fillPage, headings, leavePage, type PageName } from './journey/birth-registration.js';
import { readCodes } from './journey/codes.js';
import { Driver } from './journey/driver.js';
import { expect } from './journey/expect.js';
import { makePng } from './journey/papers.js';
import { child } from './journey/people.js';
import { untilSaved } from './journey/saved-draft.js';
import { readVisibleAnswers } from './journey/visible-answers.js';

const size = { width: 1280, height: 900 };

/** Bytes a second: the upload takes some seconds. */
const villageLine = 800_000;
const bigFile = { name: 'giay-chung-sinh-lon.png', mimeType: 'image/png', buffer: makePng(1000, 1000, 7) };
const bigFileHash = createHash('sha256').update(bigFile.buffer).digest('hex');

/** One draft on one device, from page to page; the browser dies on each. */
describe('a draft whose browser is killed', () => {
  const cleanups: (() => unknown)[] = [];
  let stack: Stack;
  let line: SlowLine;
  let profile: string;
  let browser: LiveBrowser;
  let driver: Driver;

  before(async () => {
    const scope = { after: (cleanup: () => unknown): void => void cleanups.unshift(cleanup) };
    stack = await startStack(await freeFolder(scope, 'data'), {
      between: async (gatewayUrl) => {
        line = await openSlowLine(gatewayUrl);
        cleanups.unshift(() => line.close());
        return line.url;
      },
    });
    cleanups.unshift(() => stack.close());
    profile = await freeFolder(scope, 'profile');
    browser = await startBrowser(profile, size);
    cleanups.unshift(() => browser.close());
    driver = new Driver(browser.page);
    await browser.page.goto(stack.portalUrl);
  });

  after(async () => {
    for (const cleanup of cleanups) await cleanup();
  });

  async function startAgain(): Promise<void> {
    await browser.kill();
    browser = await startBrowser(profile, size);
    driver = new Driver(browser.page);
    await browser.page.goto(stack.portalUrl);
    await driver.heading(headings.start);
  }

  /** Kills the browser once everything is saved and goes on from the start page's offer. */
  async function killAndResume(page: PageName): Promise<void> {
    await untilSaved(browser.page);
    const answers = await readVisibleAnswers(browser.page);
    await startAgain();
    await driver.press('Khai tiếp');
    await driver.heading(headings[page]);
    await assertSame(answers, `${page} after the kill`);
  }

  async function assertSame(answers: readonly string[], where: string): Promise<void> {
    assert.ok(answers.length > 0, `${where}: the page shows answers`);
    await expect(
      async () => (await readVisibleAnswers(browser.page)).length >= answers.length,
      `${where}: every control is drawn`,
    ).catch(() => undefined);
    assert.deepEqual(await readVisibleAnswers(browser.page), answers, where);
  }

  /** Fills a page, kills the browser there, finds it as it was, and leaves it forward. */
  async function fillAndResume(page: PageName): Promise<void> {
    await driver.heading(headings[page]);
    await fillPage[page](driver);
    await killAndResume(page);
    await leavePage(driver, page);
  }

  const commune = (): Locator => browser.page.getByRole('combobox', { name: 'Xã, phường, đặc khu' });
  const place = (name: string): Locator => browser.page.getByRole('group', { name: new RegExp(`^${name}`) });
  const abroad = (name: string): Locator => place(name).getByRole('radio', { name: 'Ở nước ngoài' });
  const country = (name: string): Locator => place(name).getByRole('combobox');
  const birthPlace = (): Locator => place('Nơi sinh').getByRole('combobox', { name: /^Xã/ });
  const ethnicGroup = (): Locator => browser.page.getByRole('combobox', { name: /^Dân tộc/ });
  const birthDate = (part: string): Locator =>
    browser.page.getByRole('group', { name: 'Ngày, tháng, năm sinh' }).getByRole('textbox', { name: part });

  test('is not there before the filling begins', async () => {
    await driver.heading(headings.start);
    await startAgain();
    assert.equal(await browser.page.getByRole('button', { name: 'Khai tiếp' }).count(), 0);
    await leavePage(driver, 'start');
  });

  test('comes back at the agency with the province and a typed name that was not chosen', async () => {
    await driver.heading(headings.agency);
    await driver.select('Tỉnh, thành phố', 'Thành phố Hà Nội');
    await commune().fill('ha don');
    await killAndResume('agency');
    assert.equal(await commune().inputValue(), 'ha don');
  });

  test('comes back at the agency that was chosen', () => fillAndResume('agency'));
  test('comes back at the requester', () => fillAndResume('requester'));

  test('comes back at the child with a date that lacks its year and names that were not chosen', async () => {
    await driver.heading(headings.child);
    await birthDate('Ngày').fill('30');
    await birthDate('Tháng').fill('02');
    await birthPlace().fill('ha do');
    await ethnicGroup().fill('kin');
    await killAndResume('child');
    assert.deepEqual(
      [
        await birthDate('Ngày').inputValue(),
        await birthDate('Tháng').inputValue(),
        await birthDate('Năm').inputValue(),
      ],
      ['30', '02', ''],
    );
    assert.deepEqual([await birthPlace().inputValue(), await ethnicGroup().inputValue()], ['ha do', 'kin']);
  });

  test('comes back at the child with places abroad whose country was not chosen', async () => {
    await abroad('Nơi sinh').check({ force: true });
    await country('Nơi sinh').fill('nhat');
    await abroad('Quê quán').check({ force: true });
    await place('Quê quán').getByRole('textbox').last().fill('Số 5, đường Hoa Anh Đào');
    await killAndResume('child');
    assert.deepEqual([await abroad('Nơi sinh').isChecked(), await country('Nơi sinh').inputValue()], [true, 'nhat']);
    assert.deepEqual(
      [await abroad('Quê quán').isChecked(), await place('Quê quán').getByRole('textbox').last().inputValue()],
      [true, 'Số 5, đường Hoa Anh Đào'],
    );
    for (const name of ['Nơi sinh', 'Quê quán'])
      await place(name).getByRole('radio', { name: 'Ở Việt Nam' }).check({ force: true });
  });

  test('comes back at the child', async () => {
    await fillPage.child(driver);
    await untilSaved(browser.page);
    const answers = await readVisibleAnswers(browser.page);
    await browser.page.reload();
    await driver.heading(headings.child);
    await assertSame(answers, 'the child after a reload, without a press');
    await fillAndResume('child');
  });

  test('comes back at the mother', () => fillAndResume('mother'));

  test('comes back at the father with a date of which only the precision was chosen', async () => {
    await driver.heading(headings.father);
    const yearOnly = (): Locator => browser.page.getByRole('radio', { name: 'Chỉ năm' });
    await yearOnly().check({ force: true });
    await killAndResume('father');
    assert.ok(await yearOnly().isChecked());
  });

  test('comes back at the father', () => fillAndResume('father'));
  test('comes back at copies and delivery', () => fillAndResume('copies-delivery'));

  test('goes on with a paper that was half sent', async () => {
    await driver.heading(headings.papers);
    await driver.choose('Giấy tờ về việc sinh', 'Giấy chứng sinh');
    line.pace = villageLine;
    const first = followUploads(browser);
    await paper().locator('input[type=file]').last().setInputFiles(bigFile);
    await untilSaved(browser.page);
    await expect(async () => first.offset > bigFile.buffer.length / 3, 'a third of the file is at the gateway');
    assert.ok(first.offset < bigFile.buffer.length, 'the browser is killed before the file is whole');
    const before = first.offset;

    await startAgain();
    line.pace = Infinity;
    const second = followUploads(browser);
    await driver.press('Khai tiếp');
    await driver.heading(headings.papers);
    assert.ok(await browser.page.getByRole('radio', { name: 'Giấy chứng sinh', exact: true }).isChecked());
    await paper().getByText('Đã tải lên').waitFor();
    assert.equal(second.requests[0], 'HEAD', 'it asks how far the file has come');
    assert.ok(!second.requests.includes('POST'), `the same file is not begun anew: ${second.requests.join(' ')}`);
    assert.ok(second.firstOffset >= before, `goes on at ${second.firstOffset}, was at ${before}`);
    assert.equal(second.sha256, bigFileHash);
  });

  test('comes back at the papers with the file that was sent', async () => {
    await killAndResume('papers');
    assert.equal(await paper().getByText('Đã tải lên').count(), 1);
    await browser.page.reload();
    await driver.heading(headings.papers);
    await paper().getByText('Đã tải lên').waitFor();
    await leavePage(driver, 'papers');
  });

  test('comes back at the check of the answers, where the truth is declared anew', async () => {
    await driver.heading(headings.review);
    await killAndResume('review');
    await fillPage.review(driver);
    await startAgain();
    await driver.press('Khai tiếp');
    await driver.heading(headings.review);
    assert.equal(
      await browser.page.getByRole('checkbox').isChecked(),
      false,
      'nobody but the citizen declares the truth',
    );
    await fillPage.review(driver);
    await leavePage(driver, 'review');
    await driver.heading(headings.confirmation);
  });

  test('is offered as sent, with the same two codes, and the dossier holds the paper', async () => {
    const codes = await readCodes(driver);
    await startAgain();
    assert.equal(
      await browser.page.getByRole('button', { name: 'Khai tiếp' }).count(),
      0,
      'a sent dossier is not filled again',
    );
    await driver.press('Xem xác nhận đã gửi');
    await driver.heading(headings.confirmation);
    assert.deepEqual(await readCodes(driver), codes);
    await browser.page.reload();
    await driver.heading(headings.confirmation);
    assert.deepEqual(await readCodes(driver), codes, 'a reload shows the confirmation without a press');

    const response = await fetch(`${stack.gatewayUrl}/v1/dossiers/${codes.code}`, {
      headers: { 'Motcua-Lookup-Secret': codes.secret.replaceAll('-', '') },
    });
    const dossier = await response.text();
    assert.equal(response.status, 200, dossier);
    assert.ok(dossier.includes(bigFileHash) && dossier.includes(child.fullName), dossier);
  });

  const paper = (): Locator => browser.page.getByRole('group', { name: /^Giấy chứng sinh/ });
});

interface UploadTraffic {
  /** Methods of the requests that carry a file, in order; the look-ahead of the browser left out. */
  readonly requests: readonly string[];
  /** Bytes that the gateway has confirmed. */
  readonly offset: number;
  /** Where the first bytes of this run were put. */
  readonly firstOffset: number;
  /** The hash that the gateway found at the end. */
  readonly sha256: string;
}

/** Watches what a browser says about uploads to the gateway. */
function followUploads({ context }: LiveBrowser): UploadTraffic {
  const seen = { requests: [] as string[], offset: 0, firstOffset: -1, sha256: '' };
  context.on('response', (response) => {
    const request = response.request();
    if (!request.url().includes('/v1/uploads') || request.method() === 'OPTIONS') return;
    if (request.url().endsWith('/completion'))
      void response.json().then((attachment: { sha256: string }) => (seen.sha256 = attachment.sha256));
    else seen.requests.push(request.method());
    if (request.method() === 'PATCH' && seen.firstOffset < 0)
      seen.firstOffset = Number(request.headers()['upload-offset']);
    seen.offset = Math.max(seen.offset, Number(response.headers()['upload-offset'] ?? 0));
  });
  return seen;
}
