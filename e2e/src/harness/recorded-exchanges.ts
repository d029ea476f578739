/** Everything that a page exchanges with the gateway, checked against the wire contract; and every address it asks for. */
import assert from 'node:assert/strict';
import { loadContract } from '@motcua/gateway/testing';
import type { BrowserContext, Response } from 'playwright-core';

export interface RecordedExchanges {
  /** Every address that was asked for, by any page of the context. */
  readonly urls: readonly string[];
  /** Fails with each departure from openapi.yaml. */
  assertContract(): Promise<void>;
}

/** Starts recording, with the browser's cache off, which would show old headers beside new ones. Requests of a CORS preflight are the browser's own and are not part of the contract. */
export async function recordExchanges(context: BrowserContext, gatewayUrl: string): Promise<RecordedExchanges> {
  const contract = await loadContract();
  const urls: string[] = [];
  for (const page of context.pages()) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  }
  const checks: Promise<readonly string[]>[] = [];
  context.on('request', (request) => urls.push(request.url()));
  context.on('response', (response) => {
    if (response.url().startsWith(`${gatewayUrl}/v1/`) && response.request().method() !== 'OPTIONS')
      checks.push(violationsOf(response));
  });

  async function violationsOf(response: Response): Promise<readonly string[]> {
    const request = response.request();
    const sent = await request.allHeaders();
    const received = await response.allHeaders();
    const body = await textOf(response, received);
    const posted = sent['content-type']?.includes('json') ? request.postData() : null;
    return contract
      .check(
        {
          method: request.method(),
          url: request.url(),
          headers: new Headers(withoutPseudo(sent)),
          ...(posted === null ? {} : { body: posted }),
        },
        {
          status: response.status(),
          headers: new Headers(withoutPseudo(received)),
          ...(body === undefined ? {} : { body }),
        },
      )
      .map(({ side, operation, place, message }) => `${side} ${operation} ${place}: ${message}`);
  }

  return {
    urls,
    async assertContract() {
      const found = (await Promise.all(checks)).flat();
      assert.ok(checks.length > 0, 'the page spoke to the gateway');
      assert.deepEqual([...new Set(found)], [], 'exchanges that depart from the contract');
    },
  };
}

async function textOf(response: Response, headers: Record<string, string>): Promise<string | undefined> {
  // A stream of changes goes on as long as the page stands.
  if (!/\bjson\b/.test(headers['content-type'] ?? '')) return undefined;
  return response.text().catch(() => undefined);
}

function withoutPseudo(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => !name.startsWith(':') && !value.includes('\n')),
  );
}
