import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createLookupClient } from '@motcua/client';
import type { Dossier, DossierCompletion } from '@motcua/schemas';
import '../../define/status.js';
import type { MotcuaTextField } from '../../elements/text-field/text-field.js';
import { findViolations } from '../../testing/find-violations.js';
import type { MotcuaStatus } from './motcua-status.js';

const CODE = 'TN-0000-0000-0001';
const SECRET = '0'.repeat(26);
const at = '2026-11-20T05:00:00.000Z';
const agency: Dossier['agency'] = {
  code: '00004',
  name: { vi: 'Ủy ban nhân dân phường Ba Đình' },
  provinceCode: '01',
  provinceName: { vi: 'Thành phố Hà Nội' },
};
const procedure: Dossier['procedure'] = {
  slug: 'civil-status/birth-registration',
  code: '1.001193',
  version: '1.0.0',
  planHash: '0'.repeat(64),
  title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
};

function dossierAfter(...names: ('submitted' | 'received' | 'processing')[]): Dossier {
  const history = names.map((name, index) => ({
    sequence: index + 1,
    state: { name },
    at,
    actor: 'desk' as const,
  }));
  const state = { name: names.at(-1) ?? 'submitted' } as Dossier['state'];
  return {
    code: CODE,
    provisionalCode: CODE,
    procedure,
    agency,
    state,
    submittedAt: at,
    history: history as Dossier['history'],
    expectedStates: ['completed'],
    data: {},
    canWithdraw: false,
    confirmation: {
      provisionalCode: CODE,
      submittedAt: at,
      procedure,
      agency,
      state: { name: 'submitted' },
      payloadHash: '0'.repeat(64),
      jws: '',
    },
  };
}

/** The element with a client whose line ends in this page: what the gateway says is pushed by hand. */
async function lookUp(first: Dossier | DossierCompletion, secret: string) {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const left: string[] = [];
  const answer = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (!pathname.endsWith('/changes'))
      return Promise.resolve(new Response(JSON.stringify(first), { headers: { 'Content-Type': 'application/json' } }));
    init?.signal?.addEventListener('abort', () => left.push(pathname));
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => void streams.push(stream),
      cancel: () => void left.push(pathname),
    });
    return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } }));
  };
  const client = createLookupClient({ gateway: 'https://gateway.test', fetch: answer });
  const element = await fixture<MotcuaStatus>(html`<motcua-status code=${CODE} .client=${client}></motcua-status>`);
  const states: string[] = [];
  element.addEventListener('motcua-status', ({ state }) => states.push(state));
  const root = element.shadowRoot;
  if (!root) throw new Error('the element draws nothing');
  const field = root.querySelector<MotcuaTextField>('[pointer="#secret"]');
  const input = field?.shadowRoot?.querySelector('input');
  if (!input) throw new Error('there is no field for the secret');
  input.value = secret;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
  root.querySelector<HTMLElement>('.question motcua-button')?.click();
  await waitUntil(() => root.querySelector('.result') !== null && streams.length === 1, 'there is no result');
  const push = (found: Dossier | DossierCompletion): void =>
    streams.at(-1)?.enqueue(new TextEncoder().encode(`${JSON.stringify(found)}\n\n`));
  const said = listSayings(root);
  push(first);
  return { element, root, states, push, said, left };
}

/** Everything that the live region says from now on. */
function listSayings(root: ShadowRoot): string[] {
  const region = root.querySelector('motcua-live-region')?.shadowRoot?.querySelector('[role="status"]');
  if (!region) throw new Error('there is no live region');
  const said: string[] = [];
  new MutationObserver(() => {
    const text = region.textContent.trim();
    if (text !== '') said.push(text);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

const sentence = (state: string): string => `Hồ sơ vừa có thay đổi. Trạng thái hiện nay: ${state}.`;

describe('a dossier that is shown', () => {
  it('follows each change, says it once and leaves the focus where it is', async () => {
    const { root, states, push, said } = await lookUp(dossierAfter('submitted'), SECRET);
    await waitUntil(() => said.length === 1, 'the result is not said');
    const reading = root.querySelector<HTMLElement>('.question motcua-button');
    reading?.focus();
    const focused = root.activeElement;
    for (const names of [['received'], ['received', 'processing']] as const) {
      const before = said.length;
      push(dossierAfter('submitted', ...names));
      push(dossierAfter('submitted', ...names));
      await waitUntil(() => said.length > before, 'the change is not said');
    }
    expect(said.slice(1)).to.deep.equal([sentence('Được tiếp nhận'), sentence('Đang xử lý')]);
    expect(states).to.deep.equal(['submitted', 'received', 'processing']);
    expect(root.activeElement).to.equal(focused);
    expect(root.querySelector('motcua-timeline')?.shadowRoot?.textContent).to.contain('Đang xử lý');
    expect(root.querySelector('motcua-tag')?.getAttribute('label') ?? '').not.to.equal('Mới đăng ký');
  });

  it('by code alone follows how far it has come', async () => {
    const sent: DossierCompletion = { code: CODE, completion: { stage: 'sent', done: 1, total: 5 } };
    const { root, states, push } = await lookUp(sent, '');
    push({ ...sent, completion: { stage: 'ended', done: 1, total: 5 } });
    await waitUntil(() => states.length === 2, 'the change is not told');
    expect(states).to.deep.equal(['sent', 'ended']);
    expect(root.querySelector('motcua-facts')?.shadowRoot?.textContent).to.contain('Hồ sơ đã kết thúc');
  });

  it('is followed no longer when the result is cleared', async () => {
    const { root, left } = await lookUp(dossierAfter('submitted'), SECRET);
    root.querySelector<HTMLElement>('.question motcua-button[variant="quiet"]')?.click();
    await waitUntil(() => left.length > 0, 'the stream goes on');
    expect(root.querySelector('.result')).to.equal(null);
  });

  it('is followed no longer when the element is removed', async () => {
    const { element, left } = await lookUp(dossierAfter('submitted'), SECRET);
    element.remove();
    await waitUntil(() => left.length > 0, 'the stream goes on');
  });

  it('keeps to what assistive technology needs', async () => {
    const { element, root, push, states } = await lookUp(dossierAfter('submitted'), SECRET);
    push(dossierAfter('submitted', 'received'));
    await waitUntil(() => states.length === 2, 'the change is not told');
    expect(root.querySelectorAll('motcua-live-region').length).to.equal(1);
    expect(await findViolations(element)).to.deep.equal([]);
  });
});
