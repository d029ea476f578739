import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../../compile/compile-procedure.js';
import { FormError } from '../../errors.js';
import type { JsonObject, JsonSchema, Plan } from '../../plan/plan.js';
import type { FormField, ProcedureSource } from '../../plan/procedure-source.js';
import { createForm } from '../create-form.js';
import type { Draft } from '../form.js';
import { migrateDraft, type MigrateOptions } from './migrate-draft.js';
import type { MigrationStep } from './migration.js';

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

function migrate(draft: Draft, plan: Plan, steps: readonly MigrationStep[], more: Partial<MigrateOptions> = {}) {
  const migrations = { migrations: [{ from: draft.version, to: plan.version, steps }] };
  return migrateDraft(draft, plan, { today: TODAY, migrations, ...more });
}

const name = planOf({ name: TEXT, job: TEXT, note: TEXT }, ['/name', '/job', '/note'], '1');

describe('a draft under the plan it was made under', () => {
  it('is the same draft', () => {
    const draft = draftOf(name, { name: 'An' });
    const { draft: same, report } = migrateDraft(draft, name, { today: TODAY });
    assert.equal(same, draft);
    assert.equal(report.isSamePlan, true);
  });
});

describe('a draft of another procedure', () => {
  it('is refused', () => {
    const draft = { ...draftOf(name, {}), slug: 'other/procedure' };
    assert.throws(
      () => migrateDraft(draft, name, { today: TODAY }),
      (error) => error instanceof FormError && error.code === 'form.foreign-draft',
    );
  });
});

