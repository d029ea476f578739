/**
 * Runs every story as a test in a browser: it must render without an error, define every element it uses, finish its play function
 * and be free of axe violations. The stories of the journeys run on a gateway of their own. The last line is `N passed, N failed`.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { buildStorybook } from './runner/build-storybook.mjs';
import { runStory } from './runner/run-story.mjs';
import { serveFolder } from './runner/serve-folder.mjs';
import { startGateway } from './runner/start-gateway.mjs';

const pagesAtOnce = 2;
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const only = process.argv[2];

const folder = await buildStorybook();
const opened = [];
try {
  const server = keep(await serveFolder(folder));
  const gateway = keep(await startGateway({ origin: server.address }));
  const browser = keep(await chromium.launch({ executablePath: findBrowser(), args: quiet }));
  const ids = await listStories(server.address);
  const failures = await runAll(browser, ids, (id) => addressOf(id, server, gateway));
  for (const { id, reasons } of failures)
    console.log(`✗ ${id}\n${reasons.map((reason) => `    ${reason}`).join('\n')}`);
  process.exitCode = failures.length > 0 || ids.length === 0 ? 1 : 0;
  console.log(`\n${ids.length - failures.length} passed, ${failures.length} failed`);
} finally {
  for (const one of opened.reverse()) await one.close();
}

/** Closed at the end, the last one first. */
function keep(one) {
  opened.push(one);
  return one;
}

async function listStories(address) {
  const { entries } = await (await fetch(`${address}/index.json`)).json();
  return Object.values(entries)
    .filter(({ type, id }) => type === 'story' && (only === undefined || id.includes(only)))
    .map(({ id }) => id);
}

async function runAll(browser, ids, addressOfStory) {
  const waiting = [...ids];
  const failures = [];
  await Promise.all(
    Array.from({ length: pagesAtOnce }, async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const reasons = await runStory(page, addressOfStory(id), id);
        if (reasons.length > 0) failures.push({ id, reasons });
      }
      await page.close();
    }),
  );
  return failures;
}

function addressOf(id, server, gateway) {
  const query = new URLSearchParams({ id, viewMode: 'story', gateway: gateway.address });
  return `${server.address}/iframe.html?${query}`;
}

function findBrowser() {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  console.error(`There is no browser at ${path}: set CHROMIUM to the path of Chrome or Chromium.`);
  process.exit(1);
}
