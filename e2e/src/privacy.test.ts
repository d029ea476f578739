import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openPortal } from './harness/open-portal.js';
import { recordExchanges } from './harness/recorded-exchanges.js';
import { fillPage, headings, leavePage, pages } from './journey/birth-registration.js';
import { child, father, mother } from './journey/people.js';

/** Answers that nobody but the gateway may read, in each form in which they could leak; fifty of them. */
function seededValues(): string[] {
  const typed = [
    mother.fullName,
    mother.citizenNumber,
    mother.phone,
    mother.street,
    father.fullName,
    child.fullName,
    'Bệnh viện Đa khoa Hà Đông',
    'Gia đình nhận kết quả vào buổi chiều',
    'giay-chung-sinh.png',
  ];
  const forms = typed.flatMap((text) => [
    text,
    text.normalize('NFD'),
    text.toLocaleUpperCase('vi'),
    encodeURIComponent(text),
    Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, ''),
    Buffer.from(text, 'utf8').toString('hex'),
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^\0-~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ]);
  return [...new Set([...forms, '+84912345457', '0912345457'])].filter((text) => text.length >= 8);
}

describe('personal values', () => {
  test('stand in no address, no log, no console and no plain storage after a whole journey', async (t) => {
    const recorded: { urls: readonly string[]; console: string[] } = { urls: [], console: [] };
    const { stack, profile, page, driver, closeBrowser } = await openPortal(t, {
      prepare: async (portal) => {
        recorded.urls = (await recordExchanges(portal.context, portal.stack.gatewayUrl)).urls;
        portal.page.on('console', (message) => recorded.console.push(message.text()));
        await portal.page.addInitScript(collectEvents);
      },
    });
    for (const name of pages) {
      await fillPage[name](driver);
      if (name === 'copies-delivery')
        await driver.fill('Ghi chú cho cơ quan giải quyết', 'Gia đình nhận kết quả vào buổi chiều');
      await leavePage(driver, name);
    }
    await driver.heading(headings.confirmation);
    const ticket = (await page.locator('motcua-ticket dl').innerText()).replaceAll('\n', '');
    const secret = /([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}/.exec(ticket)?.[0] ?? '';
    assert.equal(secret.length, 32);
    const events = await page.evaluate(() => (globalThis as unknown as { motcuaEvents: string[] }).motcuaEvents);
    assert.ok(
      events.some((text) => text.includes('motcua-complete')),
      'the events of the journey were heard',
    );
    const web = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, location.href]),
    );
    await closeBrowser();

    const seeded = [...seededValues(), secret, secret.replaceAll('-', '')];
    assert.ok(seeded.length >= 50, `${seeded.length} values are looked for`);
    const places: [name: string, content: string][] = [
      ['an address', recorded.urls.join('\n')],
      ['the gateway’s log', stack.log()],
      ['the console', recorded.console.join('\n')],
      ['an event', events.join('\n')],
      ['web storage', web],
      ...['IndexedDB', 'Local Storage', 'Session Storage'].flatMap((folder): [string, string][] => {
        const raw = readFolder(join(profile, 'Default', folder));
        return [
          [`${folder} on disk`, raw.toString('utf8')],
          [`${folder} on disk, as UTF-16`, raw.toString('utf16le')],
          [`${folder} on disk, as UTF-16 from an odd byte`, raw.subarray(1).toString('utf16le')],
        ];
      }),
    ];
    assert.ok(readFolder(join(profile, 'Default', 'IndexedDB')).length > 10_000, 'the draft was on the disk');
    const found = places.flatMap(([name, content]) =>
      seeded.filter((value) => content.includes(value)).map((value) => `${value} in ${name}`),
    );
    assert.deepEqual(found, []);
  });
});

/** Every event of the widgets with all its own readable properties, as a careless host would log them. */
function collectEvents(): void {
  const heard: string[] = [];
  (globalThis as unknown as { motcuaEvents: string[] }).motcuaEvents = heard;
  for (const type of [
    'ready',
    'change',
    'step',
    'save',
    'error',
    'submit',
    'complete',
    'status',
    'input',
    'blur',
    'files',
    'announce',
  ]) {
    addEventListener(`motcua-${type}`, (event) => {
      heard.push(
        `motcua-${type} ${JSON.stringify(Object.fromEntries(Object.entries(event).filter(([, value]) => typeof value !== 'object')))}`,
      );
    });
  }
}

function readFolder(folder: string): Buffer {
  if (!existsSync(folder)) return Buffer.alloc(0);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
}
