/**
 * The gateway's two sets of rules, recompute and refuse, over every procedure: of random mutations of valid submissions it accepts
 * exactly those that an oracle without the engine accepts.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileProcedure } from '../compile/compile-procedure.js';
import { isObject, readAt, readTokens, writeTokens } from '../data/json.js';
import { join, tokensOf } from '../data/pointer.js';
import type { JsonObject, JsonSchema, JsonValue, Plan, Pointer } from '../plan/plan.js';
import type { FormDocument, ProcedureSource } from '../plan/procedure-source.js';
import { checkSubmission } from '../validation/check-submission.js';
import { type JsonLogic, openSubmissionOracle } from './submission-oracle.js';

const SCHEMAS = new URL('../../../../schemas/', import.meta.url);
const RUNS = 300;
const jsonLogic = createRequire(import.meta.url)('json-logic-js') as JsonLogic;

interface Example {
  today: string;
  data: JsonObject;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, SCHEMAS), 'utf8')) as T;
}

/** Whole dates, as the cases of texts have them written out by hand. */
const WORDS = new Map(
  readJson<{ cases: { args: [string]; result: string }[] }>('conformance/text/date-in-words.json').cases.flatMap(
    ({ args: [date], result }): [string, string][] => (/^\d{4}-\d\d-\d\d$/u.test(date) ? [[date, result]] : []),
  ),
);

const definitions = Object.fromEntries(
  readdirSync(new URL('definitions/', SCHEMAS)).map((name) => [
    name.replace('.schema.json', ''),
    readJson<JsonSchema>(`definitions/${name}`),
  ]),
);

function readProcedure(folder: string): { source: ProcedureSource; examples: Example[] } {
  const record = readJson<ProcedureSource['record']>(`${folder}procedure.json`);
  const catalogs = existsSync(new URL('catalogs/', SCHEMAS)) ? readdirSync(new URL('catalogs/', SCHEMAS)) : [];
  const calendar = catalogs.find((name) => name.startsWith('working-calendar.'));
  return {
    source: {
      record,
      data: readJson<JsonSchema>(`${folder}data.schema.json`),
      form: readJson<FormDocument>(`${folder}form.json`),
      definitions,
      catalogVersions: Object.fromEntries((record.catalogs ?? []).map((name) => [name, 'test'])),
      ...(calendar === undefined
        ? {}
        : { catalogs: { 'working-calendar': readJson<JsonValue>(`catalogs/${calendar}`) } }),
    },
    examples: readdirSync(new URL(`${folder}examples/`, SCHEMAS))
      .filter((name) => name.startsWith('valid-'))
      .map((name) => readJson<Example>(`${folder}examples/${name}`)),
  };
}

const folders = readdirSync(new URL('procedures/', SCHEMAS)).flatMap((sector) =>
  readdirSync(new URL(`procedures/${sector}/`, SCHEMAS)).map((name) => `procedures/${sector}/${name}/`),
);

/** Every place that has an answer, groups included. */
function listPlaces(value: JsonValue, at: Pointer = ''): Pointer[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((row, index) => listPlaces(row, join(at, index)))];
  if (!isObject(value)) return at === '' ? [] : [at];
  return [
    ...(at === '' ? [] : [at]),
    ...Object.keys(value).flatMap((name) => listPlaces(value[name] as JsonValue, join(at, name))),
  ];
}

type Mutation = (data: JsonObject) => JsonObject;

/** What somebody may do to a submission who does not use the form. */
function mutationsOf(examples: readonly Example[], plan: Plan): fc.Arbitrary<Mutation> {
  const places = [...new Set(examples.flatMap(({ data }) => listPlaces(data)))];
  const place = fc.constantFrom(...places);
  const computed = plan.rules.filter(({ effect }) => effect === 'computed').map(({ pointer }) => pointer);
  const readOnly = fc.constantFrom(...(computed.length > 0 ? computed : places));
  const other = fc.constantFrom(...examples.map(({ data }) => data));
  const step = fc.constantFrom(...plan.steps.map(({ sections }) => sections.flatMap(({ fields }) => fields)));
  const odd = fc.constantFrom<JsonValue>(null, true, false, 0, 7, -1, 1.5, {}, [], [{}], { x: 1 }, '2999-01-01');
  const write =
    (pointer: Pointer, value: JsonValue | undefined): Mutation =>
    (data) => {
      const written = writeTokens(data, tokensOf(pointer), value);
      // A place beyond the end of a list leaves holes, which JSON has as null.
      return isObject(written) ? (JSON.parse(JSON.stringify(written)) as JsonObject) : data;
    };
  const copy =
    (pointers: readonly Pointer[], from: JsonObject): Mutation =>
    (data) =>
      pointers.reduce((whole, pointer) => write(pointer, readAt(from, pointer))(whole), data);
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(place, other).map(([pointer, from]) => copy([pointer], from)) },
    { weight: 2, arbitrary: fc.tuple(place, odd).map(([pointer, value]) => write(pointer, value)) },
    { weight: 2, arbitrary: place.map((pointer) => write(pointer, undefined)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(place, fc.constantFrom('x', '__proto__', 'toString'))
        .map(([pointer, name]) => write(join(pointer.slice(0, pointer.lastIndexOf('/')), name), 'x')),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(readOnly, fc.constantFrom(...WORDS.values(), 'late', 'on-time', 'forged'))
        .map(([pointer, value]) => write(pointer, value)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(place, fc.constantFrom(...WORDS.keys())).map(
        ([pointer, date]): Mutation =>
          (data) =>
            /date|issuedOn/iu.test(pointer) ? write(pointer, date)(data) : data,
      ),
    },
    { weight: 1, arbitrary: fc.tuple(step, other).map(([fields, from]) => copy(fields, from)) },
    { weight: 1, arbitrary: step.map((fields) => copy(fields, {})) },
    {
      weight: 2,
      arbitrary: place.map(
        (pointer): Mutation =>
          (data) =>
            withExtraRow(data, pointer),
      ),
    },
  );
}

