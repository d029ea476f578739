/** The desk as an officer meets it: a gateway over HTTP with dossiers in every state, and a browser signed in or about to. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { startServer, type RunningServer } from '@motcua/gateway/node-server';
import { createTestClock, SAMPLE_SLUG, listExamples, prepareSubmission, type TestClock } from '@motcua/gateway/testing';
import type { Confirmation, DeskDossier, OfficerMove } from '@motcua/schemas';
import type { Page } from 'playwright-core';
import { startBrowser } from '../harness/browser.js';
import { freeFolder } from '../harness/free-folder.js';
import { watchContext, type WatchedPage } from '../harness/watched-page.js';

export const OFFICER = { login: 'can-bo-mau', password: 'mat-khau-cua-can-bo-mau' } as const;
const AGENCY = '00004';
/** Seconds: longer than any session. */
const LONG = 24 * 3600;

export interface LiveDesk {
  url: string;
  clock: TestClock;
  server: RunningServer;
  /** Sends an example at the clock's present. @returns its provisional code */
  send(file?: string): Promise<string>;
  /** As another officer at another desk: reads, then moves. */
  move(code: string, move: OfficerMove): Promise<DeskDossier>;
  read(code: string): Promise<DeskDossier>;
  /** One round of messages to citizens; a broken line gives each of them up at once. */
  deliver(line: 'whole' | 'broken'): Promise<void>;
  /** Ends every session of the officer, as if the limit had passed. */
  endSessions(): void;
}

/** Its clock is the real one, so that page and gateway agree; move it back for a while to make dossiers that are late by now. */
export async function startLiveDesk(t: Pick<TestContext, 'after'>): Promise<LiveDesk> {
  const clock = createTestClock();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const folder = await freeFolder({ after: (cleanup) => t.after(cleanup) }, 'desk');
  let isBroken = false;
  const server = await startServer({
    ports: { sender: { send: () => (isBroken ? Promise.reject(new Error('no line')) : Promise.resolve()) } },
    operation: { outbox: { attempts: 1 } },
    port,
    host: '127.0.0.1',
    database: { kind: 'pglite' },
    uploadsDir: folder,
    allowedOrigins: [],
    clock,
    desk: { origins: [url], cookie: 'plain' },
  });
  t.after(() => server.close());
  const { gateway } = server;
  await gateway.putAccount({
    ...OFFICER,
    name: 'Phạm Thị Mận',
    roles: ['desk', 'officer', 'leader'],
    agencyCode: AGENCY,
  });
  const other = { login: 'dong-nghiep', password: 'mat-khau-cua-dong-nghiep' };
  await gateway.putAccount({ ...other, name: 'Lê Quốc Ẩn', roles: ['leader'], agencyCode: AGENCY });

  let cookie = '';
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    gateway.fetch(
      new Request(`${url}/v1/desk/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          Cookie: cookie,
          'Motcua-Desk': '1',
          Origin: url,
          'Content-Type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const signIn = async (): Promise<void> => {
    const answer = await ask('session', other);
    cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  const read = async (code: string): Promise<DeskDossier> => {
    await signIn();
    return (await (await ask(`dossiers/${code}`)).json()) as DeskDossier;
  };
  return {
    url,
    clock,
    server,
    read,
    async send(file) {
      const examples = await listExamples(SAMPLE_SLUG, 'valid');
      const example = examples.find((one) => one.file === file) ?? examples[0];
      if (!example) throw new Error('there is no example');
      const prepared = await prepareSubmission((request) => gateway.fetch(request), SAMPLE_SLUG, example.data, AGENCY);
      const answer = await gateway.fetch(prepared.createRequest());
      if (answer.status !== 201) throw new Error(`the example was refused: ${await answer.text()}`);
      return ((await answer.json()) as Confirmation).provisionalCode;
    },
    async move(code, move) {
      const { version } = await read(code);
      const answer = await ask(`dossiers/${code}/moves`, move, { 'If-Match': `"${version}"` });
      if (!answer.ok) throw new Error(`the move was refused: ${await answer.text()}`);
      return (await answer.json()) as DeskDossier;
    },
    async deliver(line) {
      isBroken = line === 'broken';
      await gateway.operation.deliverMessages();
    },
    endSessions() {
      clock.advance(LONG);
    },
  };
}

export interface OpenDeskPage {
  page: Page;
  quiet: WatchedPage;
}

const heights = { 360: 740, 1280: 900 } as const;

export async function openDeskPage(t: TestContext, desk: LiveDesk, width: 360 | 1280 = 1280): Promise<OpenDeskPage> {
  const browser = await startBrowser(await freeFolder(t, 'profile'), { width, height: heights[width] });
  t.after(() => browser.close());
  const quiet = watchContext(browser.context);
  // A colour on its way from one to the next is no colour to judge.
  await browser.page.emulateMedia({ reducedMotion: 'reduce' });
  await browser.page.goto(`${desk.url}/desk/`);
  return { page: browser.page, quiet };
}

export async function signIn(page: Page, account: { login: string; password: string } = OFFICER): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(account.login);
  await page.getByLabel('Mật khẩu').fill(account.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
