import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { compileProcedure } from '../compile/compile-procedure.js';
import { SchemaError } from '../errors.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { createForm } from '../model/create-form.js';
import type { JsonObject, JsonSchema } from '../plan/plan.js';
import { fillIn } from '../testing/fill-in.js';
import { procedureFromSchema } from './procedure-from-schema.js';
import { anySchema } from '../testing/any-schema.js';

const RUNS = 300;
const OPTIONS = { strict: false, validateFormats: true, allErrors: true } as const;

describe('a form made of any schema', () => {
  it('sends what the schema itself takes whenever the form finds no fault, and only then', async () => {
    const tally = { sent: 0, refused: 0, unions: 0, noForm: 0, cycles: 0 };
    await fc.assert(
      fc.asyncProperty(anySchema, fc.infiniteStream(fc.nat({ max: 59 })), async (schema, dice) => {
        const outcome = await fillFormOf(schema, (most) => (dice.next().value as number) % most);
        if (outcome.code === 'schema.no-form') tally.noForm += 1;
        else if (outcome.code === 'plan.conditions-oscillate') tally.cycles += 1;
        else {
          tally[outcome.valid ? 'sent' : 'refused'] += 1;
          tally.unions += outcome.unions;
        }
      }),
      { numRuns: RUNS, seed: 20261124 },
    );
    assert.ok(tally.sent >= RUNS / 4, `only ${tally.sent} of ${RUNS} forms were sent`);
    assert.ok(tally.refused >= RUNS / 10, `only ${tally.refused} of ${RUNS} forms had a fault`);
    assert.ok(tally.unions >= RUNS / 10, `only ${tally.unions} unions`);
    assert.ok(tally.cycles <= RUNS / 100, `${tally.cycles} schemas were refused for conditions that go round`);
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        assert.deepEqual(outcomeOf(schema), outcomeOf(structuredClone(schema)));
      }),
      { numRuns: 100, seed: 20261124 },
    );
  });
});

function outcomeOf(schema: JsonSchema): unknown {
  try {
    return procedureFromSchema(schema);
  } catch (error) {
    assert.ok(error instanceof SchemaError, String(error));
    return error.code;
  }
}

/** Fills the form in, and asks an outside judge about what it would send: by the schema as it was given, and by the one of the plan. */
async function fillFormOf(
  schema: JsonSchema,
  choose: (most: number) => number,
): Promise<{ code?: string; valid?: boolean; unions: number }> {
  let procedure;
  let plan;
  try {
    procedure = procedureFromSchema(schema);
    plan = compileProcedure(procedure);
  } catch (error) {
    if (error instanceof SchemaError && ['schema.no-form', 'plan.conditions-oscillate'].includes(error.code))
      return { code: error.code, unions: 0 };
    throw error;
  }
  const form = createForm(plan, { today: '2026-11-24', kinds: FURTHER_KINDS });
  fillIn(form, choose);
  const { valid, issues } = await form.validate();
  const sent = form.toSubmission();
  form.dispose();
  const said = JSON.stringify({ schema, data: procedure.data, sent });
  assert.equal(judge(procedure.data, sent) || !valid, true, `the form finds no fault, the judge does: ${said}`);
  const isOfSchema = issues.every(({ source, severity }) => severity !== 'error' || source === 'schema');
  if (!valid && isOfSchema)
    assert.equal(
      judge(procedure.data, sent),
      false,
      `the form finds a fault, the judge none: ${JSON.stringify(issues)} ${said}`,
    );
  if (valid) assert.equal(judge(schema, sent), true, `the schema as given refuses it: ${said}`);
  return { valid, unions: procedure.unions.length };
}

function judge(schema: JsonSchema, sent: JsonObject): boolean {
  const isOld = typeof schema === 'object' && String(schema['$schema']).includes('draft-07');
  const ajv = isOld ? new Ajv(OPTIONS) : new Ajv2020(OPTIONS);
  addFormats.default(ajv as Ajv);
  return ajv.validate(schema, sent);
}
