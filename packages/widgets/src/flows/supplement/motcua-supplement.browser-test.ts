import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createClient } from '@motcua/client';
import { compileProcedure, type FormDocument, type JsonObject, type JsonSchema, type Plan } from '@motcua/form-engine';
import type { Dossier, ProcedureRecord, PublishedProcedure, Resubmission } from '@motcua/schemas';
import '../../define/supplement.js';
import { findViolations } from '../../testing/find-violations.js';
import { vietnameseFlowTexts } from '../flow-texts.js';
import type { MotcuaSupplement } from './motcua-supplement.js';
import type { SupplementSentEvent } from './supplement-events.js';

const GATEWAY = 'https://gateway.test/';
const SECRET = '0'.repeat(26);
const CODE = 'TN-0000-0000-0001';
const at = '2026-11-20T05:00:00.000Z';
const reason = 'Tên khác với giấy tờ.';

interface Household {
  document: { data: JsonSchema; form: FormDocument };
  filed: JsonObject;
}

async function readHousehold(): Promise<{ plan: Plan; filed: JsonObject }> {
  const { document, filed } = (await (
    await fetch('/schemas/conformance/supplements/household.json')
  ).json()) as Household;
  const record = { slug: 'residence/household', version: '1.0.0' } as ProcedureRecord;
  const plan = {
    ...compileProcedure({ record, ...document, definitions: {}, catalogVersions: {} }),
    hash: 'a'.repeat(64),
  };
  return { plan, filed };
}

function fileDossier(filed: JsonObject): Dossier {
  const agency = {
    code: '00004',
    name: { vi: 'Ủy ban nhân dân phường Ba Đình' },
    provinceCode: '01',
    provinceName: { vi: 'Thành phố Hà Nội' },
  };
  const procedure = {
    slug: 'residence/household',
    code: '1.0',
    version: '1.0.0',
    planHash: 'a'.repeat(64),
    title: { vi: 'Hộ gia đình' },
  };
  const state = { name: 'supplementRequested' as const };
  return {
    code: CODE,
    provisionalCode: CODE,
    procedure,
    agency,
    state,
    submittedAt: at,
    history: [{ sequence: 1, state, at, actor: 'desk' }],
    expectedStates: [],
    data: filed,
    canWithdraw: false,
    supplementRequest: {
      requestedAt: at,
      items: [
        { pointer: '/name', reason },
        { pointer: '/owner', reason: 'Chưa rõ.' },
      ],
    },
    confirmation: {
      provisionalCode: CODE,
      submittedAt: at,
      procedure,
      agency,
      state: { name: 'submitted' },
      payloadHash: 'b'.repeat(64),
      jws: '',
    },
  };
}

interface Sending {
  key: string | null;
  body: Resubmission;
}

/** The element over a line that ends in this page; `lose` answers are thrown away after they were taken. */
async function openSupplement({ lose = 0 } = {}) {
  const { plan, filed } = await readHousehold();
  const dossier = fileDossier(filed);
  const published = {
    slug: dossier.procedure.slug,
    record: { requiredDocuments: [] as object[] },
    plan: { hash: plan.hash, url: '/v1/plans/a.1' },
    locales: { vi: { url: '/v1/locales/vi' } },
    catalogs: {},
    today: '2026-11-20',
  } as unknown as PublishedProcedure;
  const texts = {
    steps: { all: { title: 'Hộ gia đình' } },
    sections: {},
    fields: Object.fromEntries(
      plan.steps
        .flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))
        .map((pointer) => [pointer, { label: `Nhãn ${pointer}` }]),
    ),
    declaration: 'Tôi cam đoan khai đúng.',
  };
  const sendings: Sending[] = [];
  let losing = lose;
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const json = (body: unknown): Response =>
      new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
    if (pathname.startsWith('/v1/plans')) return json(plan);
    if (pathname.startsWith('/v1/locales')) return json(texts);
    if (pathname.startsWith('/v1/procedures')) return json(published);
    sendings.push({
      key: new Headers(init?.headers).get('Idempotency-Key'),
      body: JSON.parse(String(init?.body)) as Resubmission,
    });
    if (losing-- > 0) throw new TypeError('Failed to fetch');
    const { supplementRequest: _, ...rest } = dossier;
    return json({ ...rest, state: { name: 'received' } });
  };
  const client = createClient({ gateway: GATEWAY, fetch: answer, retry: { attempts: 1 } });
  await client.drafts.wipe();
  const draw = () =>
    fixture<MotcuaSupplement>(
      html`<motcua-supplement
        .client=${client}
        .dossier=${dossier}
        .secret=${SECRET}
        .words=${vietnameseFlowTexts}
      ></motcua-supplement>`,
    );
  const element = await draw();
  await waitUntil(() => fieldAt(element, '/name'), 'the field is not drawn');
  return { element, dossier, sendings, draw };
}

type FieldLike = HTMLElement & { pointer?: string; updateComplete: Promise<unknown> };

