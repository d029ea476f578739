import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SchemaError } from '../errors.js';
import type { Expression, JsonSchema, JsonValue, Plan } from '../plan/plan.js';
import type { FormDocument, FormField, FormRules, ProcedureSource } from '../plan/procedure-source.js';
import { checkProcedure, compileProcedure } from './compile-procedure.js';

const DATA: JsonSchema = {
  type: 'object',
  properties: {
    sure: { type: 'boolean' },
    name: { type: 'string' },
    count: { type: 'integer' },
    total: { type: 'integer' },
    born: { type: 'string', format: 'date' },
    way: { type: 'string', enum: ['post', 'desk'] },
    rows: {
      type: 'array',
      maxItems: 20,
      items: { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'integer' } } },
    },
  },
};

function sourceOf(fields: readonly FormField[], form: Partial<FormDocument> = {}, data = DATA): ProcedureSource {
  return {
    record: { slug: 'test/rules', version: '1.0.0' } as ProcedureSource['record'],
    data,
    form: { steps: [{ id: 'one', sections: [{ id: 'one', fields }] }], ...form },
    definitions: {},
    catalogVersions: {},
  };
}

const named = (pointer: string, rules: FormRules): FormField => ({ pointer, rules });

function refusalOf(source: ProcedureSource): { code: string; pointer: string; chain: readonly string[] } {
  try {
    compileProcedure(source);
  } catch (error) {
    assert.ok(error instanceof SchemaError, String(error));
    assert.ok(error.cure.length > 5);
    return { code: error.code, pointer: error.pointer, chain: error.chain };
  }
  return assert.fail('nothing was thrown');
}

describe('rules that go round', () => {
  it('are refused with the chain, a rule that rests on itself included', () => {
    const fields = [
      named('/count', { computed: { '+': [{ value: '/total' }, 1] } }),
      named('/total', { computed: { '+': [{ value: '/count' }, 1] } }),
    ];
    const { code, chain } = refusalOf(sourceOf(fields));
    assert.equal(code, 'rule.cycle');
    assert.deepEqual(chain, ['computed of /count', 'computed of /total', 'computed of /count']);
    assert.equal(refusalOf(sourceOf([named('/name', { visible: { '!': [{ value: '/name' }] } })])).code, 'rule.cycle');
  });

  it('are refused through a step that is left out, and through a condition of the data schema', () => {
    const skipped = {
      steps: [{ id: 'one', skip: { value: '/sure' }, sections: [{ id: 'one', fields: [{ pointer: '/sure' }] }] }],
    };
    assert.deepEqual(refusalOf(sourceOf([], skipped)).chain, ['skip of one', 'skip of one']);
    const data = {
      ...(DATA as object),
      if: { properties: { total: { const: 1 } }, required: ['total'] },
      then: { properties: { count: false } },
    } as JsonSchema;
    const through = sourceOf([named('/total', { computed: { '+': [{ value: '/count' }, 1] } })], {}, data);
    assert.equal(refusalOf(through).code, 'rule.cycle');
  });

  it('come after what they rest on where they do not', () => {
    const plan = compileProcedure(
      sourceOf([
        named('/name', { visible: { '>': [{ value: '/total' }, 3] } }),
        named('/total', { computed: { '*': [{ value: '/count' }, 2] } }),
      ]),
    );
    assert.deepEqual(plan.order, [{ rule: 1 }, { rule: 0 }]);
    assert.deepEqual(plan.dependents['/count']?.cells, [0]);
  });
});

