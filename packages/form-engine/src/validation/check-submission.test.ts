import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileProcedure } from '../compile/compile-procedure.js';
import { cloneJson, isEqual, isObject, writeTokens } from '../data/json.js';
import { createForm } from '../model/create-form.js';
import type { JsonObject, JsonSchema, JsonValue } from '../plan/plan.js';
import type { ProcedureSource } from '../plan/procedure-source.js';
import { checkSubmission } from './check-submission.js';

const TODAY = '2026-11-05';
const ADDRESS: JsonSchema = {
  type: 'object',
  properties: {
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    province: { type: 'string' },
    commune: { type: 'string' },
    unitsVersion: { type: 'string' },
    detail: { type: 'string' },
    foreign: { type: 'string', minLength: 1 },
  },
  required: ['country'],
  additionalProperties: false,
  if: { properties: { country: { const: 'VN' } }, required: ['country'] },
  then: { required: ['province', 'commune', 'unitsVersion'], properties: { foreign: false } },
  else: { properties: { province: false, commune: false, unitsVersion: false, detail: false }, required: ['foreign'] },
};
const DATA: JsonSchema = {
  type: 'object',
  properties: {
    relation: { type: 'string', enum: ['mother', 'other'] },
    requester: {
      type: 'object',
      properties: { name: { $ref: 'person-name.schema.json' }, home: { $ref: 'address.schema.json' } },
      required: ['name', 'home'],
      additionalProperties: false,
    },
    mother: {
      type: 'object',
      properties: { name: { $ref: 'person-name.schema.json' } },
      required: ['name'],
      additionalProperties: false,
    },
    known: { type: 'boolean' },
    born: { type: 'string', format: 'date' },
    words: { type: 'string' },
    copies: { type: 'integer', minimum: 1, maximum: 20 },
    register: { type: 'string', readOnly: true },
    note: { type: 'object', properties: { text: { type: 'string', minLength: 1 } }, additionalProperties: false },
  },
  required: ['relation', 'requester', 'known', 'born'],
  additionalProperties: false,
  allOf: [
    {
      if: { properties: { known: { const: true } }, required: ['known'] },
      then: { required: ['mother'] },
      else: { properties: { mother: false } },
    },
    {
      if: { properties: { relation: { const: 'mother' } }, required: ['relation'] },
      then: { properties: { known: { const: true } } },
    },
  ],
};
const source: ProcedureSource = {
  record: { slug: 'test/submission', version: '1.0.0' } as ProcedureSource['record'],
  data: DATA,
  form: {
    steps: [
      {
        id: 'all',
        sections: [
          {
            id: 'all',
            fields: [
              ...['/relation', '/requester/name', '/requester/home', '/known', '/mother/name', '/born'].map(
                (pointer) => ({ pointer }),
              ),
              { pointer: '/words', rules: { computed: { 'date-in-words': [{ value: '/born' }] } } },
              ...['/copies', '/register', '/note/text'].map((pointer) => ({ pointer })),
            ],
          },
        ],
      },
    ],
    mirrors: [{ when: { '===': [{ value: '/relation' }, 'mother'] }, pairs: [['/requester/name', '/mother/name']] }],
  },
  definitions: { 'address.schema.json': ADDRESS, 'person-name': { type: 'string', minLength: 1, maxLength: 150 } },
  catalogVersions: {},
};
const plan = compileProcedure(source);

const VALID: JsonObject = {
  relation: 'mother',
  requester: { name: 'Lan', home: { country: 'VN', province: '01', commune: '00004', unitsVersion: '2026-04-30' } },
  known: true,
  mother: { name: 'Lan' },
  born: '2026-11-01',
  words: 'Ngày mùng một tháng mười một năm hai nghìn không trăm hai mươi sáu',
  copies: 2,
};

function change(pointer: string, value: JsonValue | undefined): JsonObject {
  return writeTokens(VALID, pointer.slice(1).split('/'), value) as JsonObject;
}

