/** Communes that changed on 1 July 2025, in the addresses of drafts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { compileProcedure } from '../../compile/compile-procedure.js';
import type { JsonObject, JsonSchema, Plan } from '../../plan/plan.js';
import type { FormField, ProcedureSource } from '../../plan/procedure-source.js';
import type { Draft } from '../form.js';
import { createUnitFinder, type UnitLists } from './find-unit.js';
import { migrateDraft } from './migrate-draft.js';

const TODAY = '2026-11-05';
const TEXT = { type: 'string', minLength: 1 };

/** A plan of one step; fields without a description of their own are named by their pointers. */
function planOf(
  properties: JsonObject,
  fields: readonly (string | FormField)[],
  version: string,
  more: object = {},
): Plan {
  return compileProcedure({
    record: { slug: 'test/draft', version } as ProcedureSource['record'],
    data: { type: 'object', properties, ...more } as JsonSchema,
    form: {
      steps: [
        {
          id: 'one',
          sections: [
            { id: 'one', fields: fields.map((field) => (typeof field === 'string' ? { pointer: field } : field)) },
          ],
        },
      ],
    },
    definitions: {},
    catalogVersions: {},
  });
}

function draftOf(plan: Plan, data: JsonObject, more: Partial<Draft> = {}): Draft {
  const { slug, version, hash } = plan;
  return { slug, version, planHash: hash, data, inputs: {}, touched: [], provenance: {}, ...more };
}

const CATALOGS = new URL('../../../../../schemas/catalogs/', import.meta.url);
const readCatalog = (file: string): unknown => JSON.parse(readFileSync(new URL(file, CATALOGS), 'utf8'));
const units = {
  current: readCatalog('administrative-units.2026-04-30.json'),
  former: readCatalog('former-units.2025-06-30.json'),
} as UnitLists;

describe('communes that changed', () => {
  const address = {
    type: 'object',
    properties: Object.fromEntries(
      ['country', 'province', 'commune', 'unitsVersion', 'detail'].map((key) => [key, TEXT]),
    ),
  };
  const old = planOf({ home: address }, [{ pointer: '/home', kind: 'address' }], '1');
  const next = planOf({ home: address, note: TEXT }, [{ pointer: '/home', kind: 'address' }, '/note'], '2');
  const bring = (province: string, commune: string, unitsVersion: string) =>
    migrateDraft(draftOf(old, { home: { country: 'VN', province, commune, unitsVersion, detail: 'Số 1' } }), next, {
      today: TODAY,
      from: old,
      units,
    });

  it('on 1 July 2025 into one other are brought there, and listed', () => {
    const { draft, report } = bring('01', '00004', '2024-01-01');
    assert.deepEqual(draft.data['home'], {
      country: 'VN',
      province: '01',
      commune: '00004',
      unitsVersion: '2026-04-30',
      detail: 'Số 1',
    });
    assert.deepEqual(
      report.migrated.map(({ pointer, code }) => [pointer, code]),
      [['/home', 'draft.unit-changed']],
      'the same code names another commune now',
    );
  });

  it('into one of several, or by a row that is in doubt, are asked for with proposals and never converted', () => {
    const former = units.former;
    const [divided] = former?.communes.filter(([, , , , current]) => current.length > 1) ?? [];
    const [doubted = ''] = Object.keys(former?.doubts ?? {});
    for (const code of [divided?.[0] ?? '', doubted]) {
      const { draft, report } = bring('01', code, '2024-01-01');
      assert.deepEqual(draft.data['home'], { country: 'VN', detail: 'Số 1' });
      const [asked] = report.again;
      assert.equal(asked?.code, 'draft.unit-doubtful');
      assert.deepEqual((asked?.was as JsonObject)['commune'], code);
      const known = former?.communes.find(([one]) => one === code)?.[4] ?? [];
      assert.deepEqual(
        asked?.proposals?.map((proposal) => (proposal as JsonObject)['commune']),
        known,
      );
    }
  });

  it('and are unknown to every list are asked for', () => {
    const { report } = bring('01', '99999', '2024-01-01');
    assert.deepEqual(
      report.again.map(({ code }) => code),
      ['draft.unit-unknown'],
    );
  });

  it('in number only keep their place under the newer list', () => {
    const { draft, report } = bring('22', '06970', '2025-07-01');
    assert.equal((draft.data['home'] as JsonObject)['commune'], '06978');
    assert.deepEqual(
      report.migrated.map(({ code }) => code),
      ['draft.unit-changed'],
    );
  });

  it('not at all get the version of the newer list', () => {
    const { draft, report } = bring('01', '00004', '2025-07-01');
    assert.equal((draft.data['home'] as JsonObject)['unitsVersion'], '2026-04-30');
    assert.deepEqual(
      report.migrated.map(({ code }) => code),
      ['draft.unit-in-force'],
    );
  });

  it('are never lost: each of the 10,047 former communes leads to communes in force', () => {
    const find = createUnitFinder(units);
    const fates = new Map<string, number>();
    for (const [commune] of units.former?.communes ?? []) {
      const { fate } = find({ province: '', commune }, '2025-06-30');
      fates.set(fate, (fates.get(fate) ?? 0) + 1);
    }
    assert.deepEqual([...fates.keys()].sort(), ['changed', 'doubtful']);
    assert.equal(
      [...fates.values()].reduce((sum, count) => sum + count),
      10_047,
    );
  });
});
