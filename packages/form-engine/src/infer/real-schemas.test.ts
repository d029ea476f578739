import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compileProcedure } from '../compile/compile-procedure.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { createForm } from '../model/create-form.js';
import type { JsonObject, JsonSchema } from '../plan/plan.js';
import { fillIn } from '../testing/fill-in.js';
import { type InferredProcedure, procedureFromSchema } from './procedure-from-schema.js';

const SCHEMAS = fileURLToPath(new URL('../../../../schemas/', import.meta.url));
const INSTALLED = fileURLToPath(new URL('../../../../node_modules/.pnpm/', import.meta.url));
/** Schemas in packages that are installed with this repository, by the folder that the package manager gives them. */
const PACKAGES: readonly (readonly [start: string, path: string])[] = [
  ['@changesets+config@', '@changesets/config/schema.json'],
  ['custom-elements-manifest@', 'custom-elements-manifest/schema.json'],
  ['ajv@8', 'ajv/dist/refs/json-schema-draft-07.json'],
];
const ours = ['api', 'meta', 'definitions'].flatMap((folder) =>
  readdirSync(`${SCHEMAS}${folder}`)
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => ({
      name: `${folder}/${name}`,
      uri: `https://schemas.example/${folder}/${name}`,
      schema: read(`${SCHEMAS}${folder}/${name}`),
    })),
);

const meta = new Ajv2020({ strict: false, validateFormats: false });
for (const { uri, schema } of ours) meta.addSchema({ ...schema, $id: uri });

describe('a form made of a schema that somebody wrote for another purpose', () => {
  for (const { name, uri, schema } of ours.filter(
    ({ name: file, schema: { type } }) => !file.startsWith('definitions') && type === 'object',
  )) {
    it(name, async () => {
      const others = ours.filter((one) => one.uri !== uri).map((one) => [one.uri, { ...one.schema, $id: one.uri }]);
      const schemas = Object.fromEntries(others) as Record<string, JsonSchema>;
      await fillFormOf({ ...schema, $id: uri }, schemas);
    });
  }

  for (const [start, path] of PACKAGES) {
    it(`${path}, of a package`, async () => {
      await fillFormOf(read(findInstalled(start, path)), {});
    });
  }

  it('the meta-schema of draft 2020-12, whose parts refer to it by dynamic anchor', async () => {
    const require = createRequire(import.meta.url);
    const folder = require.resolve('ajv/dist/refs/json-schema-2020-12/schema.json').replace(/schema\.json$/u, '');
    const parts = readdirSync(`${folder}meta`).map((name) => {
      const part = read(`${folder}meta/${name}`);
      return [String(part['$id']), part];
    });
    await fillFormOf(read(`${folder}schema.json`), Object.fromEntries(parts) as Record<string, JsonSchema>);
  });
});

async function fillFormOf(schema: JsonObject, schemas: Readonly<Record<string, JsonSchema>>): Promise<void> {
  const procedure = procedureFromSchema(schema, { schemas });
  assertFilesOfAFolder(procedure);
  const plan = compileProcedure(procedure);
  const form = createForm(plan, { today: '2026-11-24', kinds: FURTHER_KINDS });
  let turn = 0;
  fillIn(form, (most) => (turn += 1) % most);
  const { issues } = await form.validate();
  assert.ok(Object.keys(form.toSubmission()).length > 0, 'it can be answered');
  for (const step of plan.steps) {
    assert.ok(procedure.texts.steps[step.id] !== undefined, `${step.id} has a title`);
    for (const pointer of step.sections.flatMap(({ fields }) => fields))
      assert.ok((procedure.texts.fields[pointer]?.label ?? '') !== '', `${pointer} has a label`);
  }
  assert.ok(issues.every(({ code }) => /^[a-z]+\./u.test(code)));
  form.dispose();
}

/** What a folder holds, by the meta-schemas that an author's editor reads. */
function assertFilesOfAFolder({ record, form, texts }: InferredProcedure): void {
  for (const [file, content] of Object.entries({ procedure: record, form, locale: texts })) {
    const validate = meta.getSchema(`https://schemas.example/meta/${file}.schema.json`);
    assert.equal(validate?.(content), true, `${file}: ${JSON.stringify(validate?.errors)}`);
  }
}

function findInstalled(start: string, path: string): string {
  const folder = readdirSync(INSTALLED).find((name) => name.startsWith(start));
  return `${INSTALLED}${folder ?? ''}/node_modules/${path}`;
}

function read(file: string): JsonObject {
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
}