function withExtraRow(data: JsonObject, pointer: Pointer): JsonObject {
  const tokens = tokensOf(pointer);
  const value = readTokens(data, tokens);
  const row = Array.isArray(value) ? value.at(-1) : undefined;
  if (!Array.isArray(value) || row === undefined) return data;
  return writeTokens(data, tokens, [...value, row]) as JsonObject;
}

/** A procedure that has what the real ones may come to have: rows with rules, a step that is left out, options that are filtered. */
function sampleProcedure(): { source: ProcedureSource; examples: Example[] } {
  const text = { type: 'string', minLength: 1 };
  const whole = { type: 'integer', minimum: 0, maximum: 50 };
  const closed = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
    type: 'object',
    properties,
    additionalProperties: false,
    ...more,
  });
  const row = closed(
    { price: whole, count: whole, sum: { type: 'integer' }, gift: { type: 'boolean' }, from: text },
    {
      if: { properties: { gift: { const: true } }, required: ['gift'] },
      then: { required: ['from'] },
      else: { properties: { from: false } },
    },
  );
  const product = { '*': [{ value: '1/price' }, { value: '1/count' }] };
  const items = {
    fields: [
      { pointer: '/price', rules: { visible: { '!==': [{ value: '1/gift' }, true] } } },
      { pointer: '/count' },
      { pointer: '/sum', rules: { computed: product } },
      { pointer: '/gift' },
      { pointer: '/from' },
    ],
  };
  const section = (
    id: string,
    fields: FormDocument['steps'][number]['sections'][number]['fields'],
  ): FormDocument['steps'][number]['sections'] => [{ id, fields }];
  return {
    source: {
      record: { slug: 'sample/order', version: '1.0.0' } as ProcedureSource['record'],
      data: closed(
        {
          way: { type: 'string', enum: ['post', 'desk', 'mail'] },
          abroad: { type: 'boolean' },
          rows: { type: 'array', items: row, minItems: 1, maxItems: 4 },
          post: closed({ street: text, city: text }, { required: ['street'] }),
          note: text,
        },
        { required: ['way', 'rows'] },
      ),
      form: {
        steps: [
          {
            id: 'what',
            sections: section('what', [
              { pointer: '/abroad' },
              {
                pointer: '/way',
                rules: {
                  options: { if: [{ '===': [{ value: '/abroad' }, true] }, { '!==': [{ var: '' }, 'desk'] }, true] },
                },
              },
              { pointer: '/rows', items },
            ]),
          },
          {
            id: 'where',
            skip: { '!==': [{ value: '/way' }, 'post'] },
            sections: section('where', [{ pointer: '/post/street' }, { pointer: '/post/city' }, { pointer: '/note' }]),
          },
        ],
      },
      definitions: {},
      catalogVersions: {},
    },
    examples: [
      {
        today: '2026-11-05',
        data: {
          way: 'post',
          abroad: true,
          rows: [{ price: 5, count: 2, sum: 10 }],
          post: { street: 'a', city: 'b' },
          note: 'n',
        },
      },
      {
        today: '2026-11-05',
        data: {
          way: 'desk',
          abroad: false,
          rows: [
            { price: 5, count: 2, gift: false },
            { gift: true, from: 'An', count: 1 },
          ],
        },
      },
      {
        today: '2026-11-05',
        data: { way: 'mail', rows: [{}, { price: 1, count: 1, sum: 1 }, { gift: true, from: 'Chi' }] },
      },
    ],
  };
}

const procedures: readonly (readonly [name: string, read: () => { source: ProcedureSource; examples: Example[] }])[] = [
  ...folders.map((folder) => [folder, () => readProcedure(folder)] as const),
  ['a sample with rows, a step that is left out, and options', sampleProcedure],
];

for (const [name, read] of procedures) {
  describe(`mutations of ${name}`, () => {
    it('are accepted exactly when the oracle accepts them', async () => {
      const { source, examples } = read();
      const plan = compileProcedure(source);
      const judge = await openSubmissionOracle({ schema: plan.schema, form: source.form, jsonLogic, words: WORDS });
      const seen = { accepted: 0, refused: 0 };
      const compare = (data: JsonObject, today: string): void => {
        const { issues } = checkSubmission(plan, data, { today });
        const isAccepted = issues.every(({ severity }) => severity !== 'error');
        const said = issues.map(({ code, pointer }) => `${code} ${pointer}`);
        assert.equal(isAccepted, judge(data, today), JSON.stringify({ data, said }));
        seen[isAccepted ? 'accepted' : 'refused'] += 1;
      };
      for (const { data, today } of examples) compare(data, today);
      fc.assert(
        fc.property(
          fc.constantFrom(...examples),
          fc.array(mutationsOf(examples, plan), { minLength: 1, maxLength: 3 }),
          ({ data, today }, mutations) =>
            compare(
              mutations.reduce((whole, mutate) => mutate(whole), data),
              today,
            ),
        ),
        { numRuns: RUNS },
      );
      assert.ok(Math.min(seen.accepted - examples.length, seen.refused) > RUNS / 20, JSON.stringify(seen));
    });
  });
}
