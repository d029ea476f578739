/** Options and register checks through the host's resolvers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileProcedure } from '../../compile/compile-procedure.js';
import { SchemaError } from '../../errors.js';
import type { JsonObject, JsonSchema, JsonValue, Plan } from '../../plan/plan.js';
import type { FormField, ProcedureSource } from '../../plan/procedure-source.js';
import { countSubscribers, createForm } from '../create-form.js';
import type { Form, FormOptions, Readable } from '../form.js';
import { connectResolvers } from './connect-resolvers.js';
import type { RegisterAnswer, ResolvedOption, ResolverRequest, Resolvers } from './resolvers.js';

const TEXT = { type: 'string', minLength: 1 };

function planOf(properties: JsonObject, fields: readonly (string | FormField)[]): Plan {
  return compileProcedure({
    record: { slug: 'test/checks', version: '1' } as ProcedureSource['record'],
    data: { type: 'object', properties } as JsonSchema,
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

const company = planOf({ number: { type: 'string', pattern: '^[0-9]+$' }, year: TEXT, name: TEXT, note: TEXT }, [
  {
    pointer: '/number',
    check: { register: 'companies', with: ['/year'], fills: ['1/name'] },
  },
  '/year',
  '/name',
  '/note',
]);

const open = (plan: Plan, resolvers: Resolvers, more: Partial<FormOptions> = {}): Form =>
  createForm(plan, { today: '2026-11-05', resolvers: connectResolvers({ delay: 0, ...resolvers }), ...more });

/** A register whose answers are given by hand, one question after another. */
function openRegister() {
  const asked: (ResolverRequest & { answer: (answer: RegisterAnswer) => void; fail: () => void })[] = [];
  const listeners: (() => void)[] = [];
  const companies = (request: ResolverRequest): Promise<RegisterAnswer> =>
    new Promise((resolve, reject) => {
      asked.push({ ...request, answer: resolve, fail: () => reject(new Error('offline')) });
      request.signal.addEventListener('abort', () => reject(new Error('aborted')));
      for (const listener of listeners.splice(0)) listener();
    });
  const question = async (count: number) => {
    while (asked.length < count) await new Promise<void>((resolve) => listeners.push(resolve));
    const request = asked[count - 1];
    assert.ok(request);
    return request;
  };
  return { checks: { companies }, asked, question };
}

/** Resolves when the state is as wanted. */
function reaches<T>({ get, subscribe }: Readable<T>, wanted: (state: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    if (wanted(get())) return resolve(get());
    const end = subscribe(() => {
      if (!wanted(get())) return;
      end();
      resolve(get());
    });
  });
}

const isDone = ({ check }: { check?: string }): boolean => check === 'done';