describe('declared steps', () => {
  it('rename an answer, with what was typed, touched and prefilled there', () => {
    const next = planOf({ fullName: TEXT, job: { type: 'integer' } }, ['/fullName', '/job'], '2');
    const provenance = { source: 'population', asOf: '2026-01-01' };
    const draft = draftOf(
      name,
      { name: 'An' },
      { touched: ['/name'], provenance: { '/name': provenance }, inputs: { '/note': 'x' } },
    );
    const { draft: migrated, report } = migrate(draft, next, [
      { op: 'rename', at: '/name', name: 'fullName' },
      { op: 'rename', at: '/note', name: 'job' },
    ]);
    assert.deepEqual(migrated.data, { fullName: 'An' });
    assert.deepEqual(migrated.inputs, { '/job': 'x' });
    assert.deepEqual(migrated.touched, ['/fullName']);
    assert.deepEqual(migrated.provenance, { '/fullName': provenance });
    assert.deepEqual(
      report.migrated.map(({ pointer, from, code }) => [pointer, from, code]),
      [
        ['/fullName', ['/name'], 'draft.declared'],
        ['/job', ['/note'], 'draft.declared'],
      ],
    );
    assert.equal(migrated.planHash, next.hash);
  });

  it('move a group into another, and drop nothing that stands there', () => {
    const person = { type: 'object', properties: { name: TEXT, born: TEXT } };
    const old = planOf(
      { child: person, other: { type: 'object', properties: { born: TEXT } } },
      ['/child/name', '/child/born', '/other/born'],
      '1',
    );
    const next = planOf({ other: person }, ['/other/name', '/other/born'], '2');
    const draft = draftOf(old, { child: { name: 'An', born: '2020' }, other: { born: '1990' } });
    const { draft: migrated, report } = migrate(draft, next, [{ op: 'move', from: '/child', to: '/other' }]);
    assert.deepEqual(migrated.data, { other: { name: 'An', born: '1990' } });
    assert.deepEqual(report.dropped, [{ pointer: '/child/born', value: '2020', code: 'draft.place-taken' }]);
    assert.deepEqual(report.kept, ['/other/born']);
  });

  it('set an answer where there is none', () => {
    const next = planOf({ name: TEXT, country: TEXT }, ['/name', '/country'], '2');
    const step = { op: 'set', at: '/country', value: 'VN' } as const;
    const { draft, report } = migrate(draftOf(name, { name: 'An' }), next, [step, { ...step, value: 'LA' }]);
    assert.deepEqual(draft.data, { name: 'An', country: 'VN' });
    assert.deepEqual(report.migrated, [{ pointer: '/country', from: [], code: 'draft.declared', was: 'VN' }]);
  });

  it('drop an answer with the reason', () => {
    const next = planOf({ name: TEXT }, ['/name'], '2');
    const { report } = migrate(draftOf(name, { name: 'An', job: 'x' }), next, [
      { op: 'drop', at: '/job', reason: 'no-longer-asked' },
    ]);
    assert.deepEqual(report.dropped, [
      { pointer: '/job', value: 'x', code: 'draft.dropped', reason: 'no-longer-asked' },
    ]);
    assert.deepEqual(report.kept, ['/name']);
  });

  it('map values, and ask again for those that are not among them where the author says so', () => {
    const values = { enum: ['male', 'female'] };
    const old = planOf({ a: { enum: ['m', 'f', 'x'] }, b: { enum: ['m', 'f', 'x'] } }, ['/a', '/b'], '1');
    const next = planOf({ a: values, b: values }, ['/a', '/b'], '2');
    const pairs = [
      ['m', 'male'],
      ['f', 'female'],
    ] as const;
    const { draft, report } = migrate(draftOf(old, { a: 'm', b: 'x' }), next, [
      { op: 'map-values', at: '/a', values: pairs, otherwise: 'again' },
      { op: 'map-values', at: '/b', values: pairs, otherwise: 'again' },
    ]);
    assert.deepEqual(draft.data, { a: 'male' });
    assert.deepEqual(report.migrated, [{ pointer: '/a', from: ['/a'], code: 'draft.declared', was: 'm' }]);
    assert.deepEqual(report.again, [
      { pointer: '/b', from: ['/b'], code: 'draft.value-not-allowed', params: {}, was: 'x' },
    ]);
  });

  it('split a text, with the surplus in the first or the last piece', () => {
    const next = planOf({ family: TEXT, given: TEXT }, ['/family', '/given'], '2');
    for (const [surplus, family, given] of [
      ['first', 'Nguyễn Thị', 'An'],
      ['last', 'Nguyễn', 'Thị An'],
    ] as const) {
      const step = { op: 'split', from: '/name', to: ['/family', '/given'], separator: ' ', surplus } as const;
      const { draft, report } = migrate(draftOf(name, { name: 'Nguyễn Thị An' }, { touched: ['/name'] }), next, [step]);
      assert.deepEqual(draft.data, { family, given });
      assert.deepEqual(draft.touched, ['/family', '/given']);
      assert.deepEqual(
        report.migrated.map(({ from, was }) => [from, was]),
        [
          [['/name'], 'Nguyễn Thị An'],
          [['/name'], 'Nguyễn Thị An'],
        ],
      );
    }
  });

  it('merge answers into one text, in the order they are named', () => {
    const old = planOf({ family: TEXT, given: TEXT }, ['/family', '/given'], '1');
    const next = planOf({ name: TEXT }, ['/name'], '2');
    const { draft, report } = migrate(draftOf(old, { given: 'An', family: 'Nguyễn' }), next, [
      { op: 'merge', from: ['/family', '/given'], to: '/name', separator: ' ' },
    ]);
    assert.deepEqual(draft.data, { name: 'Nguyễn An' });
    assert.deepEqual(report.migrated, [
      { pointer: '/name', from: ['/family', '/given'], code: 'draft.declared', was: ['Nguyễn', 'An'] },
    ]);
  });

  it('reach every row, and leave the rows in their order', () => {
    const list = (row: string): JsonObject => ({
      rows: { type: 'array', items: { type: 'object', properties: { [row]: TEXT } } },
    });
    const next = planOf(list('title'), ['/rows'], '2');
    const draft = draftOf(
      name,
      { rows: [{ name: 'a' }, {}, { name: 'c' }] },
      { rows: { '/rows': ['k1', 'k2', 'k3'] } },
    );
    const { draft: migrated } = migrate(draft, next, [{ op: 'rename', at: '/rows/*/name', name: 'title' }]);
    assert.deepEqual(migrated.data, { rows: [{ title: 'a' }, {}, { title: 'c' }] });
    assert.deepEqual(migrated.rows, { '/rows': ['k1', 'k2', 'k3'] });
  });

  it('ask for a look where the author wants one', () => {
    const next = planOf({ fullName: TEXT }, ['/fullName'], '2');
    const { draft, report } = migrate(draftOf(name, { name: 'An' }), next, [
      { op: 'rename', at: '/name', name: 'fullName', confirm: true },
    ]);
    assert.deepEqual(draft.data, { fullName: 'An' }, 'the answer is there meanwhile');
    assert.deepEqual(report.again, [
      { pointer: '/fullName', from: ['/name'], code: 'draft.to-confirm', params: {}, was: 'An', proposals: ['An'] },
    ]);
  });

  it('lead over several versions, by the shortest way', () => {
    const next = planOf({ fullName: TEXT }, ['/fullName'], '3');
    const rename = (at: string, to: string) => ({ op: 'rename', at, name: to }) as const;
    const { draft } = migrateDraft(draftOf(name, { name: 'An' }), next, {
      today: TODAY,
      migrations: {
        migrations: [
          { from: ['0', '1'], to: '2', steps: [rename('/name', 'title')] },
          { from: '2', to: '3', steps: [rename('/title', 'fullName')] },
          { from: '3', to: '1', steps: [rename('/fullName', 'name')] },
        ],
      },
    });
    assert.deepEqual(draft.data, { fullName: 'An' });
  });

  for (const step of [
    { op: 'move', from: '/rows/*/a', to: '/a' },
    { op: 'erase', at: '/name' },
  ]) {
    it(`that say something else are refused: ${JSON.stringify(step)}`, () => {
      assert.throws(
        () => migrate(draftOf(name, { name: 'An' }), { ...name, version: '2', hash: 'x' }, [step as MigrationStep]),
        (error) => error instanceof FormError && error.code === 'draft.migration-malformed',
      );
    });
  }
});