function fieldAt(element: MotcuaSupplement, pointer: string): FieldLike | undefined {
  return [...(element.shadowRoot?.querySelectorAll<FieldLike>('[pointer]') ?? [])].find(
    (one) => one.pointer === pointer,
  );
}

function inputAt(element: MotcuaSupplement, pointer: string): HTMLInputElement {
  const input = fieldAt(element, pointer)?.shadowRoot?.querySelector('input');
  if (!input) throw new Error(`there is no ${pointer}`);
  return input;
}

function type(element: MotcuaSupplement, pointer: string, text: string): void {
  const input = inputAt(element, pointer);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const textOf = (element: MotcuaSupplement): string => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
const press = (element: MotcuaSupplement): void =>
  element.shadowRoot?.querySelector<HTMLElement>('motcua-button[variant="primary"]')?.click();

async function dumpDatabases(): Promise<string> {
  const parts: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.includes(GATEWAY)) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(name));
    });
    for (const store of database.objectStoreNames) {
      const records = await new Promise<unknown[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      for (const record of records as Record<string, unknown>[])
        for (const value of Object.values(record))
          parts.push(value instanceof ArrayBuffer ? new TextDecoder('utf-8').decode(value) : String(value));
    }
    database.close();
  }
  return parts.join('\n');
}

describe('a dossier that is supplemented', () => {
  it('shows exactly what is asked for, each with its reason tied to the control, and the rest to be read', async () => {
    const { element } = await openSupplement();
    const pointers = [...(element.shadowRoot?.querySelectorAll<FieldLike>('[pointer]') ?? [])].map(
      ({ pointer }) => pointer,
    );
    expect(pointers).to.deep.equal(['/name', '/owner']);
    const input = inputAt(element, '/name');
    const described = input.getAttribute('aria-describedby') ?? '';
    const words = described
      .split(' ')
      .map((id) => (input.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '');
    expect(words.join(' ')).to.contain(reason);
    const locked = element.shadowRoot?.querySelector('details motcua-review-list')?.shadowRoot?.textContent ?? '';
    expect(locked).to.contain('0912345678');
    expect(await findViolations(element)).to.deep.equal([]);
  });

  it('says what will change and sends exactly that, with one key however often the answer is lost', async () => {
    const { element, dossier, sendings } = await openSupplement({ lose: 1 });
    const sent: SupplementSentEvent[] = [];
    element.addEventListener('supplement-sent', (event) => sent.push(event as SupplementSentEvent));
    type(element, '/name', 'Lê Thị Ân');
    await waitUntil(() => textOf(element).includes('Lê Thị Ân'), 'the change is not told');
    expect(textOf(element)).to.contain('Lê Thị An');
    press(element);
    await waitUntil(() => textOf(element).includes('Chưa gửi được vì mất kết nối.'), 'the loss is not told');
    expect(inputAt(element, '/name').value).to.equal('Lê Thị Ân');
    press(element);
    await waitUntil(() => sent.length === 1, 'it is not sent');
    expect(sendings.map(({ key }) => key)).to.deep.equal([sendings[0]?.key, sendings[0]?.key]);
    const { birthDateInWords: _, ...head } = sendings[1]?.body.data['head'] as JsonObject;
    expect({ ...sendings[1]?.body.data, head }).to.deep.equal({ ...dossier.data, name: 'Lê Thị Ân' });
    expect(sent[0]?.resent.withEarlierAnswers).to.equal(false);
  });

  it('keeps what was typed on the device, sealed, and comes back with it', async () => {
    const { element, draw } = await openSupplement();
    type(element, '/name', 'Lê Thị Hạt Giống');
    await waitUntil(() => textOf(element).includes('Đã lưu trên máy này'), 'it is not saved');
    const dump = await dumpDatabases();
    expect(dump).to.contain('supplement');
    for (const text of ['Hạt Giống', 'Lê Văn Bình', '0912345678', SECRET, CODE]) expect(dump).not.to.contain(text);
    element.remove();
    const again = await draw();
    await waitUntil(() => fieldAt(again, '/name'), 'the field is not drawn');
    await waitUntil(() => inputAt(again, '/name').value === 'Lê Thị Hạt Giống', 'what was typed is gone');
  });

  it('tells that the dossier moved meanwhile and loses nothing of what was typed', async () => {
    const { element, dossier } = await openSupplement();
    const said: string[] = [];
    element.addEventListener('motcua-announce', (event) => said.push((event as Event & { message: string }).message));
    type(element, '/name', 'Lê Thị Ân');
    const { supplementRequest: _, ...rest } = dossier;
    element.dossier = { ...rest, state: { name: 'stopped' } };
    await waitUntil(() => element.shadowRoot?.querySelector('.moved'), 'it is not told');
    expect(said.filter((text) => text.includes('Dừng xử lý')).length).to.equal(1);
    expect(inputAt(element, '/name').value).to.equal('Lê Thị Ân');
    expect(textOf(element)).to.contain('Quay lại tình trạng hồ sơ');
    expect(textOf(element)).not.to.contain('Gửi bổ sung ');
  });
});
