/** Opens a fresh page for one task, and listens until it is done, fails, dies, or says nothing for too long. */
import { chromium } from 'playwright-core';
import { findChromium } from '../../../tools/chromium.mjs';
import { servePages } from './page-server.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--expose-gc',
  '--enable-precise-memory-info',
];

/**
 * @param {string} folder where the bundles of the pages lie
 * @returns {Promise<{version: string, ask: (asked: object, limit: number) => Promise<object>, close: () => Promise<void>}>}
 */
export async function openBrowser(folder) {
  const server = await servePages(folder);
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });

  async function ask(asked, limit) {
    const context = await browser.newContext();
    const told = {};
    const page = await context.newPage();
    const end = new Promise((resolve) => {
      let timer = setTimeout(giveUp, limit);
      const address = server.open(asked, (part) => {
        clearTimeout(timer);
        Object.assign(told, part);
        if (part.done || part.fault) resolve();
        else timer = setTimeout(giveUp, limit);
      });
      page.on('pageerror', (error) => fail(`the script failed: ${error.message.split('\n')[0]}`));
      page.on('requestfailed', (request) => fail(`${new URL(request.url()).pathname} was not loaded`));
      page.on('crash', () => fail('the page crashed'));
      page.goto(address).catch((error) => fail(error.message.split('\n')[0]));

      function giveUp() {
        fail(`over ${limit / 1000} s`);
      }
      function fail(fault) {
        clearTimeout(timer);
        told.fault ??= fault;
        resolve();
      }
    });
    await end;
    await context.close();
    return told;
  }

  return {
    version: browser.version(),
    ask,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
