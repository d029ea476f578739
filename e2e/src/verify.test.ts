import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Confirmation } from '@motcua/schemas';
import { listExamples, prepareSubmission } from '@motcua/gateway/testing';
import type { BrowserContext, Download, Page } from 'playwright-core';
import { assertAxeClean } from './harness/axe.js';
import { startBrowser } from './harness/browser.js';
import { freeFolder } from './harness/free-folder.js';
import { openPortal } from './harness/open-portal.js';
import { type Stack, startStack } from './harness/stack.js';
import { type WatchedPage, watchContext } from './harness/watched-page.js';
import { goTo } from './journey/birth-registration.js';
import { expect } from './journey/expect.js';

const genuine = 'Đúng: giấy tờ thật và còn nguyên vẹn';
const altered = 'Không đúng: giấy tờ đã bị sửa hoặc bị hỏng';
const untrusted = 'Không đúng: chữ ký này không đáng tin';
const unreadable = 'Chưa kiểm tra được tệp này';
const heights = { 360: 740, 1280: 900 } as const;

interface SavedFile {
  document: Record<string, unknown> & { provisionalCode: string };
  jws: string;
}

describe('the confirmation page', () => {
  test('saves a signed confirmation with nothing personal in it, which the named page finds genuine', async (t) => {
    const { stack, context, page, driver } = await openPortal(t);
    await goTo(driver, 'confirmation');
    const save = async (button: string): Promise<Download> =>
      (await Promise.all([page.waitForEvent('download'), driver.press(button)]))[0];
    const paper = await save('Tải bản ký số');
    const answers = await save('Tải thông tin đã gửi');
    const file = JSON.parse(readFileSync(await paper.path(), 'utf8')) as SavedFile;
    assert.equal(paper.suggestedFilename(), `xac-nhan-${file.document.provisionalCode}.json`);
    assert.deepEqual(Object.keys(file).sort(), ['document', 'jws']);
    assert.deepEqual(Object.keys(file.document).sort(), [
      'agency',
      'payloadHash',
      'procedure',
      'provisionalCode',
      'submittedAt',
    ]);

    const link = page.getByRole('link', { name: `${stack.gatewayUrl}/verify/` });
    const [verify] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await open(verify, readFileSync(await paper.path()));
    await sees(verify, genuine);
    await verify.locator('#companion').setInputFiles(await answers.path());
    await verify.getByText('Giống: thông tin trong tệp đúng là thông tin đã gửi.').waitFor();
    const changed = readFileSync(await answers.path(), 'utf8').replace('Bệnh viện Đa khoa', 'Bệnh viện Đa Khoa');
    await verify.locator('#companion').setInputFiles(asFile(changed));
    await verify.getByText('/data/child/birthPlace/detail').waitFor();
  });
});

