/**
 * Over generated schemas, both ways: a form shows no error exactly when the outside judge finds its submission valid, and the
 * submission is what the outside definition lets apply.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { isEqual } from '../data/json.js';
import { SchemaError } from '../errors.js';
import type { JsonObject, JsonSchema, JsonValue, Plan } from '../plan/plan.js';
import { openConditionOracle } from './condition-oracle.js';
import { answerForm, planConditions } from './run-condition-case.js';

const RUNS = 250;

/** Fields by what they are; conditions test earlier ones and decide on later ones, so that most schemas do not go round. */
const FIELDS: readonly [name: string, schema: JsonObject, values: readonly JsonValue[]][] = [
  ['a', { type: 'boolean' }, [true, false]],
  ['b', { type: 'string', enum: ['x', 'y', 'z'] }, ['x', 'y', 'z']],
  ['c', { type: 'integer', minimum: 0 }, [0, 1, 2, 3]],
  ['d', { type: 'boolean' }, [true, false]],
  ['e', { type: 'string', maxLength: 3 }, ['k', 'kk', 'kkk']],
  ['f', { type: 'string', enum: ['x', 'y', 'z'] }, ['x', 'y', 'z']],
];

const GROUP = 'g';

function objectOf(names: readonly string[], required: readonly string[], more: JsonObject): JsonObject {
  const properties = Object.fromEntries(
    FIELDS.filter(([name]) => names.includes(name)).map(([name, schema]) => [name, schema]),
  );
  return {
    type: 'object',
    properties: { ...properties, ...((more['properties'] ?? {}) as JsonObject) },
    required: [...required],
    ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'properties')),
  };
}

/** A test of one field, alone or together with another. */
function testOf(names: readonly string[]): fc.Arbitrary<JsonSchema> {
  const single = fc.constantFrom(...names).chain((name): fc.Arbitrary<JsonObject> => {
    const [, , values = []] = FIELDS.find(([known]) => known === name) ?? [];
    if (values.length === 0) return fc.constant<JsonObject>({ required: [name] });
    const value = fc.constantFrom(...values);
    const of = (schema: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
      fc.tuple(schema, fc.boolean()).map(([about, needs]) => ({
        properties: { [name]: about },
        ...(needs ? { required: [name] } : {}),
      }));
    return fc.oneof(
      of(value.map((constant) => ({ const: constant }))),
      of(fc.uniqueArray(value, { minLength: 1, maxLength: 2 }).map((list) => ({ enum: list }))),
      of(fc.constantFrom({ minimum: 2 }, { minLength: 2 }, { type: 'boolean' }, { not: { const: 'x' } })),
      fc.constant<JsonObject>({ required: [name] }),
    );
  });
  const several = fc.tuple(
    fc.constantFrom('allOf', 'anyOf', 'oneOf'),
    fc.array(single, { minLength: 2, maxLength: 2 }),
  );
  return fc.oneof(
    { weight: 6, arbitrary: single },
    { weight: 1, arbitrary: single.map((inner) => ({ not: inner })) },
    { weight: 2, arbitrary: several.map(([keyword, list]) => ({ [keyword]: list })) },
    { weight: 1, arbitrary: fc.boolean() },
  );
}

/** A narrower schema for a field; now and then one that nothing meets. */
function limitsOf(name: string): fc.Arbitrary<JsonObject> {
  const [, , values = []] = FIELDS.find(([known]) => known === name) ?? [];
  const [first = 'x', second = 'x'] = values;
  const fitting =
    name === 'c' ? [{ maximum: 2 }, { minimum: 1 }] : [{ enum: [first, second] }, { not: { const: second } }];
  return fc.constantFrom<JsonObject>(...fitting, ...fitting, { const: first }, { const: 'x' });
}

/** What a branch says of later fields. */
function branchOf(names: readonly string[]): fc.Arbitrary<JsonObject> {
  const some = fc.subarray([...names], { maxLength: Math.min(2, names.length) });
  const narrowed = fc.option(
    fc.constantFrom(...names).chain((name) => limitsOf(name).map((limits) => ({ [name]: limits }))),
  );
  return fc.tuple(some, some, narrowed).map(([needed, gone, limits]) => {
    const properties: JsonObject = { ...limits };
    for (const name of gone) properties[name] = false;
    const required = needed.filter((name, place) => !gone.includes(name) || place === 0);
    return { properties, ...(required.length > 0 ? { required } : {}) };
  });
}

function conditionOf(names: readonly string[]): fc.Arbitrary<JsonObject> {
  const split = fc.integer({ min: 1, max: names.length - 1 });
  const ordered = split.map((at) => [names.slice(0, at), names.slice(at)] as const);
  return fc
    .oneof({ weight: 12, arbitrary: ordered }, { weight: 1, arbitrary: fc.constant([names, names] as const) })
    .chain(([early, late]) => {
      const inner = late.length > 1 ? fc.option(conditionOf(late), { freq: 4 }) : fc.constant(null);
      return fc.record({
        test: testOf(early),
        then: branchOf(late),
        inner,
        other: fc.option(branchOf(late)),
        how: fc.integer({ min: 0, max: 9 }),
        cause: fc.constantFrom(...early),
      });
    })
    .map(({ test, then, inner, other, how, cause }): JsonObject => {
      const full = inner === null ? then : { ...then, allOf: [inner] };
      if (how === 0) return { dependentSchemas: { [cause]: full } };
      if (how === 1 && Array.isArray(then['required'])) return { dependentRequired: { [cause]: then['required'] } };
      return { if: test, then: full, ...(other === null ? {} : { else: other }) };
    });
}

const ALL = FIELDS.map(([name]) => name);

/** Branches told apart by the first enumeration. */
const UNION = fc.tuple(branchOf(['d', 'e', 'f']), branchOf(['e', 'f'])).map(([left, right]) => {
  const branch = (constants: JsonObject, more: JsonObject): JsonObject => ({
    properties: { ...(more['properties'] as JsonObject), b: constants },
    required: ['b', ...((more['required'] ?? []) as string[])],
  });
  return [branch({ const: 'x' }, left), branch({ enum: ['y', 'z'] }, right)];
});

const schemas: fc.Arbitrary<JsonSchema> = fc
  .record({
    required: fc.subarray(ALL, { maxLength: 2 }),
    conditions: fc.array(conditionOf(ALL), { minLength: 1, maxLength: 3 }),
    inner: fc.option(fc.tuple(conditionOf(['a', 'c', 'e']), fc.boolean(), fc.option(conditionOf(['a', 'b', GROUP])))),
    union: fc.option(UNION, { freq: 1 }),
  })
  .map(({ required, conditions, inner, union }) => {
    const [within, isNeeded, onGroup] = inner ?? [];
    const group = within === undefined ? {} : { [GROUP]: objectOf(['a', 'c', 'e'], ['a'], { allOf: [within] }) };
    const about = onGroup === null || onGroup === undefined ? [] : [onGroup];
    return objectOf(ALL, [...required, ...(isNeeded === true ? [GROUP] : [])], {
      properties: group,
      allOf: [...conditions, ...about],
      ...(union === null ? {} : { oneOf: union }),
    });
  });

const answer = (name: string): fc.Arbitrary<JsonValue | undefined> => {
  const [, , values = []] = FIELDS.find(([known]) => known === name) ?? [];
  return fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...values) },
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<JsonValue>('stray', 7, -1, null, true) },
  );
};

