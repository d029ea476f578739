import { expect, fixture, html } from '@open-wc/testing';
import '../define/address-field.js';
import '../define/form-field.js';
import { compileProcedure, createForm, type JsonObject } from '@motcua/form-engine';
import type { MotcuaAddressField } from '../elements/address-field/address-field.js';
import { createCatalogDirectory } from '../form/catalog-directory.js';
import type { MotcuaFormField } from '../form/motcua-form-field.js';
import { plainSurroundings } from '../testing/plain-surroundings.js';

const readCatalog = async (name: string): Promise<JsonObject> =>
  (await (await fetch(`/schemas/catalogs/${name}.json`)).json()) as JsonObject;

const plan = compileProcedure({
  record: { slug: 'test/address', version: '1.0.0' },
  data: { type: 'object', properties: { home: { type: 'object' } }, required: ['home'] },
  form: { steps: [{ id: 'all', sections: [{ id: 'all', fields: [{ pointer: '/home', kind: 'address' }] }] }] },
  definitions: {},
  catalogVersions: {},
} as unknown as Parameters<typeof compileProcedure>[0]);

async function open(home?: JsonObject) {
  const draft = {
    slug: plan.slug,
    version: plan.version,
    planHash: plan.hash,
    inputs: {},
    touched: [],
    provenance: {},
  };
  const form = createForm(plan, {
    today: '2026-11-24',
    ...(home === undefined ? {} : { draft: { ...draft, data: { home } } }),
  } as Parameters<typeof createForm>[1]);
  let loads = 0;
  const units = await readCatalog('administrative-units.2026-04-30');
  const catalogs = createCatalogDirectory({ 'administrative-units': units }, 'vi', () => {
    loads += 1;
    return readCatalog('former-units.2025-06-30');
  });
  const around = { ...plainSurroundings({ '/home': 'Nơi cư trú' }), catalogs };
  const shown = await fixture<MotcuaFormField>(
    html`<motcua-form-field .field=${form.field('/home')} .around=${around}></motcua-form-field>`,
  );
  await shown.updateComplete;
  const field = shown.querySelector<MotcuaAddressField>('motcua-address-field')!;
  const part = (id: string): HTMLElement | null => field.shadowRoot!.querySelector<HTMLElement>(`#${id}`);
  const until = async (seen: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 200 && !seen(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen()).to.equal(true);
    await field.updateComplete;
  };
  return { form, field, part, until, loads: () => loads, state: () => form.field('/home').state.get() };
}

describe('an address on the real lists', () => {
  it('of a former district is asked about, and is kept only as the commune that was confirmed', async () => {
    const { part, until, loads, state } = await open();
    expect(loads()).to.equal(0);
    const box = part('commune')!.shadowRoot!;
    const input = box.querySelector('input')!;
    input.focus();
    input.value = 'q1';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const former = (): HTMLElement | undefined =>
      [...box.querySelectorAll<HTMLElement>('[role=option]')].find((option) => option.textContent.includes('Quận 1'));
    await until(() => former() !== undefined);
    expect(loads()).to.equal(1);
    former()!.click();
    await until(() => part('candidates') !== null);
    expect(state().value).to.equal(undefined);
    expect(state().issues.map(({ code }) => code)).to.include('kind.commune-not-confirmed');
    part('candidates')!.shadowRoot!.querySelectorAll('input')[2]!.click();
    await until(() => part('confirm') !== null);
    expect(part('confirm')!.textContent).to.contain('Phường Sài Gòn');
    expect(state().value).to.equal(undefined);
    part('confirm')!.click();
    await until(() => state().value !== undefined);
    expect(state().value).to.deep.equal({
      country: 'VN',
      province: '79',
      commune: '26740',
      unitsVersion: '2026-04-30',
    });
  });

  it('with a code of an earlier state, out of a draft, is asked about and never read as a code of today', async () => {
    const { field, part, until } = await open({
      country: 'VN',
      province: '01',
      commune: '00004',
      unitsVersion: '2025-06-30',
      detail: 'Số 5',
    });
    await until(() => part('proposal') !== null);
    expect(field.value.commune).to.equal('');
    expect(field.value.former).to.equal('00004');
    expect(field.communeLabel).to.equal('');
    expect(field.value.detail).to.equal('Số 5');
    expect(part('proposal')!.textContent).to.not.equal('');
  });

  it('of today loads no former unit', async () => {
    const { field, loads } = await open({
      country: 'VN',
      province: '01',
      commune: '00004',
      unitsVersion: '2026-04-30',
    });
    expect([field.communeLabel, field.provinceLabel]).to.deep.equal(['Phường Ba Đình', 'Thành phố Hà Nội']);
    expect(loads()).to.equal(0);
  });
});
