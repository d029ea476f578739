/** What must never happen on a page while it is used: an uncaught error, a violation of its policy, a script that came with text. */
import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';

export interface WatchedPage {
  assertQuiet(): void;
}

export function watchContext(context: BrowserContext): WatchedPage {
  const found: string[] = [];
  for (const page of context.pages()) follow(page);
  context.on('page', follow);

  function follow(page: ReturnType<BrowserContext['pages']>[number]): void {
    page.on('pageerror', (error) => found.push(`uncaught: ${error.message}`));
    page.on('dialog', (dialog) => {
      found.push(`a script opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted Type/i.test(message.text())) found.push(`policy: ${message.text()}`);
    });
  }

  return { assertQuiet: () => assert.deepEqual(found, [], 'what happened on the page') };
}