describe('a register check', () => {
  it('is asked once its answer is right by itself and all it rests on is there, with these answers', async () => {
    const { checks, asked, question } = openRegister();
    const form = open(company, { checks });
    const { state } = form.field('/number');
    form.field('/number').setInput('x');
    form.field('/year').setInput('2020');
    assert.equal(state.get().check, undefined, 'a malformed number is not asked about');
    form.field('/number').setInput('12');
    assert.deepEqual([state.get().checking, state.get().check], [true, 'waiting']);
    const request = await question(1);
    assert.deepEqual([request.pointer, request.value, request.inputs], ['/number', '12', ['2020']]);
    assert.equal(state.get().check, 'running');
    request.answer({});
    assert.deepEqual((await reaches(state, isDone)).checking, false);
    assert.equal(asked.length, 1);
  });

  it('waits until nothing changes', async () => {
    const { checks, asked, question } = openRegister();
    const form = open(company, { checks, delay: 5 });
    form.field('/year').setInput('2020');
    for (const typed of ['1', '12', '123']) form.field('/number').setInput(typed);
    assert.equal((await question(1)).value, '123');
    assert.equal(asked.length, 1);
  });

  it('is cancelled by its signal when it is superseded, and one only is under way', async () => {
    const { checks, asked, question } = openRegister();
    const form = open(company, { checks });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    const first = await question(1);
    form.field('/number').setInput('2');
    assert.equal(first.signal.aborted, true);
    first.answer({ issues: [{ code: 'register.closed', severity: 'error' }] });
    const second = await question(2);
    assert.equal(asked.filter(({ signal }) => !signal.aborted).length, 1);
    second.answer({});
    const { issues } = await reaches(form.field('/number').state, isDone);
    assert.deepEqual(issues, [], 'the late answer says nothing');
  });

  it('begins only when the one before it has ended, whatever the host makes of the signal', async () => {
    const begun: JsonValue[] = [];
    const ends: (() => void)[] = [];
    const companies = ({ value }: ResolverRequest): Promise<RegisterAnswer> => {
      begun.push(value ?? null);
      return new Promise((resolve) => ends.push(() => resolve({})));
    };
    const form = open(company, { checks: { companies } });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    await reaches(form.field('/number').state, ({ check }) => check === 'running');
    form.field('/number').setInput('2');
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(begun, ['1']);
    ends[0]?.();
    await reaches(form.field('/number').state, ({ check }) => check === 'running');
    assert.deepEqual(begun, ['1', '2']);
    form.dispose();
  });

  it('is answered from memory for the same inputs', async () => {
    const { checks, asked, question } = openRegister();
    const form = open(company, { checks });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    (await question(1)).answer({ issues: [{ code: 'register.closed', severity: 'warning' }] });
    await reaches(form.field('/number').state, isDone);
    form.field('/number').setInput('2');
    (await question(2)).answer({});
    await reaches(form.field('/number').state, isDone);
    form.field('/number').setInput('1');
    assert.deepEqual(
      form
        .field('/number')
        .state.get()
        .issues.map(({ code }) => code),
      ['register.closed'],
    );
    assert.equal(asked.length, 2);
  });

  it('that cannot be made says so, blocks nothing, and is made when asked again', async () => {
    const { checks, question } = openRegister();
    const form = open(company, { checks });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    (await question(1)).fail();
    const { checking, issues } = await reaches(form.field('/number').state, ({ check }) => check === 'unavailable');
    assert.deepEqual([checking, issues], [false, []]);
    assert.equal((await form.validate()).valid, true);
    form.recheck('/year');
    assert.equal(form.field('/number').state.get().check, 'unavailable', 'another place is not this one');
    form.recheck();
    (await question(2)).answer({});
    await reaches(form.field('/number').state, isDone);
  });

  it('without an answer in time counts as one that cannot be made', async () => {
    const companies = ({ signal }: ResolverRequest): Promise<RegisterAnswer> =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const form = open(company, { checks: { companies }, timeout: 1 });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    await reaches(form.field('/number').state, ({ check }) => check === 'unavailable');
  });

  it('of which the host knows nothing cannot be made', async () => {
    const form = open(company, {});
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    await reaches(form.field('/number').state, ({ check }) => check === 'unavailable');
    assert.equal((await form.validate()).valid, true);
  });

  it('may find an error, which shows at once, blocks, and goes when the field is answered anew', async () => {
    const { checks, question } = openRegister();
    const form = open(company, { checks });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    (await question(1)).answer({ issues: [{ code: 'register.closed', severity: 'error', params: { since: 2019 } }] });
    const { issues, showIssues } = await reaches(form.field('/number').state, isDone);
    assert.deepEqual(issues, [
      { code: 'register.closed', severity: 'error', source: 'server', pointer: '/number', params: { since: 2019 } },
    ]);
    assert.equal(showIssues, true);
    assert.equal((await form.validate()).valid, false);
    form.field('/number').setInput('');
    assert.deepEqual(form.field('/number').state.get().issues, []);
  });

  it('may find a warning, which blocks nothing', async () => {
    const { checks, question } = openRegister();
    const form = open(company, { checks });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    (await question(1)).answer({ issues: [{ code: 'warning.moved', severity: 'warning' }] });
    await reaches(form.field('/number').state, isDone);
    const { valid, issues } = await form.validate();
    assert.deepEqual([valid, issues.map(({ code }) => code)], [true, ['warning.moved']]);
  });

  it('may fill places that the plan names, with source and lock, and takes them back with the answer', async () => {
    const { checks, question } = openRegister();
    const form = open(company, { checks });
    const provenance = { source: 'companies', asOf: '2026-11-01', locked: true };
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    (await question(1)).answer({
      fills: [
        { pointer: '/name', value: 'Công ty An', provenance },
        { pointer: '/note', value: 'forged', provenance },
      ],
    });
    await reaches(form.field('/number').state, isDone);
    const filled = form.field('/name').state.get();
    assert.deepEqual(
      [filled.value, filled.provenance, filled.readOnly, filled.readOnlyReason],
      ['Công ty An', provenance, true, 'prefilled'],
    );
    assert.equal(form.field('/note').state.get().value, undefined);
    form.field('/name').setInput('other');
    assert.equal(form.field('/name').state.get().value, 'Công ty An');
    form.field('/number').setInput('2');
    const emptied = form.field('/name').state.get();
    assert.deepEqual([emptied.value, emptied.provenance, emptied.readOnly], [undefined, undefined, false]);
    form.dispose();
  });

  it('leaves an answer of the citizen alone, unless told otherwise', async () => {
    for (const [replace, expected] of [
      [false, 'mine'],
      [true, 'theirs'],
    ] as const) {
      const { checks, question } = openRegister();
      const form = open(company, { checks });
      form.field('/name').setInput('mine');
      form.field('/year').setInput('2020');
      form.field('/number').setInput('1');
      const provenance = { source: 'companies', asOf: '2026-11-01' };
      (await question(1)).answer({ fills: [{ pointer: '/name', value: 'theirs', provenance, replace }] });
      await reaches(form.field('/number').state, isDone);
      assert.equal(form.field('/name').state.get().value, expected);
    }
  });

  it('is waited for by a validation, which asks at once', async () => {
    const { checks, question } = openRegister();
    const form = open(company, { checks, delay: 60_000 });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    const report = form.validate();
    (await question(1)).answer({ issues: [{ code: 'register.closed', severity: 'error' }] });
    assert.equal((await report).valid, false);
  });

  it('asks nothing any more when the form is disposed of', async () => {
    const { checks, question } = openRegister();
    const form = open(company, { checks });
    form.field('/year').setInput('2020');
    form.field('/number').setInput('1');
    const { signal } = await question(1);
    assert.ok(countSubscribers(form) > 0);
    form.dispose();
    assert.equal(signal.aborted, true);
    assert.equal(countSubscribers(form), 0);
  });

  it('stands in every row by itself, with the answers of that row, and goes with it', async () => {
    const { checks, question } = openRegister();
    const people = planOf(
      {
        people: {
          type: 'array',
          items: { type: 'object', properties: { number: TEXT, year: TEXT, name: TEXT } },
        },
      },
      [
        {
          pointer: '/people',
          items: {
            fields: [
              { pointer: '/number', check: { register: 'companies', with: ['1/year'], fills: ['1/name'] } },
              { pointer: '/year' },
              { pointer: '/name' },
            ],
          },
        },
      ],
    );
    const form = open(people, { checks });
    const list = form.list('/people');
    list.append({ number: '1', year: '2001' });
    const key = list.append({ number: '2', year: '2002' });
    const requests = [await question(1), await question(2)];
    assert.deepEqual(
      requests.map(({ pointer, value, inputs }) => [pointer, value, inputs]),
      [
        ['/people/0/number', '1', ['2001']],
        ['/people/1/number', '2', ['2002']],
      ],
    );
    assert.ok(key !== undefined);
    list.move(key, 0);
    const provenance = { source: 'companies', asOf: '2026-11-01' };
    requests[1]?.answer({
      issues: [{ code: 'register.closed', severity: 'error' }],
      fills: [{ pointer: '/people/0/name', value: 'Hai', provenance }],
    });
    const { issues } = await reaches(form.field('/people/0/number').state, isDone);
    assert.deepEqual(
      issues.map(({ pointer }) => pointer),
      ['/people/0/number'],
      'the answer comes to the row, wherever it stands by now',
    );
    assert.equal(form.field('/people/0/name').state.get().value, 'Hai');
    list.remove(list.state.get().keys[1] ?? '');
    assert.equal(requests[0]?.signal.aborted, true);
  });

  it('that names no field of the form is refused when the procedure is compiled', () => {
    assert.throws(
      () => planOf({ a: TEXT }, [{ pointer: '/a', check: { register: 'x', with: ['/b'] } }]),
      (error) =>
        error instanceof SchemaError &&
        error.code === 'form.field-unknown' &&
        error.pointer === '/steps/0/sections/0/fields/0/check/with/0',
    );
  });
});