function codesOf(data: JsonObject): string[] {
  return checkSubmission(plan, data, { today: TODAY }).issues.map(({ code, pointer }) => `${pointer} ${code}`);
}

describe('a submission', () => {
  it('that is what the form would send is accepted as it is', () => {
    assert.deepEqual(checkSubmission(plan, VALID, { today: TODAY }), { data: VALID, issues: [], deferred: [] });
  });

  it('without its computed values gets them', () => {
    assert.deepEqual(checkSubmission(plan, change('/words', undefined), { today: TODAY }), {
      data: VALID,
      issues: [],
      deferred: [],
    });
  });

  const refusals: [name: string, data: JsonObject, issues: string[]][] = [
    ['a hidden group', { ...change('/relation', 'other'), known: false }, ['/mother submission.not-applicable']],
    [
      'a hidden part of a compound answer',
      change('/requester/home/foreign', 'Lyon'),
      ['/requester/home/foreign submission.not-applicable'],
    ],
    ['an undeclared value', change('/extra', 1), ['/extra keyword.additionalProperties']],
    ['an undeclared value inside', change('/mother/extra', 1), ['/mother/extra keyword.additionalProperties']],
    ['a forged computed value', change('/words', 'Ngày mai'), ['/words submission.computed']],
    [
      'a computed value with no ground',
      { ...change('/born', undefined) },
      ['/born keyword.required', '/words submission.computed'],
    ],
    ['unequal mirrors', change('/mother/name', 'Hoa'), ['/mother/name submission.mirror']],
    ['a read-only value', change('/register', 'x'), ['/register submission.read-only']],
    ['an empty group', change('/note', {}), ['/note submission.empty']],
    [
      'a missing answer',
      change('/requester/name', undefined),
      ['/requester/name keyword.required', '/mother/name submission.mirror'],
    ],
    ['a wrong type', change('/copies', 'two'), ['/copies keyword.type']],
    [
      'a group that is no object',
      change('/mother', 5),
      ['/mother/name keyword.required', '/mother/name submission.mirror', '/mother keyword.type'],
    ],
    ['a narrowed value', change('/known', false), ['/known keyword.const', '/mother submission.not-applicable']],
    ['a hidden character', change('/note', { text: 'a\u202eb' }), ['/note/text kind.unsupported-character']],
    ['a text no control could give', change('/note', { text: ' a ' }), ['/note/text submission.not-canonical']],
    [
      'a digit in a name',
      { ...change('/requester/name', 'Lan 2'), mother: { name: 'Lan 2' } },
      ['/requester/name kind.name-digit', '/mother/name kind.name-digit'],
    ],
  ];
  for (const [name, data, issues] of refusals) {
    it(`with ${name} is refused by name`, () => {
      assert.deepEqual(codesOf(data), issues);
    });
  }

  it('is brought to NFC', () => {
    const data = { ...change('/note', { text: 'Nguye\u0302\u0303n' }) };
    assert.deepEqual(checkSubmission(plan, data, { today: TODAY }).data['note'], { text: 'Nguyễn' });
  });

  it('is measured before anything else', () => {
    const nested = Array.from({ length: 10_000 }).reduce<JsonValue>((inner) => [inner], 1);
    assert.deepEqual(codesOf({ a: nested }), [' data.limit-depth']);
    assert.deepEqual(codesOf({ a: 'x'.repeat(30_000) }), ['/a data.limit-string']);
    assert.deepEqual(codesOf({ a: Array.from({ length: 2000 }, () => 1) }), ['/a data.limit-array']);
    assert.deepEqual(codesOf({ ['x'.repeat(30_000)]: 1 }), [' data.limit-string']);
    assert.deepEqual(codesOf(Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`f${index}`, 1]))), [
      ' data.limit-nodes',
    ]);
  });

  it('asks the catalogue, and takes locked values only unchanged', () => {
    const known = checkSubmission(plan, VALID, {
      today: TODAY,
      knows: () => ({ unknown: 'commune' }),
      locked: { '/copies': 2, '/born': '2026-11-02' },
    });
    assert.deepEqual(
      known.issues.map(({ code, pointer }) => `${pointer} ${code}`),
      ['/requester/home/commune catalog.unknown-value', '/born submission.read-only'],
    );
    assert.deepEqual(
      checkSubmission(plan, change('/register', 'R1'), { today: TODAY, locked: { '/register': 'R1' } }).issues,
      [],
    );
  });

  it('touches no prototype', () => {
    const forged = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as JsonObject;
    assert.ok(codesOf({ ...VALID, ...forged }).length > 0);
    assert.ok(checkSubmission(plan, forged, { today: TODAY }).issues.some(({ pointer }) => pointer === '/__proto__'));
    assert.equal('polluted' in {}, false);
  });
});

