/**
 * The first real procedure, as its author wrote it: compiled, judged beside ajv, and filled in.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { compileProcedure } from '../compile/compile-procedure.js';
import { isObject, readAt } from '../data/json.js';
import { findKind } from '../kinds/index.js';
import { countEvaluations, createForm } from '../model/create-form.js';
import type { Form } from '../model/form.js';
import type { JsonObject, JsonSchema, JsonValue, PlanNode } from '../plan/plan.js';
import type { FormDocument, ProcedureSource } from '../plan/procedure-source.js';
import { checkSubmission } from '../validation/check-submission.js';

const SCHEMAS = new URL('../../../../schemas/', import.meta.url);
const PROCEDURE = 'procedures/civil-status/birth-registration/';

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, SCHEMAS), 'utf8')) as T;
}

interface Example {
  today: string;
  data: JsonObject;
  issues?: { pointer: string; code: string }[];
}

const record = readJson<ProcedureSource['record']>(`${PROCEDURE}procedure.json`);
const data = readJson<JsonSchema>(`${PROCEDURE}data.schema.json`);
const definitions = Object.fromEntries(
  readdirSync(new URL('definitions/', SCHEMAS)).map((name) => [
    `../../../definitions/${name}`,
    readJson<JsonSchema>(`definitions/${name}`),
  ]),
);
const plan = compileProcedure({
  record,
  data,
  form: readJson<FormDocument>(`${PROCEDURE}form.json`),
  definitions,
  catalogVersions: Object.fromEntries((record.catalogs ?? []).map((name) => [name, 'test'])),
});
const examples = readdirSync(new URL(`${PROCEDURE}examples/`, SCHEMAS)).map(
  (name) => [name, readJson<Example>(`${PROCEDURE}examples/${name}`)] as const,
);

const communes = new Set(
  readJson<{ communes: [string, string, number, string][] }>(
    'catalogs/administrative-units.2026-04-30.json',
  ).communes.map(([code, , , province]) => `${province} ${code}`),
);
function knows(catalog: string, value: JsonValue): boolean | { unknown: string } {
  if (catalog !== 'administrative-units' || !isObject(value)) return true;
  return communes.has(`${String(value['province'])} ${String(value['commune'])}`) || { unknown: 'commune' };
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
for (const [path, schema] of Object.entries(definitions))
  ajv.addSchema({ ...(schema as JsonObject), $id: `https://test.invalid/definitions/${path.split('/').at(-1) ?? ''}` });
const judge = ajv.compile({
  ...(data as JsonObject),
  $id: 'https://test.invalid/procedures/civil-status/birth-registration/data.schema.json',
});

const leaves = (node: PlanNode): PlanNode[] => (node.children === undefined ? [node] : node.children.flatMap(leaves));
const fields = leaves(plan.root);
const open = (today: string): Form => createForm(plan, { today });

describe('the plan of birth registration', () => {
  it('compiles without a finding', () => {
    assert.deepEqual(plan.diagnostics, []);
  });

  it('names a kind of the engine for every field', () => {
    for (const { kind, pointer } of fields)
      assert.ok(kind !== 'json' && findKind(kind) !== undefined, `${pointer} ${kind}`);
  });
});

describe('each example', () => {
  for (const [name, { today, data: answers, issues = [] }] of examples) {
    it(`${name}: the engine finds what its author expects`, () => {
      const found = checkSubmission(plan, answers, { today, knows }).issues.filter(
        ({ severity }) => severity === 'error',
      );
      assert.deepEqual(
        found.map(({ pointer, code }) => `${pointer} ${code}`).sort(),
        issues.map(({ pointer, code }) => `${pointer} ${code}`).sort(),
      );
    });

    it(`${name}: ajv agrees where the schema decides`, () => {
      const bySchema = issues.some(({ code }) => /^(?:keyword|format)\.|^submission\.not-applicable$/u.test(code));
      assert.equal(judge(answers), !bySchema, JSON.stringify(judge.errors));
    });
  }
});

describe('the form of birth registration', () => {
  const valid = examples.filter(([name]) => name.startsWith('valid-'));

  for (const [name, { today, data: answers }] of valid) {
    it(`${name}: typed field by field, it is what the example sends`, async () => {
      const form = open(today);
      for (const node of fields) {
        const value = readAt(answers, node.pointer);
        const kind = findKind(node.kind);
        if (value === undefined || kind === undefined || node.readOnly === true) continue;
        form.field(node.pointer).setInput(kind.format(value, { locale: 'vi' }));
      }
      assert.deepEqual(
        (await form.validate()).issues.filter(({ severity }) => severity === 'error'),
        [],
      );
      const report = checkSubmission(plan, form.toSubmission(), { today, knows });
      assert.deepEqual(
        report.issues.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.deepEqual(report.data, checkSubmission(plan, answers, { today, knows }).data);
    });
  }

  it('shows no error exactly when ajv finds none in what it would send', async () => {
    const pool = new Map(
      fields.map(({ pointer }) => [
        pointer,
        examples.flatMap(([, { data: answers }]) => readAt(answers, pointer) ?? []),
      ]),
    );
    const writable = fields.filter(
      ({ readOnly, pointer }) => readOnly !== true && (pool.get(pointer)?.length ?? 0) > 0,
    );
    const write = fc
      .constantFrom(...writable)
      .chain(({ pointer }) =>
        fc.tuple(
          fc.constant(pointer),
          fc.oneof(
            { weight: 8, arbitrary: fc.constantFrom(...(pool.get(pointer) ?? [])) },
            { weight: 1, arbitrary: fc.constant(undefined) },
          ),
        ),
      );
    let clean = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...valid),
        fc.array(write, { maxLength: 6 }),
        async ([, { today, data: answers }], writes) => {
          const form = createForm(plan, {
            today,
            draft: {
              slug: plan.slug,
              version: plan.version,
              planHash: plan.hash,
              data: answers,
              inputs: {},
              touched: [],
              provenance: {},
            },
          });
          for (const [pointer, value] of writes) form.field(pointer).setValue(value);
          const errors = (await form.validate()).issues.filter(
            ({ severity, code }) => severity === 'error' && !code.startsWith('rule.'),
          );
          const submission = form.toSubmission();
          clean += Number(errors.length === 0);
          assert.equal(
            errors.length === 0,
            judge(submission),
            JSON.stringify({ submission, errors, ajv: judge.errors }),
          );
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(clean > 40, `${clean} were clean`);
  });

  it('keeps mother and requester one while the requester is the mother', () => {
    const form = open('2026-11-05');
    form.field('/requester/relation').setValue('mother');
    form.field('/child/parentage').setValue('both');
    form.field('/requester/fullName').setInput('Nguyễn Thị Lan');
    assert.equal(form.field('/mother/fullName').state.get().value, 'Nguyễn Thị Lan');
    form.field('/mother/fullName').setInput('Trần Thị Hoa');
    assert.equal(form.field('/requester/fullName').state.get().value, 'Trần Thị Hoa');
  });

  it('looks at few fields for a key in a name', () => {
    const form = open('2026-11-05');
    form.field('/child/fullName').setInput('N');
    assert.equal(
      countEvaluations(form, () => form.field('/child/fullName').setInput('Ng')),
      1,
    );
  });
});
