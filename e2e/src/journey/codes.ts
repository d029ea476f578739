/** The two codes of a sent dossier, as they stand on the confirmation's ticket. */
import assert from 'node:assert/strict';
import type { Driver } from './driver.js';

export interface Codes {
  code: string;
  /** As shown, in groups of four. */
  secret: string;
}

export async function readCodes(driver: Driver): Promise<Codes> {
  const text = (await driver.page.locator('motcua-ticket dl').innerText()).replaceAll('\n', ' ');
  const code = /TN(-[0-9A-HJKMNP-TV-Z]{4}){3}/.exec(text)?.[0];
  const secret = /([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}/.exec(text)?.[0];
  assert.ok(code && secret, `both codes stand on the ticket: ${text}`);
  return { code, secret };
}
