/** Runs axe over a page with every rule on and shadow roots entered. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

/** Fails with each violation's rule, place and summary. Axe is put in past the page's policy by the debugger, not by the page. */
export async function assertAxeClean(page: Page, where: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `if (!window.axe) { ${source} }` });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression:
      'axe.run(document, { resultTypes: ["violations"] }).then((r) => JSON.stringify({ violations: r.violations }))',
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails)
    throw new Error(`axe could not run: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  const { violations } = JSON.parse(String(result.value)) as AxeResult;
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
  );
  assert.deepEqual(lines, [], `axe on ${where}`);
}
