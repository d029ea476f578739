/** A portal with a gateway of its own, open in a browser with a profile of its own; everything ends with the test. */
import type { TestContext } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { Driver } from '../journey/driver.js';
import { startBrowser } from './browser.js';
import { freeFolder } from './free-folder.js';
import { type Stack, startStack } from './stack.js';

export interface OpenPortal {
  stack: Stack;
  profile: string;
  context: BrowserContext;
  page: Page;
  driver: Driver;
  closeBrowser(): Promise<void>;
}

export interface PortalOptions {
  width?: 360 | 1280;
  /** Before the portal is opened: routes, scripts, listeners. */
  prepare?: (portal: OpenPortal) => Promise<void>;
}

const heights = { 360: 740, 1280: 900 };

/** Opens the start page of the procedure after `prepare` is done. */
export async function openPortal(t: TestContext, { width = 1280, prepare }: PortalOptions = {}): Promise<OpenPortal> {
  const stack = await startStack(await freeFolder(t, 'data'));
  t.after(() => stack.close());
  const profile = await freeFolder(t, 'profile');
  const browser = await startBrowser(profile, { width, height: heights[width] });
  t.after(() => browser.close());
  const { page, context } = browser;
  const portal: OpenPortal = { stack, profile, context, page, driver: new Driver(page), closeBrowser: browser.close };
  await prepare?.(portal);
  await page.goto(stack.portalUrl);
  return portal;
}