describe('rules that contradict one another', () => {
  it('are refused: two that compute one answer', () => {
    const mirrors = [{ when: true, pairs: [['/count', '/total']] as [string, string][] }];
    const fields = [named('/count', { computed: 1 }), named('/total', { computed: 2 })];
    const { code, chain } = refusalOf(sourceOf(fields, { steps: sourceOf(fields).form.steps, mirrors }));
    assert.deepEqual([code, chain], ['rule.computed-twice', ['/count', '/total']]);
  });

  it('are refused: always hidden and always required, by a field or by its step', () => {
    const data = { ...(DATA as object), required: ['name'] } as JsonSchema;
    const hidden = sourceOf([named('/name', { visible: { '>': [1, 2] } })], {}, data);
    assert.deepEqual(
      [refusalOf(hidden).code, refusalOf(hidden).chain],
      ['rule.hidden-required', ['/name', 'visible of /name']],
    );
    const steps = [{ id: 'one', skip: true, sections: [{ id: 'one', fields: [{ pointer: '/name' }] }] }];
    assert.equal(refusalOf(sourceOf([], { steps }, data)).code, 'rule.hidden-required');
  });

  it('are advised on: what a rule may hide though it is always required', () => {
    const data = { ...(DATA as object), required: ['name'] } as JsonSchema;
    const advice = checkProcedure(sourceOf([named('/name', { visible: { value: '/sure' } })], {}, data));
    assert.ok(
      advice.some(
        ({ code, severity, pointer }) => `${code} ${severity} ${pointer}` === 'rule.hides-required warning /name',
      ),
    );
    assert.ok(
      checkProcedure(sourceOf([named('/name', { visible: { value: '/sure' } })])).every(
        ({ code }) => code !== 'rule.hides-required',
      ),
    );
  });
});

describe('an operand that can never be taken', () => {
  const wrong: [name: string, expression: Expression, place: string][] = [
    ['a boolean compared', { '>': [{ value: '/sure' }, 5] }, '/>/0'],
    ['a list added', { '+': [1, { value: '/rows' }] }, '/+/1'],
    ['a number as a date', { 'days-between': [{ value: '/count' }, { today: [] }] }, '/days-between/0'],
    ['a text that is no date', { 'date-add': ['soon', 1] }, '/date-add/0'],
    ['a text that is no number', { '*': ['twice', 2] }, '/*/0'],
    ['a text as a list', { map: [{ value: '/name' }, { var: '' }] }, '/map/0'],
    ['what an operator gives', { substr: [{ '+': [1, 2] }, 1] }, '/substr/0'],
    ['what both branches give', { '+': [{ if: [{ value: '/sure' }, true, false] }, 1] }, '/+/0'],
    ['no unit of time', { 'date-add': [{ value: '/born' }, 1, 'fortnight'] }, '/date-add/2'],
    ['no way of rounding', { round: [{ value: '/count' }, 1000, 'sideways'] }, '/round/2'],
  ];
  for (const [name, expression, place] of wrong) {
    it(`is refused at its place: ${name}`, () => {
      const { code, pointer } = refusalOf(sourceOf([named('/name', { enabled: expression })]));
      assert.equal(code, 'rule.type-mismatch');
      assert.equal(pointer, `/steps/0/sections/0/fields/0/rules/enabled${place}`);
    });
  }

  it('is not suspected where it may fit', () => {
    const right: Expression[] = [
      { '>': [{ value: '/name' }, 5] },
      { '+': [{ if: [{ value: '/sure' }, 1, '2'] }, 1] },
      { in: [{ value: '/name' }, { value: '/rows' }] },
      { 'date-add': [{ value: '/born' }, { value: '/count' }, 'month'] },
    ];
    for (const expression of right) compileProcedure(sourceOf([named('/way', { enabled: expression })]));
  });
});

describe('tables', () => {
  const tables = { fees: { columns: ['way', 'amount'], rows: [['post', 1]] as JsonValue[][] } };
  const withTables = (expression: Expression, given: unknown = tables): ProcedureSource => {
    const fields = [named('/total', { computed: expression })];
    return sourceOf(fields, { ...sourceOf(fields).form, tables: given as NonNullable<FormDocument['tables']> });
  };

  it('travel with the plan when a rule looks into them', () => {
    assert.deepEqual(compileProcedure(withTables({ lookup: ['fees', { value: '/way' }] })).tables, tables);
    assert.equal(compileProcedure(withTables(1)).tables, undefined);
  });

  it('are refused without the table, the column, the order of bands, or a cell', () => {
    assert.equal(refusalOf(withTables({ lookup: ['prices', 'x'] })).code, 'rule.table-unknown');
    assert.equal(refusalOf(withTables({ lookup: ['constructor', 'x'] })).code, 'rule.table-unknown');
    assert.equal(refusalOf(withTables({ lookup: ['fees', 'x', 'price'] })).code, 'rule.table-unknown');
    assert.equal(refusalOf(withTables({ 'lookup-band': ['fees', 3] })).code, 'rule.table-unknown');
    for (const table of [{}, { columns: ['a', 'b'], rows: [['x']] }, { columns: ['a'], rows: [] }, null])
      assert.equal(refusalOf(withTables(1, { fees: table })).code, 'form.malformed');
  });
});