describe('the verify page', () => {
  let stack: Stack;
  let file: SavedFile;
  let saved: string;
  const cleanups: (() => Promise<void>)[] = [];

  before(async () => {
    stack = await startStack(await freeFolder({ after: (cleanup) => void cleanups.push(cleanup) }, 'data'));
    const { state: _, jws, ...document } = await sendDossier(stack);
    file = { document, jws };
    saved = JSON.stringify(file, null, 2);
  });
  after(async () => {
    await stack.close();
    for (const cleanup of cleanups) await cleanup();
  });

  for (const width of [360, 1280] as const) {
    test(`says at ${width} px what is true and what was altered, clean for axe in every state`, async (t) => {
      const { page, quiet } = await openVerify(t, stack, width);
      const look = async (where: string): Promise<void> => {
        await assertAxeClean(page, `${where} at ${width} px`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow, 0, `${where} scrolls sideways by ${overflow} px`);
      };
      await look('the question');
      await page.getByRole('button', { name: 'Kiểm tra nội dung đã dán' }).click();
      await page.getByText('Dán nội dung của tệp rồi bấm kiểm tra.').waitFor();
      await look('the question without an answer');

      await open(page, saved);
      await sees(page, genuine);
      await page.locator('motcua-facts').getByText(file.document.provisionalCode).waitFor();
      await page.getByText('Xem mọi chi tiết đã ký').click();
      await look('the genuine paper');

      await again(page);
      await open(page, saved.replace(file.document.provisionalCode, 'TN-0000-0000-0000'));
      await sees(page, altered);
      await page.getByText('Chữ ký đúng, nhưng phần đọc được trong tệp đã bị sửa.').waitFor();
      assert.deepEqual(await places(page), ['Mã tạm thời']);
      await page.getByRole('heading', { name: 'Nội dung thật, đúng như đã ký' }).waitFor();
      await look('the altered copy');

      await again(page);
      await open(page, JSON.stringify({ ...file, jws: alterPayload(file.jws) }));
      await sees(page, altered);
      await page.getByText('Nội dung đã ký bị sửa sau khi ký.').waitFor();
      assert.deepEqual(await places(page), ['Mã tạm thời']);
      await look('the altered content');

      await again(page);
      await open(page, file.jws.slice(0, -4) + (file.jws.at(-4) === 'A' ? 'B' : 'A') + file.jws.slice(-3));
      await sees(page, altered);
      await page.getByText('Chữ ký không khớp: nội dung hoặc phần chữ ký đã bị sửa.').waitFor();

      await again(page);
      const [, payload = '', signature = ''] = file.jws.split('.');
      const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
      await open(page, [none, payload, signature].join('.'));
      await sees(page, altered);
      assert.deepEqual(await places(page), ['Cách ký', 'Mã khóa', 'Loại giấy tờ ghi trong chữ ký']);

      await again(page);
      await open(page, 'Không có gì.');
      await sees(page, unreadable);
      await look('the file without a signature');

      await page.getByText('Khóa công khai và cách kiểm tra').click();
      await page.getByText('Dùng khi không có mạng').click();
      await look('the keys');
      await page.getByRole('button', { name: 'EN, đổi sang tiếng Anh' }).click();
      await page.getByRole('heading', { level: 2, name: 'This file could not be checked' }).waitFor();
      await look('the page in English');
      quiet.assertQuiet();
    });
  }

  test('is used by keys alone: paste, check, read the verdict, start again', async (t) => {
    const { page } = await openVerify(t, stack, 1280);
    await tabTo(page, 'TEXTAREA');
    await page.keyboard.insertText(saved);
    await tabTo(page, 'Kiểm tra nội dung đã dán');
    await page.keyboard.press('Enter');
    await sees(page, genuine);
    assert.equal(await focusOf(page), genuine, 'the verdict has the focus');
    await tabTo(page, 'Kiểm tra giấy tờ khác');
    await page.keyboard.press('Enter');
    await expect(async () => (await focusOf(page)) === 'Kiểm tra giấy tờ đã ký số', 'the heading has the focus');
  });

  test('takes a file that is dropped', async (t) => {
    const { page } = await openVerify(t, stack, 1280);
    await page.locator('motcua-verify').evaluate((element, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'xac-nhan.json'));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, saved);
    await sees(page, genuine);
  });

  test('reads a paper from the fragment, which no server sees and the address forgets', async (t) => {
    const { page, context } = await openVerify(t, stack, 360);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await page.goto('about:blank');
    await page.goto(`${stack.gatewayUrl}/verify/#${file.jws}`);
    await sees(page, genuine);
    assert.equal(page.url(), `${stack.gatewayUrl}/verify/`);
    assert.ok(!stack.log().includes(file.jws));
    await page.evaluate((jws) => (location.hash = `x${jws.slice(1)}`), file.jws);
    await sees(page, altered);
    assert.equal(page.url(), `${stack.gatewayUrl}/verify/`);
  });

  test('says so when only a key of the reader’s own fits, and trusts no strange key', async (t) => {
    const { page } = await openVerify(t, stack, 360, (html) => html.replace(/\{"keys":\[.*?\]/, '{"keys":[]'));
    await open(page, saved);
    await sees(page, untrusted);
    const jwks = await (await fetch(`${stack.gatewayUrl}/v1/keys`)).text();
    const field = page.getByRole('textbox', { name: /Khóa công khai khác/ });
    await field.fill('{"keys":[]}');
    await page.getByRole('button', { name: 'Dùng khóa này' }).click();
    await page.getByText('không có khóa Ed25519').waitFor();
    await field.fill(jwks);
    await page.getByRole('button', { name: 'Dùng khóa này' }).click();
    await sees(page, 'Chưa đủ tin: chữ ký khớp, nhưng chưa rõ ai giữ khóa');
    await assertAxeClean(page, 'a key of the reader’s own');
  });

  test('verifies alike where the browser has no Ed25519', async (t) => {
    const { page } = await openVerify(t, stack, 360, undefined, async (context) => {
      await context.addInitScript(() => {
        SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('Ed25519', 'NotSupportedError'));
      });
    });
    await page.getByText('Khóa công khai và cách kiểm tra').click();
    await page.getByText('trang dùng phép kiểm tra có sẵn của trang').waitFor();
    await open(page, saved);
    await sees(page, genuine);
    await again(page);
    await open(page, JSON.stringify({ ...file, jws: alterPayload(file.jws) }));
    await sees(page, altered);
  });

  test('works when the network is cut after the first load, and opens again without it', async (t) => {
    const { page, context, quiet } = await openVerify(t, stack, 360);
    await page.getByText('Dùng khi không có mạng').click();
    await page.getByText('Trang này đã được giữ trên máy.').waitFor();
    await context.setOffline(true);
    await open(page, saved);
    await sees(page, genuine);
    await stack.killGateway();
    t.after(() => stack.startGateway());
    await page.reload();
    await open(page, saved);
    await sees(page, genuine);
    quiet.assertQuiet();
  });

  test('is kept as one file whose hash is published, and runs from disk with no network at all', async (t) => {
    const { page, context, quiet } = await openVerify(t, stack, 1280);
    await page.getByText('Dùng khi không có mạng').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải trang kiểm tra về máy' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'verify.html');
    const kept = readFileSync(await download.path());
    const hash = createHash('sha256').update(kept).digest('hex');
    await page.getByText(hash).waitFor();
    const published = await (await fetch(`${stack.gatewayUrl}/verify/verify.html.sha256`)).text();
    assert.equal(published, `${hash}  verify.html\n`);

    const path = join(await freeFolder(t, 'kept'), 'verify.html');
    await writeFile(path, kept);
    await context.setOffline(true);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    await open(page, saved);
    await sees(page, genuine);
    await again(page);
    await open(page, JSON.stringify({ ...file, jws: alterPayload(file.jws) }));
    await sees(page, altered);
    await page.getByText('Dùng khi không có mạng').click();
    await page.getByText('Trang này đang chạy từ một tệp trên máy').waitFor();
    assert.deepEqual(asked, [pathToFileURL(path).href]);
    quiet.assertQuiet();
  });
});

