import { expect, fixture, html } from '@open-wc/testing';
import '../define/form-field.js';
import '../define/text-field.js';
import { compileProcedure } from '@motcua/form-engine';
import { createForm, type Form, type Plan } from '@motcua/form-engine/runtime';
import type { FieldElement } from '../elements/field/field-element.js';
import { loadFlowTexts } from '../flows/flow-texts.js';
import { plainSurroundings } from '../testing/plain-surroundings.js';
import { describeAnswer } from './answer-text.js';
import { loadFurtherParts } from './further-kinds.js';
import type { MotcuaFormField } from './motcua-form-field.js';

function planOf(kinds: Readonly<Record<string, string>>): Plan {
  const names = Object.keys(kinds);
  return compileProcedure({
    record: { slug: 'test/further', version: '1.0.0' },
    data: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, kinds[name] === 'money' ? { type: 'integer' } : {}])),
    },
    form: {
      steps: [
        {
          id: 'all',
          sections: [{ id: 'all', fields: names.map((name) => ({ pointer: `/${name}`, kind: kinds[name] })) }],
        },
      ],
    },
    definitions: {},
    catalogVersions: {},
  } as unknown as Parameters<typeof compileProcedure>[0]);
}

const plan = planOf({ tax: 'tax-code', fee: 'money', note: 'text' });

async function draw(form: Form, pointer: string, label: string, locale: 'vi' | 'en') {
  const around = plainSurroundings({ [pointer]: label }, await loadFlowTexts(locale));
  const shown = await fixture<MotcuaFormField>(
    html`<motcua-form-field .field=${form.field(pointer)} .around=${around}></motcua-form-field>`,
  );
  await shown.updateComplete;
  const element = shown.querySelector<FieldElement>('motcua-text-field')!;
  const type = async (text: string): Promise<void> => {
    const input = element.shadowRoot!.querySelector('input')!;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    form.field(pointer).touch();
    await form.validate({ pointer });
    await shown.updateComplete;
    await element.updateComplete;
  };
  return { shown, element, type };
}

describe('a plan that names a further kind', () => {
  it('brings it to the page, and a plan without one brings nothing', async () => {
    expect(await loadFurtherParts(planOf({ note: 'text', day: 'date' }))).to.deep.equal({ kinds: [], operators: [] });
    expect(() => createForm(plan, { today: '2026-11-24' })).to.throw(/plan\.kind-missing/);
    const { kinds, operators } = await loadFurtherParts(plan);
    expect(kinds.map(({ name }) => name)).to.include.members(['tax-code', 'money']);
    createForm(plan, { today: '2026-11-24', kinds, operators }).dispose();
  });

  it('or a further operator brings that too', async () => {
    const common = { ...planOf({ note: 'text' }), operators: ['money-in-words'] };
    expect(() => createForm(common, { today: '2026-11-24' })).to.throw(/plan\.operator-missing/);
    createForm(common, { today: '2026-11-24', ...(await loadFurtherParts(common)) }).dispose();
  });

  it('is filled in by a plain text control, with the words of its codes in the language of the page', async () => {
    const form = createForm(plan, { today: '2026-11-24', ...(await loadFurtherParts(plan)) });
    const vi = await draw(form, '/tax', 'Mã số thuế', 'vi');
    await vi.type('123');
    expect(vi.element.error).to.equal('Mã số thuế: nhập mã số thuế gồm 10, 12 hoặc 13 chữ số. Hiện có 3 chữ số.');
    const en = await draw(form, '/tax', 'Tax code', 'en');
    expect(en.element.error).to.contain('enter a tax code of 10, 12 or 13 digits');
    await vi.type('0100109106');
    expect([vi.element.error, vi.element.warning]).to.deep.equal(['', '']);
    await vi.type('0100109107');
    expect(vi.element.warning).to.contain('chữ số thứ mười không khớp');
  });

  it('shows the value as the kind writes it, on the field and on the review page', async () => {
    const form = createForm(plan, { today: '2026-11-24', ...(await loadFurtherParts(plan)) });
    const { type, element, shown } = await draw(form, '/fee', 'Số tiền', 'vi');
    await type('1,25 triệu');
    expect(form.field('/fee').state.get().value).to.equal(1_250_000);
    await shown.updateComplete;
    expect((element as FieldElement & { value: string }).value).to.equal('1.250.000');
    const { texts, catalogs } = plainSurroundings({ '/fee': 'Số tiền' });
    const answer = describeAnswer(1_250_000, form.field('/fee').node, {
      texts,
      catalogs,
      locale: 'vi',
      yes: '',
      no: '',
    });
    expect(answer.text.replace(/\u00a0/g, ' ')).to.equal('1.250.000 đồng');
  });
});

describe('a text of before Unicode', () => {
  it('is told of, and its reading is taken over by a press alone', async () => {
    const form = createForm(plan, { today: '2026-11-24', ...(await loadFurtherParts(plan)) });
    const { type, element, shown } = await draw(form, '/note', 'Ghi chú', 'vi');
    await type('NguyÔn V¨n An');
    expect(element.error).to.contain('bảng mã cũ TCVN3');
    expect(form.field('/note').state.get().value).to.equal(undefined);
    const button = element.shadowRoot!.querySelector<HTMLButtonElement>('#suggestion')!;
    expect(button.textContent.trim()).to.equal('Dùng “Nguyễn Văn An”');
    button.click();
    await shown.updateComplete;
    expect(form.field('/note').state.get().value).to.equal('Nguyễn Văn An');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('#suggestion') === null).to.equal(true);
  });
});
