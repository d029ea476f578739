/** Property: whatever changed between two plans, and whatever the draft holds, each answer of it is kept, migrated or listed. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { compileProcedure } from '../../compile/compile-procedure.js';
import { isEqual, isObject, readAt } from '../../data/json.js';
import { isWithin, join } from '../../data/pointer.js';
import type { JsonObject, JsonValue, Plan, Pointer } from '../../plan/plan.js';
import type { ProcedureSource } from '../../plan/procedure-source.js';
import { createForm } from '../create-form.js';
import type { Draft } from '../form.js';
import { migrateDraft } from './migrate-draft.js';
import type { MigrationStep } from './migration.js';
import type { DraftReport } from './report.js';

const TODAY = '2026-11-05';
const NAMES = ['a', 'b', 'c', 'd', 'group'];

const LEAVES: readonly JsonObject[] = [
  { type: 'string', minLength: 1 },
  { type: 'string', maxLength: 2 },
  { type: 'integer', minimum: 3 },
  { type: 'boolean' },
  { type: 'string', format: 'date' },
  { enum: ['x', 'y', 3] },
  { type: 'array', items: { type: 'string' } },
  { type: 'array', items: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'integer' } } } },
];
const leaf = fc.constantFrom(...LEAVES);
const group = fc.dictionary(fc.constantFrom(...NAMES), leaf, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const properties = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: group.map((inner): JsonObject => ({ type: 'object', properties: inner })) },
  ),
  { minKeys: 1, maxKeys: 5, noNullPrototype: true },
);
const schema = fc
  .tuple(properties, fc.subarray(NAMES))
  .map(([given, required]): JsonObject => ({ type: 'object', properties: given, required }));

const scalar = fc.constantFrom<JsonValue>('x', 'y', 'long text', 3, 1, true, '2020-02-30', '2020-02-03', null, '');
const answer: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...NAMES), scalar, { maxKeys: 3, noNullPrototype: true }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.dictionary(fc.constantFrom('a', 'b'), scalar, { maxKeys: 2, noNullPrototype: true }), {
      maxLength: 3,
    }),
  },
);
const answers = fc.dictionary(fc.constantFrom(...NAMES), answer, { maxKeys: 5, noNullPrototype: true });

const place = fc.constantFrom('/a', '/b', '/c', '/d', '/group', '/group/a', '/a/b', '/new');
const rows = fc.constantFrom('/a/*/a', '/b/*/b', '/c/*/a');
const step: fc.Arbitrary<MigrationStep> = fc.oneof(
  fc.record({ op: fc.constant('rename' as const), at: fc.oneof(place, rows), name: fc.constantFrom(...NAMES) }),
  fc.record({ op: fc.constant('move' as const), from: place, to: place }),
  fc.record({ op: fc.constant('set' as const), at: place, value: scalar }),
  fc.record({ op: fc.constant('drop' as const), at: place, reason: fc.constant('gone') }),
  fc.record({
    op: fc.constant('map-values' as const),
    at: place,
    values: fc.array(fc.tuple(scalar, scalar), { maxLength: 2 }),
    otherwise: fc.constantFrom('keep' as const, 'again' as const),
    confirm: fc.boolean(),
  }),
  fc.record({
    op: fc.constant('split' as const),
    from: place,
    to: fc.uniqueArray(place, { minLength: 2, maxLength: 2 }),
    separator: fc.constant(' '),
    surplus: fc.constantFrom('first' as const, 'last' as const),
  }),
  fc.record({
    op: fc.constant('merge' as const),
    from: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
    to: place,
    separator: fc.constant(' '),
  }),
);

function planOf(data: JsonObject, version: string): Plan {
  const given = Object.keys(data['properties'] as JsonObject);
  const form = {
    steps: [{ id: 'one', sections: [{ id: 'one', fields: given.map((name) => ({ pointer: `/${name}` })) }] }],
  };
  const record = { slug: 'test/draft', version } as ProcedureSource['record'];
  return compileProcedure({ record, data, form: withoutGroups(form, data), definitions: {}, catalogVersions: {} });
}

/** A group stands in the form by its fields. */
function withoutGroups(form: ProcedureSource['form'], data: JsonObject): ProcedureSource['form'] {
  const described = data['properties'] as JsonObject;
  const fieldsOf = (pointer: Pointer): { pointer: Pointer }[] => {
    const inner = (described[pointer.slice(1)] as JsonObject)['properties'];
    return isObject(inner) ? Object.keys(inner).map((name) => ({ pointer: join(pointer, name) })) : [{ pointer }];
  };
  return {
    steps: form.steps.map((one) => ({
      ...one,
      sections: one.sections.map((section) => ({
        ...section,
        fields: section.fields.flatMap(({ pointer }) => fieldsOf(pointer)),
      })),
    })),
  };
}

/** Every answer of a draft that holds no other, by place. */
function listAnswers(value: JsonValue, pointer: Pointer): [Pointer, JsonValue][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => listAnswers(item, join(pointer, index)));
  if (isObject(value))
    return Object.keys(value).flatMap((name) => listAnswers(value[name] as JsonValue, join(pointer, name)));
  return [[pointer, value]];
}

function isTold(report: DraftReport, pointer: Pointer): boolean {
  return (
    [...report.kept, ...report.recomputed].some((one) => isWithin(pointer, one)) ||
    [...report.migrated, ...report.again].some(
      ({ from }) => from.includes(pointer) || from.some((one) => isWithin(pointer, one)),
    ) ||
    report.dropped.some((one) => isWithin(pointer, one.pointer))
  );
}

const cases = fc.record({
  before: schema,
  after: schema,
  data: answers,
  typed: fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom<JsonValue>('12x', 'long text', '3'), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
  steps: fc.array(step, { maxLength: 4 }),
  withOld: fc.boolean(),
});

it('loses nothing silently, over generated plans, drafts and migrations', () => {
  fc.assert(
    fc.property(cases, ({ before, after, data, typed, steps, withOld }) => {
      const from = planOf(before, '1');
      const plan = planOf(after, '2');
      fc.pre(from.hash !== plan.hash);
      const free = Object.fromEntries(Object.entries(typed).filter(([name]) => !Object.hasOwn(data, name)));
      const inputs = Object.fromEntries(Object.entries(free).map(([name, input]) => [`/${name}`, input]));
      const draft: Draft = {
        slug: 'test/draft',
        version: '1',
        planHash: from.hash,
        data,
        inputs,
        touched: [],
        provenance: {},
      };
      const migrations = { migrations: [{ from: '1', to: '2', steps }] };
      const { draft: migrated, report } = migrateDraft(draft, plan, {
        today: TODAY,
        migrations,
        ...(withOld ? { from } : {}),
      });
      for (const [pointer] of [...listAnswers(data, ''), ...Object.entries(inputs)])
        assert.equal(isTold(report, pointer), true, `${pointer} is told of`);
      const form = createForm(plan, { today: TODAY, draft: migrated });
      assert.deepEqual(form.dropped, [], 'the form takes all of what is left');
      for (const pointer of report.kept)
        if (!Object.hasOwn(inputs, pointer))
          assert.equal(isEqual(readAt(migrated.data, pointer), readAt(data, pointer)), true, `${pointer} is as it was`);
      form.dispose();
    }),
    { numRuns: 1000 },
  );
});
