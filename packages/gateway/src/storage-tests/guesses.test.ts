import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DeskDossier } from '@motcua/schemas';
import { createProvisionalCode } from '../domain/codes.js';
import type { GatewayDatabase } from '../ports/gateway-database.js';
import { openDeskClient } from '../testing/desk-client.js';
import { sendSample, type SentDossier } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const BASE = 'http://127.0.0.1:4180';
const GUESSES = 10_000;
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let gateway: TestGateway;
let dossiers: SentDossier[];
/** Codes that lead to a dossier: provisional ones, and an official one. */
let known: string[];
/** What was asked of the database, since it was last looked at. */
let asked: string[] = [];

before(async () => {
  gateway = await openTestGateway({
    now: '2026-11-20',
    ports: (database) => ({ database: watchDatabase(database) }),
  });
  dossiers = await Promise.all(Array.from({ length: 4 }, () => sendSample(gateway, 'valid-mother-on-time.json')));
  const desk = await openDeskClient(gateway);
  const received = await desk.move(dossiers[0]?.code ?? '', { move: 'receive' });
  const official = ((await received.json()) as DeskDossier).dossier.officialCode;
  known = [...dossiers.map(({ code }) => code), official ?? assert.fail('there is no official code')];
});
after(() => gateway.close());

/** Notes every piece of work that any store is given. */
function watchDatabase(database: GatewayDatabase): GatewayDatabase {
  return watch('database', database) as GatewayDatabase;
}

function watch(name: string, part: unknown): unknown {
  if (typeof part === 'function')
    return (...parameters: unknown[]): unknown => {
      asked.push(name);
      return (part as (...values: unknown[]) => unknown)(...parameters);
    };
  if (typeof part !== 'object' || part === null) return part;
  if (Object.getPrototypeOf(part) !== Object.prototype) return part;
  return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, watch(`${name}.${key}`, member)]));
}

/** All of an answer, and of the work for it, that whoever guesses could tell another from. */
async function guess(code: string, secret: string, address: string): Promise<string> {
  asked = [];
  const answer = await gateway.gateway.fetch(
    new Request(`${BASE}/v1/dossiers/${code}`, { headers: { 'Motcua-Lookup-Secret': secret } }),
    { remoteAddress: address },
  );
  const headers = [...answer.headers].sort();
  return JSON.stringify({ status: answer.status, headers, body: await answer.text(), asked });
}

function inventSecret(): string {
  return [...randomBytes(26)].map((byte) => SYMBOLS.charAt(byte & 31)).join('');
}

/** As somebody guesses: at random, nearly right, malformed, in another spelling. */
function chooseSecret(index: number): string {
  const right = dossiers[index % dossiers.length]?.lookupSecret ?? '';
  const altered = `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`;
  return [inventSecret(), altered, 'x', inventSecret().toLowerCase(), `${inventSecret()}00`][index % 5] ?? '';
}

test('10,000 guesses at codes that exist and at codes that do not: the same bytes, by the same work', async () => {
  const pairs = known.map((code) => ({ code, other: createProvisionalCode() }));
  const kinds = new Set<number>();
  for (let index = 0; index < GUESSES / 2; index += 1) {
    const { code, other } = pairs[index % pairs.length] ?? assert.fail('there is no such pair');
    const secret = chooseSecret(index);
    const [first, second] = [`10.1.${index >> 8}.${index & 255}`, `10.2.${index >> 8}.${index & 255}`];
    const wrong = await guess(code, secret, first);
    assert.ok(asked.includes('database.dossiers.findLock'));
    assert.equal(wrong, await guess(other, secret, second));
    kinds.add((JSON.parse(wrong) as { status: number }).status);
  }
  assert.deepEqual([...kinds].sort(), [404, 429]);
});

test('after all that the owner is answered at once', async () => {
  for (const sent of dossiers) assert.equal((await sent.ask('')).status, 200);
});

test('by code alone nothing comes but that there is a dossier, and how far it has come', async () => {
  for (const code of known) {
    const answer = await gateway.fetch(new Request(`${BASE}/v1/dossiers/${code}`));
    assert.deepEqual(Object.keys((await answer.json()) as object).sort(), ['code', 'completion']);
  }
});
