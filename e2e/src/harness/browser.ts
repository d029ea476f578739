/** A Chromium process with a profile of its own, which a test may kill like a phone kills it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--remote-debugging-port=0',
];

export interface LiveBrowser {
  context: BrowserContext;
  page: Page;
  /** SIGKILL to the whole browser. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Chromium on a profile folder; start it again on the same folder to see what survived. */
export async function startBrowser(profile: string, size: { width: number; height: number }): Promise<LiveBrowser> {
  const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const child = spawn(
    program,
    [...flags, `--user-data-dir=${profile}`, `--window-size=${size.width},${size.height}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium opened without a window.');
  const page = context.pages()[0] ?? (await context.newPage());
  context.setDefaultTimeout(15_000);
  await page.setViewportSize(size);
  return {
    context,
    page,
    kill: () => killGroup(child, browser),
    close: async () => {
      await browser.close().catch(() => undefined);
      await killGroup(child, browser);
    },
  };
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stderr?.on('data', (chunk) => {
      seen += String(chunk);
      const found = /DevTools listening on (ws:\S+)/.exec(seen)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`Chromium ended at once:\n${seen}`)));
  });
}

async function killGroup(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  }
  await browser.close().catch(() => undefined);
}