describe('random mutations of a valid submission', () => {
  const pointers = [
    '/relation',
    '/requester',
    '/requester/name',
    '/requester/home',
    '/requester/home/country',
    '/requester/home/province',
    '/requester/home/foreign',
    '/known',
    '/mother',
    '/mother/name',
    '/mother/x',
    '/born',
    '/words',
    '/copies',
    '/register',
    '/note',
    '/note/text',
    '/x',
    '/__proto__',
  ];
  const values = fc.oneof(
    fc.constantFrom<JsonValue | undefined>(
      undefined,
      null,
      true,
      false,
      1,
      2,
      21,
      1.5,
      'mother',
      'other',
      'Lan',
      'Hoa',
      ' Lan',
      '',
      'VN',
      'FR',
      '01',
      '2026-11-01',
      '2026-02-30',
      '2024-02-29',
      {},
      { name: 'Lan' },
      { text: 'x' },
      { country: 'FR', foreign: 'Lyon' },
      [],
    ),
    fc.string().map((text): JsonValue => text.normalize('NFC')),
  );
  const mutations = fc.array(fc.tuple(fc.constantFrom(...pointers), values), { maxLength: 4 });

  /** What the live form would send if a citizen gave these answers, field by field. */
  function sentByForm(data: JsonObject): JsonObject {
    const form = createForm(plan, {
      today: TODAY,
      draft: {
        slug: plan.slug,
        version: plan.version,
        planHash: plan.hash,
        data,
        inputs: {},
        touched: [],
        provenance: {},
      },
    });
    return form.toSubmission();
  }

  it('are accepted exactly when they are what the form itself would send, without an error', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(mutations, async (list) => {
        let data: JsonObject = cloneJson(VALID);
        for (const [pointer, value] of list) {
          const written = writeTokens(data, pointer.slice(1).split('/'), value);
          if (isObject(written)) data = written;
        }
        const report = checkSubmission(plan, data, { today: TODAY });
        const isAccepted = report.issues.every(({ severity }) => severity !== 'error');
        const form = createForm(plan, {
          today: TODAY,
          draft: {
            slug: plan.slug,
            version: plan.version,
            planHash: plan.hash,
            data,
            inputs: {},
            touched: [],
            provenance: {},
          },
        });
        for (const pointer of plan.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))) {
          const field = form.field(pointer);
          const { value, readOnly } = field.state.get();
          if (value !== undefined && !readOnly) field.setInput(value);
        }
        const ownSet = isEqual(
          sentByForm(data),
          data['words'] === undefined ? { ...data, ...wordsOf(sentByForm(data)) } : data,
        );
        const sendsTheSame = isEqual(form.toSubmission(), sentByForm(data));
        const expected = ownSet && sendsTheSame && (await form.validate()).valid && data['register'] === undefined;
        accepted += Number(isAccepted);
        assert.equal(isAccepted, expected, JSON.stringify({ data, issues: report.issues }));
      }),
      { numRuns: 1500 },
    );
    assert.ok(accepted > 50, `${accepted} were accepted`);
  });

  function wordsOf(data: JsonObject): JsonObject {
    return data['words'] === undefined ? {} : { words: data['words'] };
  }
});
