/**
 * Runs every story as a test in a browser: it must render without an error, define every element it uses, finish its play function
 * and be free of axe violations. The last line is `N passed, N failed`.
 */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { buildStorybook } from './runner/build-storybook.mjs';
import { runStory } from './runner/run-story.mjs';
import { serveFolder } from './runner/serve-folder.mjs';

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
const server = await serveFolder(folder);
const browser = await chromium.launch({ executablePath: findBrowser(), args: quiet });
try {
  const ids = await listStories(server.address);
  const failures = await runAll(ids);
  for (const { id, reasons } of failures)
    console.log(`✗ ${id}\n${reasons.map((reason) => `    ${reason}`).join('\n')}`);
  process.exitCode = failures.length > 0 || ids.length === 0 ? 1 : 0;
  console.log(`\n${ids.length - failures.length} passed, ${failures.length} failed`);
} finally {
  await browser.close();
  await server.close();
}

async function listStories(address) {
  const { entries } = await (await fetch(`${address}/index.json`)).json();
  return Object.values(entries)
    .filter(({ type, id }) => type === 'story' && (only === undefined || id.includes(only)))
    .map(({ id }) => id);
}

async function runAll(ids) {
  const waiting = [...ids];
  const failures = [];
  await Promise.all(
    Array.from({ length: pagesAtOnce }, async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const reasons = await runStory(page, `${server.address}/iframe.html?id=${id}&viewMode=story`, id);
        if (reasons.length > 0) failures.push({ id, reasons });
      }
      await page.close();
    }),
  );
  return failures;
}

function findBrowser() {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  console.error(`There is no browser at ${path}: set CHROMIUM to the path of Chrome or Chromium.`);
  process.exit(1);
}