/** Opens the page in a browser of its own; `fill` changes what the gateway serves. */
async function openVerify(
  t: TestContext,
  stack: Stack,
  width: keyof typeof heights,
  fill?: (html: string) => string,
  prepare?: (context: BrowserContext) => Promise<void>,
): Promise<{ page: Page; context: BrowserContext; quiet: WatchedPage }> {
  const browser = await startBrowser(await freeFolder(t, 'profile'), { width, height: heights[width] });
  t.after(() => browser.close());
  const { page, context } = browser;
  const quiet = watchContext(context);
  await prepare?.(context);
  if (fill) {
    await page.route('**/verify/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: fill(await response.text()) });
    });
  }
  await page.goto(`${stack.gatewayUrl}/verify/`);
  await page.getByRole('heading', { level: 1, name: 'Kiểm tra giấy tờ đã ký số' }).waitFor();
  return { page, context, quiet };
}

/** Sends an example of the procedure as a citizen's page does. */
async function sendDossier({ gatewayUrl }: Stack): Promise<Confirmation & SavedFile['document']> {
  const send = (request: Request): Promise<Response> =>
    fetch(new Request(request.url.replace(/^http:\/\/[^/]+/, gatewayUrl), request));
  const slug = 'civil-status/birth-registration';
  const [example] = await listExamples(slug, 'valid');
  const prepared = await prepareSubmission(send, slug, example?.data ?? {});
  return (await (await send(prepared.createRequest())).json()) as Confirmation & SavedFile['document'];
}

/** A code of zeros in place of the one that was signed. */
function alterPayload(jws: string): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const text = Buffer.from(payload, 'base64url')
    .toString()
    .replace(/TN-[0-9A-Z-]{14}/, 'TN-0000-0000-0000');
  return [header, Buffer.from(text).toString('base64url'), signature].join('.');
}

function asFile(content: string | Buffer): { name: string; mimeType: string; buffer: Buffer } {
  return { name: 'tep.json', mimeType: 'application/json', buffer: Buffer.from(content) };
}

async function open(page: Page, content: string | Buffer): Promise<void> {
  await page.locator('#paper').setInputFiles(asFile(content));
}

/** The verdict, said politely to those who do not see it. */
async function sees(page: Page, verdict: string): Promise<void> {
  await page.getByRole('status').getByRole('heading', { level: 2, name: verdict, exact: true }).waitFor();
}

async function again(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra giấy tờ khác' }).click();
  await page.getByRole('button', { name: 'Chọn tệp để kiểm tra' }).waitFor();
}

function places(page: Page): Promise<string[]> {
  return page.locator('.places .place').allInnerTexts();
}

/** Tag of a text area, else the words of what has the focus. */
function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element.tagName === 'TEXTAREA') return element?.tagName ?? '';
    const host = (element.getRootNode() as Partial<ShadowRoot>).host;
    const own = element.textContent?.trim() ?? '';
    return own === '' ? (host?.textContent?.trim() ?? '') : own;
  });
}

async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focusOf(page)) === wanted) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${wanted}.`);
}
