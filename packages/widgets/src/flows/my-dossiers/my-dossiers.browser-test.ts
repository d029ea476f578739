import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createLookupClient, createMyDossiers, type MyDossiers } from '@motcua/client';
import '../../define/my-dossiers.js';
import '../../define/submission.js';
import { findViolations } from '../../testing/find-violations.js';
import { vietnameseFlowTexts as words } from '../flow-texts.js';
import type { MotcuaMyDossiers } from './motcua-my-dossiers.js';
import type { MotcuaRememberDossier } from './motcua-remember-dossier.js';
import type { OpenDossierEvent } from './open-dossier-event.js';

const GATEWAY = 'https://remembered.test/';
const SECRET = 'ABCDEFGHJKMNPQRSTVWXYZ0123';
const CODE = 'TN-0000-0000-0001';
const dossier = {
  provisionalCode: CODE,
  procedure: { title: { vi: 'Đăng ký khai sinh' } },
  state: { name: 'submitted' as const },
};
const cut = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const client = createLookupClient({ gateway: GATEWAY, fetch: cut, retry: { attempts: 1 } });

async function openStore(): Promise<MyDossiers> {
  const store = createMyDossiers({ gateway: GATEWAY });
  await store.forgetAll();
  return store;
}

async function askConsent(store: MyDossiers): Promise<{ element: MotcuaRememberDossier; box: HTMLInputElement }> {
  const element = await fixture<MotcuaRememberDossier>(
    html`<motcua-remember-dossier
      .store=${store}
      .dossier=${dossier}
      .secret=${SECRET}
      .words=${words}
    ></motcua-remember-dossier>`,
  );
  const field = element.shadowRoot?.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>('[pointer]');
  await field?.updateComplete;
  const box = field?.shadowRoot?.querySelector('input');
  if (!box) throw new Error('there is no box');
  return { element, box };
}

const list = (store: MyDossiers): Promise<MotcuaMyDossiers> =>
  fixture<MotcuaMyDossiers>(
    html`<motcua-my-dossiers .store=${store} .client=${client} .words=${words}></motcua-my-dossiers>`,
  );
const itemsOf = (element: MotcuaMyDossiers): number => element.shadowRoot?.querySelectorAll('.item').length ?? 0;

describe('a dossier on this device', () => {
  it('is remembered only when the box was ticked, and forgotten when the tick is taken away', async () => {
    const store = await openStore();
    const { element, box } = await askConsent(store);
    expect(box.checked).to.equal(false);
    expect((await store.list()).dossiers.length).to.equal(0);
    expect(await findViolations(element)).to.deep.equal([]);
    box.click();
    await waitUntil(async () => (await store.find(CODE))?.secret === SECRET, 'it is not remembered');
    box.click();
    await waitUntil(async () => (await store.find(CODE)) === undefined, 'it is not forgotten');
  });

  it('is listed without a line with its last known state, and opened without typing', async () => {
    const store = await openStore();
    await store.keep(dossier, SECRET);
    const element = await list(store);
    const opened: OpenDossierEvent[] = [];
    element.addEventListener('open-dossier', (event) => opened.push(event as OpenDossierEvent));
    await waitUntil(() => element.shadowRoot?.textContent.includes('Đang mất kết nối.'), 'the lost line is not told');
    expect(itemsOf(element)).to.equal(1);
    expect(await findViolations(element)).to.deep.equal([]);
    element.shadowRoot?.querySelector<HTMLElement>('motcua-button[variant="secondary"]')?.click();
    expect(opened.map(({ code, secret, bubbles }) => [code, secret, bubbles])).to.deep.equal([[CODE, SECRET, false]]);
    expect(element.shadowRoot?.innerHTML).not.to.contain(SECRET);
  });

  it('appears and goes in every tab', async () => {
    const store = await openStore();
    const element = await list(store);
    const elsewhere = createMyDossiers({ gateway: GATEWAY });
    const { id } = await elsewhere.keep(dossier, SECRET);
    await waitUntil(() => itemsOf(element) === 1, 'it does not appear');
    await elsewhere.forget(id);
    await waitUntil(() => itemsOf(element) === 0, 'it does not go');
  });

  it('is taken off the device after a question', async () => {
    const store = await openStore();
    await store.keep(dossier, SECRET);
    const element = await list(store);
    await waitUntil(() => itemsOf(element) === 1, 'it is not listed');
    element.shadowRoot?.querySelector<HTMLElement>('motcua-button[variant="quiet"]')?.click();
    const dialog = element.shadowRoot?.querySelector('motcua-dialog');
    await waitUntil(() => dialog?.shadowRoot?.querySelector('dialog')?.open, 'nothing is asked');
    dialog?.shadowRoot?.querySelector<HTMLElement>('.destructive')?.click();
    await waitUntil(() => itemsOf(element) === 0, 'it is still listed');
    expect((await store.list()).dossiers.length).to.equal(0);
  });
});
