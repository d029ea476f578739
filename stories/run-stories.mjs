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
/** Stories of one file that a page shows one after the other; then it is loaded anew. */
const mostInRow = 16;
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
  const rows = rowsOf(ids);
  const failures = [];
  await Promise.all(
    Array.from({ length: pagesAtOnce }, async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      for (let row = rows.shift(); row !== undefined; row = rows.shift())
        failures.push(...(await runRow(page, row, addressOfStory)));
      await page.close();
    }),
  );
  return failures;
}

/** The first story, and each that follows a failed one, gets a page that was loaded anew. */
async function runRow(page, ids, addressOfStory) {
  const failures = [];
  let fresh = true;
  for (const id of ids) {
    const reasons = await runStory(page, { id, ...(fresh ? { address: addressOfStory(id) } : {}) });
    fresh = reasons.length > 0;
    if (fresh) failures.push({ id, reasons });
  }
  return failures;
}

/** Stories of one file in rows, the longest first. */
function rowsOf(ids) {
  const rows = [];
  for (const id of ids) {
    const row = rows.at(-1);
    if (row !== undefined && row.length < mostInRow && fileOf(row[0]) === fileOf(id)) row.push(id);
    else rows.push([id]);
  }
  return rows.sort((one, other) => other.length - one.length);
}

function fileOf(id) {
  return id.split('--')[0];
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
