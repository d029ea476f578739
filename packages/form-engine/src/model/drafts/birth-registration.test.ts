/** Drafts of a real procedure whose form changed: every example of birth registration, under a version of it that asks otherwise. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { compileProcedure } from '../../compile/compile-procedure.js';
import { readAt } from '../../data/json.js';
import type { JsonObject, JsonSchema, Plan } from '../../plan/plan.js';
import type { FormDocument, ProcedureSource } from '../../plan/procedure-source.js';
import { createForm } from '../create-form.js';
import { migrateDraft } from './migrate-draft.js';

const SCHEMAS = new URL('../../../../../schemas/', import.meta.url);
const PROCEDURE = 'procedures/civil-status/birth-registration/';
const readText = (path: string): string => readFileSync(new URL(path, SCHEMAS), 'utf8');
const readJson = <T>(path: string): T => JSON.parse(readText(path)) as T;

const record = readJson<ProcedureSource['record']>(`${PROCEDURE}procedure.json`);
const definitions = Object.fromEntries(
  readdirSync(new URL('definitions/', SCHEMAS)).map((name) => [
    `../../../definitions/${name}`,
    readJson<JsonSchema>(`definitions/${name}`),
  ]),
);

/** The procedure with a text of its files replaced, as a new version. */
function compileVersion(version: string, change: (text: string) => string): Plan {
  return compileProcedure({
    record: { ...record, version },
    data: JSON.parse(change(readText(`${PROCEDURE}data.schema.json`))) as JsonSchema,
    form: JSON.parse(change(readText(`${PROCEDURE}form.json`))) as FormDocument,
    definitions,
    catalogVersions: Object.fromEntries((record.catalogs ?? []).map((name) => [name, 'test'])),
  });
}

const from = compileVersion('1.0.0', (text) => text);
const plan = compileVersion('2.0.0', (text) =>
  text.replaceAll('"/requester/email"', '"/requester/mail"').replaceAll('"email": {', '"mail": {'),
);
const examples = readdirSync(new URL(`${PROCEDURE}examples/`, SCHEMAS))
  .filter((name) => name.startsWith('valid-'))
  .map((name) => [name, readJson<{ today: string; data: JsonObject }>(`${PROCEDURE}examples/${name}`)] as const);

describe('a draft of birth registration', () => {
  for (const [name, { today, data }] of examples) {
    const { slug, version, hash: planHash } = from;
    const draft = { slug, version, planHash, data, inputs: {}, touched: [], provenance: {} };
    const mail = readAt(data, '/requester/email');

    it(`comes whole under a form that renamed a field, by the step that says so: ${name}`, () => {
      const steps = [{ op: 'rename', at: '/requester/email', name: 'mail' }] as const;
      const migrations = { migrations: [{ from: '1.0.0', to: '2.0.0', steps }] };
      const { draft: migrated, report } = migrateDraft(draft, plan, { today, from, migrations });
      assert.deepEqual([report.dropped, report.again], [[], []]);
      const form = createForm(plan, { today, draft: migrated });
      assert.equal(readAt(form.toSubmission(), '/requester/mail'), mail);
      assert.deepEqual(form.issues.get(), []);
    });

    it(`names what a form without that field cannot take: ${name}`, () => {
      const { report } = migrateDraft(draft, plan, { today, from });
      assert.deepEqual(
        report.dropped,
        mail === undefined ? [] : [{ pointer: '/requester/email', value: mail, code: 'draft.no-place' }],
      );
    });
  }

  it('is one of which some have an address for mail', () => {
    assert.ok(examples.some(([, { data }]) => readAt(data, '/requester/email') !== undefined));
  });
});
