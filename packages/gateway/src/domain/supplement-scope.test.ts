import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compileProcedure, createForm, type JsonObject, type JsonValue, type Plan } from '@motcua/form-engine';
import { answerOpenForm, applyAnswers, type SupplementFile } from '@motcua/form-engine/testing';
import type { ProcedureRecord } from '@motcua/schemas';
import fc from 'fast-check';
import { locateSchemas, openDiskProcedures } from '../adapters/procedures/disk-procedures.js';
import { findUnaskedChanges } from './supplement-scope.js';

const schemas = locateSchemas();
const procedures = await openDiskProcedures(schemas);
const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(schemas, ...path), 'utf8')) as T;

interface OpenFile {
  file: SupplementFile;
  plan: Plan;
  filed: JsonObject;
}

function open(file: SupplementFile): OpenFile {
  const { procedure = '', example = '', document, filed } = file;
  if (document && filed) {
    const record = { slug: 'test/household', version: '1.0.0' } as ProcedureRecord;
    return { file, filed, plan: compileProcedure({ record, ...document, definitions: {}, catalogVersions: {} }) };
  }
  const { plan } = procedures.find(procedure) ?? assert.fail(`there is no ${procedure}`);
  return { file, plan, filed: read<{ data: JsonObject }>('procedures', procedure, 'examples', example).data };
}

const files = readdirSync(join(schemas, 'conformance/supplements')).map((name) => ({
  name,
  ...open(read<SupplementFile>('conformance/supplements', name)),
}));

const judge = ({ plan, filed, file }: OpenFile, after: JsonObject, asked: readonly string[]): string[] =>
  findUnaskedChanges(plan, { before: filed, after, asked, today: file.today });

for (const opened of files) {
  describe(`answers that are sent anew, by the cases of ${opened.name}`, () => {
    for (const one of opened.file.cases) {
      it(`${one.description}: the judge names what nobody asked for`, () => {
        assert.deepEqual(judge(opened, applyAnswers(opened.filed, one), one.asked), one.unasked);
      });

      it(`${one.description}: what a form lets through, the judge lets through`, () => {
        const form = answerOpenForm(opened.plan, opened.filed, opened.file.today, one);
        assert.deepEqual(judge(opened, form.toSubmission(), one.asked), []);
      });
    }
  });
}

describe('a form opened for a request', () => {
  const household = files.find(({ name }) => name === 'household.json') ?? assert.fail('there are no such cases');
  const names = [
    '/relation',
    '/name',
    '/head/name',
    '/head/birthDate',
    '/owner',
    '/lender',
    '/consent',
    '/phone',
    '/note',
  ];
  const asked = fc.uniqueArray(fc.constantFrom(...names, '/members', '/members/0', '/members/2/born'));
  const value: fc.Arbitrary<JsonValue | undefined> = fc.oneof(
    fc.constantFrom('head', 'member', 'guest', true, false, 'Lê Thị Ân', '1999-12-31', undefined),
    fc.array(fc.record({ name: fc.constantFrom('Lê Văn Bình', 'X'), born: fc.integer({ min: 1900, max: 2026 }) })),
  );
  const acts = fc.array(fc.tuple(fc.constantFrom(...names, '/members'), value), { maxLength: 15 });

  it('never sends what its judge refuses, whatever is typed', () => {
    const { plan, filed, file } = household;
    fc.assert(
      fc.property(asked, acts, (pointers, steps) => {
        const form = createForm(plan, { today: file.today, opening: { filed, pointers } });
        for (const [pointer, answer] of steps) form.field(pointer).setValue(answer);
        assert.deepEqual(judge(household, form.toSubmission(), pointers), []);
      }),
      { numRuns: 400 },
    );
  });
});
