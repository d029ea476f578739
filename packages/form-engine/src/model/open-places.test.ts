import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileProcedure } from '../compile/compile-procedure.js';
import { canonicalJson } from '../data/canonical-json.js';
import { readAt } from '../data/json.js';
import type { JsonObject, JsonSchema, JsonValue, Plan } from '../plan/plan.js';
import type { FormDocument, ProcedureSource } from '../plan/procedure-source.js';
import { answerOpenForm, applyAnswers, readHeld, type SupplementFile } from '../testing/run-supplement-case.js';
import { createForm } from './create-form.js';
import type { Form } from './form.js';
import { listChanges } from './list-changes.js';

const SCHEMAS = new URL('../../../../schemas/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, SCHEMAS), 'utf8')) as T;
const definitions = Object.fromEntries(
  readdirSync(new URL('definitions/', SCHEMAS)).map((name) => [
    `../../../definitions/${name}`,
    read<JsonSchema>(`definitions/${name}`),
  ]),
);

function open({ document, filed, procedure = '', example = '' }: SupplementFile): { plan: Plan; filed: JsonObject } {
  const folder = `procedures/${procedure}/`;
  const record = document
    ? ({ slug: 'test/household', version: '1.0.0' } as ProcedureSource['record'])
    : read<ProcedureSource['record']>(`${folder}procedure.json`);
  const { data, form } = document ?? {
    data: read<JsonSchema>(`${folder}data.schema.json`),
    form: read<FormDocument>(`${folder}form.json`),
  };
  const catalogVersions = Object.fromEntries((record.catalogs ?? []).map((name) => [name, 'test']));
  const plan = compileProcedure({ record, data, form, definitions, catalogVersions });
  return { plan, filed: filed ?? read<{ data: JsonObject }>(`${folder}examples/${example}`).data };
}

const files = readdirSync(new URL('conformance/supplements/', SCHEMAS)).map((name) => {
  const file = read<SupplementFile>(`conformance/supplements/${name}`);
  return { name, file, ...open(file) };
});

const computedOf = ({ rules }: Plan): Set<string> =>
  new Set(rules.filter(({ effect }) => effect === 'computed').map(({ pointer }) => pointer));
const withoutComputed = (plan: Plan, data: JsonObject): JsonObject => {
  const copy = structuredClone(data);
  for (const pointer of computedOf(plan)) {
    const [, group = '', name = ''] = pointer.split('/');
    const parent = copy[group];
    if (typeof parent === 'object' && parent !== null && !Array.isArray(parent)) delete parent[name];
  }
  return copy;
};

for (const { name, file, plan, filed } of files) {
  describe(`a filed dossier that is opened, by the cases of ${name}`, () => {
    for (const one of file.cases) {
      it(one.description, () => {
        const form = answerOpenForm(plan, filed, file.today, one);
        const sent = form.toSubmission();
        if (one.unasked.length === 0)
          assert.deepEqual(withoutComputed(plan, sent), withoutComputed(plan, applyAnswers(filed, one)));
        for (const pointer of one.unasked) {
          assert.deepEqual(readAt(sent, pointer), readHeld(filed, one, pointer));
          const asksItems = one.asked.some((asked) => asked.startsWith(`${pointer}/`));
          const { readOnly, readOnlyReason } = form.field(pointer).state.get();
          assert.deepEqual([readOnly, readOnlyReason], asksItems ? [false, undefined] : [true, 'not-asked']);
        }
      });
    }
  });
}

const household = files.find(({ name }) => name === 'household.json') ?? assert.fail('there are no such cases');
const birth = files.find(({ name }) => name === 'birth-registration.json') ?? assert.fail('there are no such cases');
const TODAY = '2026-11-20';

function openHousehold(pointers: readonly string[], draft?: ReturnType<Form['saveDraft']>): Form {
  const { plan, filed } = household;
  return createForm(plan, { today: TODAY, opening: { filed, pointers }, ...(draft === undefined ? {} : { draft }) });
}

const hash = (value: JsonValue | undefined): string =>
  createHash('sha256')
    .update(value === undefined ? '' : canonicalJson(value))
    .digest('hex');

describe('an opened form', () => {
  it('begins with what was filed and sends it unchanged while nothing is answered', () => {
    for (const { plan, filed, file } of files) {
      const form = createForm(plan, { today: file.today, opening: { filed, pointers: file.cases[0]?.asked ?? [] } });
      assert.deepEqual(withoutComputed(plan, form.toSubmission()), filed);
    }
  });

  it('takes neither input nor prefill where nobody asked', () => {
    const form = openHousehold(['/name']);
    const phone = form.field('/phone');
    phone.setInput('0987654321');
    phone.setValue('0987654321', { source: 'register', asOf: TODAY });
    assert.equal(phone.state.get().value, '0912345678');
    assert.equal(phone.state.get().provenance, undefined);
  });

  it('keeps what an asked field opened and closed again for the case that it opens once more', () => {
    const form = openHousehold(['/relation']);
    const consent = form.field('/consent');
    form.field('/relation').setValue('guest');
    consent.setValue('Chủ hộ đồng ý.');
    form.field('/relation').setValue('member');
    assert.equal(form.toSubmission()['consent'], undefined);
    assert.equal(consent.state.get().readOnly, true);
    form.field('/relation').setValue('guest');
    assert.equal(form.toSubmission()['consent'], 'Chủ hộ đồng ý.');
    assert.equal(consent.state.get().readOnly, false);
  });

  it('gives two places that were one value for a while their own back', () => {
    const { filed } = household;
    const form = openHousehold(['/relation']);
    form.field('/relation').setValue('head');
    assert.equal(readAt(form.toSubmission(), '/head/name'), filed['name']);
    form.field('/relation').setValue('member');
    assert.deepEqual(withoutComputed(household.plan, form.toSubmission()), filed);
  });

  it('comes back from its draft with every answer given so far, those taken away included', () => {
    const form = openHousehold(['/relation', '/phone', '/members/2']);
    form.field('/relation').setValue('guest');
    form.field('/consent').setValue('Chủ hộ đồng ý.');
    form.field('/phone').setInput('');
    form.field('/members').setValue([]);
    const again = openHousehold(['/relation', '/phone', '/members/2'], form.saveDraft());
    assert.deepEqual(again.toSubmission(), form.toSubmission());
    assert.equal(again.toSubmission()['phone'], undefined);
    assert.equal((again.toSubmission()['members'] as JsonValue[]).length, 2);
  });

  it('believes no draft that changed what nobody asked for', () => {
    const forged = openHousehold(['/phone']);
    forged.field('/phone').setValue('0987654321');
    const form = openHousehold(['/name'], forged.saveDraft());
    assert.equal(form.toSubmission()['phone'], '0912345678');
  });

  it('refuses to be opened where there is nothing', () => {
    for (const pointer of ['/nothing', '/members/3', '/members/x', '/name/first'])
      assert.throws(() => openHousehold([pointer]), { code: 'form.unknown-pointer', pointer });
  });

  it('is opened as a whole by the pointer of the whole', () => {
    const form = openHousehold(['']);
    form.field('/note').setValue('Thêm.');
    assert.equal(form.toSubmission()['note'], 'Thêm.');
  });

  it('tells what changed against what was filed', () => {
    const form = openHousehold(['/owner']);
    form.field('/owner').setValue(false);
    form.field('/lender').setValue('Phạm Văn Dũng');
    assert.deepEqual(
      listChanges(household.plan, household.filed, form.toSubmission()).filter(
        (pointer) => !computedOf(household.plan).has(pointer),
      ),
      ['/owner', '/lender'],
    );
  });
});

describe('whatever is typed into an opened form', () => {
  const values: Record<string, fc.Arbitrary<JsonValue | undefined>> = {
    '/relation': fc.constantFrom('head', 'member', 'guest', undefined),
    '/owner': fc.constantFrom(true, false, undefined),
    '/members': fc.array(fc.record({ name: fc.constantFrom('Lê Thị An', 'X'), born: fc.integer({ max: 2026 }) })),
  };
  const pointers = ['/relation', '/name', '/head/name', '/head/birthDate', '/owner', '/lender', '/consent', '/phone'];
  const acts = fc.array(
    fc
      .constantFrom(...pointers, '/note', '/members')
      .chain((pointer) =>
        fc.tuple(fc.constant(pointer), values[pointer] ?? fc.constantFrom('Lê Thị Ân', '2001-02-03', undefined)),
      ),
    { maxLength: 12 },
  );

  it('leaves the hash of every place that is not open as it was', () => {
    const { filed } = household;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...pointers, '/members/1', '/members/2/born')),
        acts,
        (asked, steps) => {
          const form = openHousehold(asked);
          for (const [pointer, value] of steps) form.field(pointer).setValue(value);
          const sent = form.toSubmission();
          for (const pointer of [...pointers, '/note', '/members']) {
            const { readOnlyReason } = form.field(pointer).state.get();
            if (readOnlyReason === 'not-asked') assert.equal(hash(readAt(sent, pointer)), hash(readAt(filed, pointer)));
          }
          const again = openHousehold(asked, form.saveDraft());
          assert.deepEqual(again.toSubmission(), sent);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('of a real procedure too, with three fields asked for', () => {
    const { plan, filed } = birth;
    const asked = ['/child/fullName', '/father/birthDate', '/papers/birthEvidence'];
    const form = createForm(plan, { today: TODAY, opening: { filed, pointers: asked } });
    for (const node of listLeaves(plan.root)) form.field(node).setValue('2001-02-03');
    form.field('/papers/birthEvidence').setValue('birth-certificate');
    const rest = listLeaves(plan.root).filter((pointer) => !asked.includes(pointer) && !computedOf(plan).has(pointer));
    assert.equal(
      hash(rest.map((pointer) => readAt(form.toSubmission(), pointer) ?? null)),
      hash(rest.map((pointer) => readAt(filed, pointer) ?? null)),
    );
    assert.equal(readAt(form.toSubmission(), '/father/birthDate'), '2001-02-03');
  });
});

function listLeaves(node: Plan['root']): string[] {
  return node.children === undefined ? [node.pointer] : node.children.flatMap(listLeaves);
}