function answersOf(names: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(...names.map(answer))
    .map((values) =>
      Object.fromEntries(names.flatMap((name, at) => (values[at] === undefined ? [] : [[name, values[at]]]))),
    );
}

const answers = fc
  .tuple(answersOf(ALL), fc.option(answersOf(['a', 'c', 'e'])))
  .map(([data, group]) => (group === null || Object.keys(group).length === 0 ? data : { ...data, [GROUP]: group }));

function planOrCycle(schema: JsonSchema): Plan | undefined {
  try {
    return planConditions(schema);
  } catch (error) {
    if (error instanceof SchemaError && error.code === 'plan.conditions-oscillate') return undefined;
    throw error;
  }
}

it('shows no error exactly when the submission, which is what applies, is valid to the outside judge', async () => {
  const seen = { valid: 0, invalid: 0, pruned: 0 };
  await fc.assert(
    fc.asyncProperty(schemas, fc.array(answers, { minLength: 4, maxLength: 4 }), async (schema, list) => {
      const plan = planOrCycle(schema);
      fc.pre(plan !== undefined);
      const oracle = await openConditionOracle(schema);
      for (const data of list) {
        const form = answerForm(plan, data);
        const submission = form.toSubmission();
        const pruned = oracle.prune(data);
        assert.ok(isEqual(submission, pruned), `${JSON.stringify({ data, submission, pruned })}`);
        const live = form.issues.get().some(({ severity }) => severity === 'error');
        const { valid } = await form.validate();
        const shown = form.issues.get().some(({ severity }) => severity === 'error');
        const said = oracle.isValid(submission);
        assert.deepEqual({ valid, shown }, { valid: said, shown: !said }, JSON.stringify({ data, submission }));
        assert.ok(!live || !said, `an error shows live in ${JSON.stringify(data)}`);
        seen[said ? 'valid' : 'invalid'] += 1;
        if (!isEqual(submission, data)) seen.pruned += 1;
        form.dispose();
      }
    }),
    { numRuns: RUNS },
  );
  assert.ok(Math.min(seen.valid, seen.invalid, seen.pruned) > RUNS / 10, JSON.stringify(seen));
});