describe('working days', () => {
  const source = sourceOf([named('/sure', { computed: { 'working-day': [{ value: '/born' }] } })]);
  const catalog = {
    covers: { from: '2026-01-01', until: '2026-01-31' },
    weekend: [6, 7],
    fixedHolidays: [{ monthDay: '01-01' }],
    lunarHolidays: [{ date: '2026-01-10' }, { date: '2026-01-18', compensated: false }],
    announced: { daysOff: [{ from: '2026-01-20', until: '2026-01-21' }], workDays: [{ date: '2026-01-24' }] },
  };

  it('are refused without a calendar, or with a document that is none', () => {
    assert.equal(refusalOf(source).code, 'rule.calendar-missing');
    assert.equal(
      refusalOf({ ...source, catalogs: { 'working-calendar': { weekend: [6] } } }).code,
      'rule.calendar-missing',
    );
  });

  it('travel with the plan as plain dates, a holiday of the weekend on its next working day', () => {
    const { calendar, operators } = compileProcedure({ ...source, catalogs: { 'working-calendar': catalog } });
    assert.deepEqual(operators, ['working-day']);
    assert.deepEqual(calendar, {
      from: '2026-01-01',
      until: '2026-01-31',
      weekend: [6, 7],
      off: ['2026-01-01', '2026-01-12', '2026-01-20', '2026-01-21'],
      worked: ['2026-01-24'],
    });
  });
});

describe('rules inside the rows of a list', () => {
  const inRows = (rules: FormRules): Plan =>
    compileProcedure(
      sourceOf([
        { pointer: '/rows', items: { fields: [{ pointer: '/a' }, named('/b', rules)] } },
        { pointer: '/count' },
      ]),
    );

  it('stand once in the plan, with relative pointers and templates of what they read', () => {
    const [rule] = inRows({ computed: { '+': [{ value: '1/a' }, { value: '3/count' }, { value: '/total' }] } }).rules;
    assert.equal(rule?.pointer, '/rows/*/b');
    assert.deepEqual(rule.expression, { '+': [{ value: '1/a' }, { value: '/count' }, { value: '/total' }] });
    assert.deepEqual(rule.reads, ['/rows/*/a', '/count', '/total']);
  });

  it('may read one row by its index from outside, which any row may be', () => {
    const plan = compileProcedure(sourceOf([named('/total', { computed: { value: '/rows/0/a' } })]));
    assert.deepEqual(plan.rules[0]?.reads, ['/rows/*/a']);
  });

  it('are refused when no row is meant, or nothing stands there', () => {
    const codeOf = (expression: Expression): string =>
      refusalOf(sourceOf([{ pointer: '/rows', items: { fields: [named('/b', { visible: expression })] } }])).code;
    assert.equal(codeOf({ value: '/rows/*/a' }), 'rule.malformed');
    assert.equal(codeOf({ value: '1/z' }), 'rule.value-unknown');
    assert.equal(codeOf({ missing: ['1/z'] }), 'rule.value-unknown');
    assert.equal(codeOf({ var: 'a' }), 'rule.operator-unknown');
  });
});

it('an options rule stands on a choice, and reads the option', () => {
  const plan = compileProcedure(sourceOf([named('/way', { options: { '!==': [{ var: '' }, 'post'] } })]));
  assert.equal(plan.rules[0]?.effect, 'options');
  assert.equal(
    refusalOf(sourceOf([named('/name', { options: { '!==': [{ var: '' }, 'post'] } })])).code,
    'rule.malformed',
  );
});