describe('without a declaration', () => {
  it('keeps what has its place, and names what has none', () => {
    const next = planOf({ name: TEXT }, ['/name'], '2');
    const { draft, report } = migrateDraft(
      draftOf(name, { name: 'An', job: 'x' }, { inputs: { '/note': 'y' } }),
      next,
      {
        today: TODAY,
      },
    );
    assert.deepEqual(draft.data, { name: 'An' });
    assert.deepEqual(report.kept, ['/name']);
    assert.deepEqual(report.dropped, [
      { pointer: '/job', value: 'x', code: 'draft.no-place' },
      { pointer: '/note', value: 'y', code: 'draft.no-place' },
    ]);
    assert.deepEqual(createForm(next, { today: TODAY, draft }).dropped, []);
  });

  it('asks again where the kind changed, and keeps the old answer in the list', () => {
    const next = planOf({ name: { type: 'integer' } }, ['/name'], '2');
    const { draft, report } = migrateDraft(draftOf(name, { name: 'An' }), next, { today: TODAY });
    assert.deepEqual(draft.data, {});
    assert.deepEqual(report.again, [
      { pointer: '/name', from: ['/name'], code: 'draft.kind-changed', params: {}, was: 'An' },
    ]);
  });

  it('asks again where a value is offered no longer', () => {
    const next = planOf({ name: { enum: ['Bình', 'Chi'] } }, ['/name'], '2');
    const { report } = migrateDraft(draftOf(name, { name: 'An' }), next, { today: TODAY });
    assert.deepEqual(
      report.again.map(({ pointer, code }) => [pointer, code]),
      [['/name', 'draft.value-not-allowed']],
    );
  });

  it('names the keyword of a value that is right no longer, and leaves the value to be corrected', () => {
    const next = planOf({ name: { type: 'string', minLength: 3 } }, ['/name'], '2');
    const { draft, report } = migrateDraft(draftOf(name, { name: 'An' }), next, { today: TODAY, from: name });
    assert.deepEqual(draft.data, { name: 'An' });
    assert.deepEqual(report.kept, []);
    assert.deepEqual(report.again, [
      {
        pointer: '/name',
        from: ['/name'],
        code: 'draft.value-refused',
        params: { code: 'keyword.minLength' },
        was: 'An',
      },
    ]);
  });

  it('says nothing of a value that was as wrong before', () => {
    const long = { type: 'string', minLength: 3 };
    const old = planOf({ name: long }, ['/name'], '1');
    const next = planOf({ name: long, job: TEXT }, ['/name', '/job'], '2');
    const { report } = migrateDraft(draftOf(old, { name: 'An' }), next, { today: TODAY, from: old });
    assert.deepEqual([report.kept, report.again], [['/name'], []]);
  });

  it('tells a new demand from one that was there', () => {
    const properties = { name: TEXT, job: TEXT, note: TEXT };
    const old = planOf(properties, ['/name', '/job', '/note'], '1', { required: ['job'] });
    const next = planOf(properties, ['/name', '/job', '/note'], '2', { required: ['job', 'note'] });
    const draft = draftOf(old, { name: 'An' });
    const demanded = (more: Partial<MigrateOptions>) =>
      migrateDraft(draft, next, { today: TODAY, ...more }).report.again.map(({ pointer, code }) => [pointer, code]);
    assert.deepEqual(demanded({ from: old }), [['/note', 'draft.new-required']]);
    assert.deepEqual(demanded({}), [
      ['/job', 'draft.required'],
      ['/note', 'draft.required'],
    ]);
  });

  it('does without an old plan that this engine cannot run', () => {
    const next = planOf({ name: TEXT, job: TEXT }, ['/name', '/job'], '2', { required: ['job'] });
    const from = { ...name, planFormat: 0 } as unknown as Plan;
    const { report } = migrateDraft(draftOf(name, { name: 'An' }), next, { today: TODAY, from });
    assert.deepEqual(
      report.again.map(({ code }) => code),
      ['draft.required'],
    );
  });

  it('leaves computed places to the form', () => {
    const computed = { pointer: '/job', rules: { computed: { cat: ['by ', { value: '/name' }] } } };
    const next = planOf({ name: TEXT, job: TEXT }, ['/name', computed], '2');
    const { draft, report } = migrateDraft(draftOf(name, { name: 'An', job: 'forged' }), next, { today: TODAY });
    assert.deepEqual(report.recomputed, ['/job']);
    assert.deepEqual(createForm(next, { today: TODAY, draft }).toSubmission(), { name: 'An', job: 'by An' });
  });

  it('understands an unfinished input where the new kind does', () => {
    const old = planOf({ copies: { type: 'integer' }, rest: { type: 'integer' } }, ['/copies', '/rest'], '1');
    const next = planOf({ copies: TEXT, rest: { type: 'integer' } }, ['/copies', '/rest'], '2');
    const { draft, report } = migrateDraft(draftOf(old, {}, { inputs: { '/copies': 'two', '/rest': 'three' } }), next, {
      today: TODAY,
    });
    assert.deepEqual(draft.data, { copies: 'two' });
    assert.deepEqual(draft.inputs, { '/rest': 'three' });
    assert.deepEqual(report.migrated, [
      { pointer: '/copies', from: ['/copies'], code: 'draft.input-understood', was: 'two' },
    ]);
    assert.deepEqual(report.kept, ['/rest']);
  });
});