describe('options that the host gives', () => {
  const place = planOf({ province: TEXT, commune: TEXT }, [
    '/province',
    { pointer: '/commune', kind: 'choice', options: { resolver: 'communes', with: ['/province'] } },
  ]);
  const communes = ({ inputs }: ResolverRequest): Promise<readonly ResolvedOption[]> =>
    Promise.resolve(['1', '2'].map((code) => ({ value: `${String(inputs[0])}-${code}`, label: `Xã ${code}` })));
  const areDone = ({ options }: { options?: { status: string } }): boolean => options?.status === 'done';

  it('follow the answers that they depend on', async () => {
    const form = open(place, { options: { communes } });
    const { state } = form.field('/commune');
    assert.deepEqual(state.get().options?.status ?? 'idle', 'idle');
    form.field('/province').setInput('HN');
    assert.equal(state.get().checking, true);
    const { options } = await reaches(state, areDone);
    assert.deepEqual(options?.entries, [
      { value: 'HN-1', label: 'Xã 1' },
      { value: 'HN-2', label: 'Xã 2' },
    ]);
  });

  it('leave an answer that is among them no longer in sight, and call it wrong', async () => {
    const form = open(place, { options: { communes } });
    form.field('/province').setInput('HN');
    await reaches(form.field('/commune').state, areDone);
    form.field('/commune').setValue('HN-1');
    assert.deepEqual(form.field('/commune').state.get().issues, []);
    form.field('/province').setInput('HP');
    const { value, issues } = await reaches(form.field('/commune').state, areDone);
    assert.deepEqual([value, issues.map(({ code }) => code)], ['HN-1', ['catalog.unknown-value']]);
    form.field('/commune').setValue('HP-2');
    assert.deepEqual(form.field('/commune').state.get().issues, []);
  });

  it('that cannot be had block nothing, and are asked for again', async () => {
    let isOnline = false;
    const form = open(place, {
      options: { communes: (request) => (isOnline ? communes(request) : Promise.reject(new Error('offline'))) },
    });
    form.field('/commune').setValue('HN-9');
    form.field('/province').setInput('HN');
    await reaches(form.field('/commune').state, ({ options }) => options?.status === 'unavailable');
    assert.equal((await form.validate()).valid, true);
    isOnline = true;
    form.recheck('/commune');
    await reaches(form.field('/commune').state, areDone);
    assert.equal((await form.validate()).valid, false);
  });
});
